import type { RegisteredLaw } from '../law/registry.ts';
import { say, type Words } from '../model/words.ts';
import { formatDuration } from '../text/duration.ts';
import { jsonText } from '../text/json-text.ts';
import { chineseNumeral } from '../text/numeral.ts';
import { quotable, visible } from '../text/visible.ts';
import { type ExitCode, UsageError } from './command.ts';
import { type LawRequest, missing } from './law-request.ts';

/** `mingbai law show <title> [article]`: what is known of a law; the article, where it is at hand. */
export async function showArticle(request: LawRequest): Promise<ExitCode> {
  const { what, where, options, format, session } = request;
  if (what === undefined)
    throw missing('法律名称，例如：mingbai law show 水法 第四十八条', 'the title');
  const { registry } = await import('../law/registry.ts');
  const { articleNumbers } = await import('../text/article.ts');
  const catalog = await catalogHere(options.catalog, request);
  const { lawOf } = await import('../lint/bases.ts');
  const own = catalog === undefined ? undefined : lawOf(catalog, what)?.value;
  const book = registry();
  const known = book.find(own?.name ?? what);
  if (own === undefined && known === undefined) throw await unknown(what);
  const asked = String(where ?? options.article ?? '');
  const numbers = articleNumbers(asked);
  const texts = Object.entries(own?.articles ?? {}).filter(
    ([name]) => numbers.length > 0 && numbers.includes(articleNumbers(name)[0] ?? 0),
  );
  const limits = (known?.limits ?? []).filter(
    ({ article }) => numbers.length === 0 || numbers.includes(article),
  );
  if (format === 'json') {
    const law = { ...known, limits, articles: Object.fromEntries(texts), registry: book.day };
    await session.world.out(`${jsonText(law, 2)}\n`);
    return 0;
  }
  const lines = [
    ...(known === undefined ? [say(own?.name ?? what, own?.name ?? what)] : facts(known, book.day)),
    ...limits.map(({ article, number, unit, from, act }) => {
      const time = formatDuration({ amount: number, unit });
      const when = from === '' ? '' : `，自${from}之日起`;
      return say(
        `  第${chineseNumeral(article)}条：${time}${when}，${act}`,
        `  ${article}: ${time}`,
      );
    }),
    ...texts.map(([name, text]) => say(`${name}　${text}`, `${name}　${text}`)),
    ...(numbers.length > 0 && texts.length === 0 ? [NO_TEXT] : []),
  ];
  await session.world.out(`${lines.map((line) => visible(session.tell(line))).join('\n')}\n`);
  return 0;
}

const NO_TEXT = say(
  '目录里没有这一条的原文；放进来：mingbai law add 全文文件',
  'its text is not in the catalogue: mingbai law add <file>',
);

async function catalogHere(folder: unknown, { session }: LawRequest) {
  const { openCatalog } = await import('./open.ts');
  if (folder !== undefined) return openCatalog(String(folder), session).catalog;
  try {
    return openCatalog(undefined, session).catalog;
  } catch (error) {
    // Without a catalogue the registry answers alone.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function unknown(title: string): Promise<UsageError> {
  const { nearTitle } = await import('../law/near-title.ts');
  const near = nearTitle(title);
  const [zh, en] =
    near === undefined ? ['', ''] : [`，是不是《${near}》`, `; did you mean ${near}?`];
  const shown = quotable(title);
  return new UsageError(
    say(`法规库里没有《${shown}》${zh}`, `the registry has no law called “${shown}”${en}`),
  );
}

/** The facts of a law, a line each. */
export function facts(law: RegisteredLaw, day: string): Words[] {
  const { title, rank, document, effective, versions, lastArticle, repealed, later } = law;
  const lines = [say(`《${title}》　${rank}　${document}`, `${title}, ${rank} ${document}`)];
  const last = versions.at(-1);
  if (effective !== '') lines.push(say(`  ${effective}起施行`, `  in force since ${effective}`));
  if (last !== undefined)
    lines.push(say(`  最近一次公布或修改：${last}`, `  last version: ${last}`));
  if (lastArticle > 0) lines.push(say(`  共${lastArticle}条`, `  ${lastArticle} articles`));
  if (repealed !== undefined) {
    const { by, article, date } = repealed;
    const how = by === '' ? '' : `，《${by}》${article}`;
    lines.push(
      say(`  ${date === '' ? '已经' : `${date}起`}废止${how}`, `  repealed ${date} ${by}`),
    );
  } else if (later === undefined) {
    lines.push(
      say(`  在${day}时有效，以后的修改没有收录`, `  in force on ${day}; not known since`),
    );
  } else lines.push(say(`  新版${later}起施行，条文没有收录`, `  a newer version since ${later}`));
  return lines;
}
