import { say, type Words } from '../model/words.ts';
import type { ClaimAudit, Level } from '../stats/claims/claim.ts';
import type { Rational } from '../stats/rational.ts';
import { jsonText } from '../text/json-text.ts';
import { visible } from '../text/visible.ts';

/** Puts words into the language asked for. */
export type Tell = (words: Words) => string;

/** Claims that were audited, with where they come from and by what they were judged. */
export interface ClaimsReport {
  readonly path: string;
  readonly title: string;
  readonly audits: readonly ClaimAudit[];
  /** SHA-256 of the file, in hex. */
  readonly digest: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** How units of time are converted. */
  readonly units: readonly Words[];
  /** Figures of the catalogue by the names that workings use. */
  readonly catalogue: ReadonlyMap<string, Rational>;
  /** Names of the ledgers that workings may use. */
  readonly ledgers: readonly string[];
}

/** How a level is told. */
export const LEVELS: Record<Level, Words> = {
  pass: say('通过', 'passes'),
  warn: say('要改说法', 'say it better'),
  fail: say('不通过', 'fails'),
  unchecked: say('没有核对', 'unchecked'),
};

/** The audit as JSON: every figure with its verdicts, the gravest first. */
export function claimsJson(
  { path, title, audits }: Pick<ClaimsReport, 'path' | 'title' | 'audits'>,
  tell: Tell,
): string {
  const claims = audits.map(({ claim, figures, level }) => ({
    id: claim.id,
    level,
    quote: claim.quote,
    ...(claim.source === undefined ? {} : { source: claim.source }),
    path,
    line: claim.line,
    figures: figures.map(({ figure, rulings }) => ({
      name: figure.name,
      says: figure.printed.text,
      ...(figure.is === undefined ? {} : { is: figure.is.text }),
      rulings: rulings.map((ruling) => ({ ...ruling, why: tell(ruling.why) })),
    })),
  }));
  return `${jsonText({ title, summary: countLevels(audits), claims }, 2)}\n`;
}

/** The audit for a terminal: each sentence, and below it what is to be said of its figures. */
export function claimsText({ path, title, audits }: ClaimsReport, tell: Tell): string {
  const lines = [title];
  for (const { claim, figures, level } of audits) {
    lines.push('', `${path}:${claim.line} ${claim.id} ${tell(LEVELS[level])}`);
    lines.push(`  “${claim.quote}”${claim.source === undefined ? '' : `（${claim.source}）`}`);
    for (const { figure, rulings } of figures) {
      for (const { verdict, why } of rulings) {
        if (verdict === '没有核对' && figure.is === undefined && !figure.printed.unread) continue;
        lines.push(`  ${figure.name} ${figure.printed.text} ${verdict}：${tell(why)}`);
      }
    }
  }
  const { pass, warn, fail, unchecked } = countLevels(audits);
  lines.push(
    '',
    tell(
      say(
        `${audits.length} 句：通过 ${pass}，要改说法 ${warn}，不通过 ${fail}，没有核对 ${unchecked}`,
        `${audits.length} claims: ${pass} pass, ${warn} to be said better, ${fail} fail, ${unchecked} unchecked`,
      ),
    ),
  );
  return `${lines.map(visible).join('\n')}\n`;
}

/** How many claims there are of each level. */
export function countLevels(audits: readonly ClaimAudit[]): Record<Level, number> {
  const count = (level: Level): number => audits.filter((each) => each.level === level).length;
  return {
    pass: count('pass'),
    warn: count('warn'),
    fail: count('fail'),
    unchecked: count('unchecked'),
  };
}
