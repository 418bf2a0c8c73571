import type { ArticleLimit } from '../law/article-limits.ts';
import { say, type Words } from '../model/words.ts';
import { formatDuration } from '../text/duration.ts';
import { jsonText } from '../text/json-text.ts';
import { quotable, visible } from '../text/visible.ts';
import { type ExitCode, UsageError } from './command.ts';
import { type LawRequest, missing } from './law-request.ts';

/** A limit and the article that sets it; the article is blank for a text without any. */
interface FoundLimit extends ArticleLimit {
  readonly article: string;
}

/** `mingbai law limits <file>`: the limits that the articles of a text set. */
export async function tellLimits({
  what,
  options,
  format,
  session,
}: LawRequest): Promise<ExitCode> {
  if (what === undefined) throw missing('文件，例如：mingbai law limits 水法.md', 'the file');
  const { readLawText } = await import('./law-file.ts');
  const { readLaw } = await import('../law/read-law.ts');
  const { limitsOf } = await import('../law/article-limits.ts');
  const text = await readLawText(what, session.world.cwd);
  const { articles } = readLaw(text);
  const wanted = options.article === undefined ? undefined : await numbered(options.article);
  const chosen = articles.filter(({ number }) => wanted === undefined || wanted.includes(number));
  if (wanted !== undefined && chosen.length === 0) {
    throw new UsageError(
      say(
        `“${quotable(what)}”里没有${quotable(String(options.article))}`,
        `“${quotable(what)}” has no ${quotable(String(options.article))}`,
      ),
    );
  }
  const parts = articles.length === 0 ? [{ name: '', text }] : chosen;
  const found = parts.flatMap((part) =>
    limitsOf(part.text).map((limit): FoundLimit => ({ article: part.name, ...limit })),
  );
  const body = format === 'json' ? `${jsonText(found, 2)}\n` : table(found, session.tell);
  await session.world.out(body);
  return 0;
}

async function numbered(article: unknown): Promise<readonly number[]> {
  const { articleNumbers } = await import('../text/article.ts');
  const numbers = articleNumbers(String(article));
  if (numbers.length > 0) return numbers;
  throw new UsageError(
    say(
      `看不懂条号“${quotable(String(article))}”，写成：--article 第十九条`,
      `no article is called “${quotable(String(article))}”: write --article 第十九条`,
    ),
  );
}

const WHO = { authority: say('机关', 'authority'), citizen: say('办事人', 'citizen') };
const KINDS = { limit: say('时限', 'limit'), extension: say('延长', 'extension') };

function table(found: readonly FoundLimit[], tell: (words: Words) => string): string {
  if (found.length === 0) return `${tell(say('没有规定时限的条文', 'no article sets a limit'))}\n`;
  const lines = found.map((limit) => {
    const { article, number, unit, direction, from, act } = limit;
    const side = direction === 'before' ? say('以前', 'before') : say('以内', 'within');
    const parts = [article, tell(WHO[limit.who]), tell(KINDS[limit.kind])];
    return [...parts, `${formatDuration({ amount: number, unit })}${tell(side)}`, from, act]
      .map(visible)
      .join('\t');
  });
  return `${lines.join('\n')}\n`;
}
