import type { LawText } from '../law/read-law.ts';
import type { LawStanding } from '../law/standing.ts';
import { say, type Words } from '../model/words.ts';
import { jsonText } from '../text/json-text.ts';
import { visible } from '../text/visible.ts';
import type { ExitCode } from './command.ts';
import type { LawRequest } from './law-request.ts';

/** `mingbai law list [catalog]`: every law that the catalogue cites, and by how many items. */
export async function listLaws(request: LawRequest): Promise<ExitCode> {
  const standings = await standingsOf(request);
  await tell(request, standings, standings);
  return 0;
}

/** `mingbai law status [catalog]`: those whose law is repealed, amended or unknown, with items. */
export async function tellStatus(request: LawRequest): Promise<ExitCode> {
  const standings = await standingsOf(request);
  const odd = standings.filter(({ state }) => state !== '有效');
  await tell(request, odd, standings);
  return odd.some(({ state }) => state === '已废止') ? 1 : 0;
}

async function standingsOf({ what, options, session }: LawRequest): Promise<LawStanding[]> {
  const { openCatalog } = await import('./open.ts');
  const { standings } = await import('../law/standing.ts');
  const { basesOf, lawOf } = await import('../lint/bases.ts');
  const folder = what ?? (options.catalog === undefined ? undefined : String(options.catalog));
  const { catalog } = openCatalog(folder, session);
  const cited = [...catalog.items.values()].map(({ id, value }) => ({
    ...{ id, name: value.name, reviewed: value.reviewed },
    laws: [...new Set(basesOf(value).map(({ basis }) => basis.law))],
  }));
  const newer = options.against === undefined ? undefined : await textsIn(options.against, session);
  return standings(cited, (name) => lawOf(catalog, name)?.value, session.world.today, newer);
}

/** Every law in the texts, Word documents and web pages of a folder, by its title. */
async function textsIn(folder: unknown, { world }: LawRequest['session']) {
  const { resolve, join } = await import('node:path');
  const { readdirSync, existsSync } = await import('node:fs');
  const { readLawFile } = await import('./law-file.ts');
  const { UsageError } = await import('./command.ts');
  const root = resolve(world.cwd, String(folder));
  if (!existsSync(root)) {
    throw new UsageError(say(`没有“${folder}”这个文件夹`, `there is no folder “${folder}”`));
  }
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const texts = names.filter((name) => /\.(?:md|txt|docx|html?)$/i.test(name)).sort();
  const laws: LawText[] = [];
  for (const name of texts) laws.push(await readLawFile(join(root, name), root));
  return laws.filter(({ articles }) => articles.length > 0);
}

async function tell(
  { format, session }: LawRequest,
  shown: readonly LawStanding[],
  all: readonly LawStanding[],
): Promise<void> {
  const { registry } = await import('../law/registry.ts');
  const { day } = registry();
  if (format === 'json') {
    await session.world.out(`${jsonText({ registry: day, laws: shown }, 2)}\n`);
    return;
  }
  const lines = shown.flatMap(linesOf);
  const odd = all.filter(({ state }) => state !== '有效').length;
  lines.push(
    say(
      `引用的法律共${all.length}部，${odd}部要看一看；法规库收录到${day}，部门规章收得很少`,
      `${all.length} laws cited, ${odd} to look at; the registry ends on ${day}`,
    ),
  );
  await session.world.out(`${lines.map((line) => visible(session.tell(line))).join('\n')}\n`);
}

function linesOf({ title, state, why, items, changes }: LawStanding): Words[] {
  const names = items.map(({ name }) => name).join('、');
  return [
    say(`《${title}》　${state}${why.zh === '' ? '' : `：${why.zh}`}`, `${title}: ${why.en}`),
    say(`  引用它的事项：${names}`, `  items: ${names}`),
    ...changes.map(({ kind, article, before = '', after = '' }) => {
      const was = before === '' ? '' : `\n    原来：${before}`;
      const is = after === '' ? '' : `\n    现在：${after}`;
      return say(`  ${article} ${CHANGES[kind]}${was}${is}`, `  ${article} ${kind}${was}${is}`);
    }),
  ];
}

const CHANGES = { added: '增加', removed: '删去', changed: '修改' } as const;
