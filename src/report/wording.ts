import type { Severity } from '../model/finding.ts';
import type { Words } from '../model/words.ts';
import { say } from '../model/words.ts';
import { displayWidth } from '../text/characters.ts';
import { jsonText } from '../text/json-text.ts';
import { visible } from '../text/visible.ts';

/** A vague expression in one entry of a plain text. */
export interface EntryFinding {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  /** Characters of the entry, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: Words;
  readonly hint: Words;
  readonly citation: string | undefined;
}

/** One line of a plain text with what was found in it; lines count from 1. */
export interface EntryReport {
  readonly line: number;
  readonly text: string;
  readonly findings: readonly EntryFinding[];
}

type Tell = (words: Words) => string;

const LEVELS: Readonly<Record<Severity, Words>> = {
  error: say('错误', 'error'),
  warning: say('警告', 'warning'),
  info: say('建议', 'info'),
};

/** For programs: an array with one element a line, also for lines without findings. */
export function wordingJson(entries: readonly EntryReport[], tell: Tell): string {
  const plain = entries.map(({ line, text, findings }) =>
    jsonText({
      line,
      text,
      findings: findings.map((finding) => ({
        rule: finding.rule,
        category: finding.category,
        severity: finding.severity,
        start: finding.start,
        end: finding.end,
        text: finding.text,
        message: tell(finding.message),
        hint: tell(finding.hint),
        citation: finding.citation ?? null,
      })),
    }),
  );
  return plain.length === 0 ? '[]\n' : `[\n${plain.join(',\n')}\n]\n`;
}

/** For a person: each entry with marks under the words, then what to do, then the sum. */
export function wordingPretty(
  entries: readonly EntryReport[],
  name: string,
  color: boolean,
  tell: Tell,
): string {
  const paint = (code: number, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks: string[] = [];
  for (const { line, text, findings } of entries) {
    const characters = [...text.replaceAll('\t', ' ')].map(visible);
    for (const finding of findings) {
      const { severity, rule, start, end, message, hint, citation } = finding;
      const tint = { error: 31, warning: 33, info: 36 }[severity];
      const before = displayWidth(characters.slice(0, start).join(''));
      const width = displayWidth(characters.slice(start, end).join(''));
      const place = `${visible(name)}:${line}:${start + 1}`;
      const level = paint(tint, tell(LEVELS[severity]));
      blocks.push(
        `${place} ${level} ${visible(tell(message))} ${paint(2, `[${rule}]`)}`,
        `  ${characters.join('')}`,
        `  ${' '.repeat(before)}${paint(tint, '^'.repeat(Math.max(1, width)))}`,
        ...(citation ? [`${tell(say('  依据：', '  basis: '))}${citation}`] : []),
        `${tell(say('  改法：', '  mend: '))}${visible(tell(hint))}`,
        '',
      );
    }
  }
  return `${[...blocks, summary(entries, tell)].join('\n')}\n`;
}

function summary(entries: readonly EntryReport[], tell: Tell): string {
  const all = entries.flatMap(({ findings }) => findings);
  const count = (severity: Severity) => all.filter((f) => f.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  return tell(
    say(
      `读了 ${entries.length} 条：错误 ${errors} 处，警告 ${warnings} 处，建议 ${infos} 处`,
      `${entries.length} entries: ${errors} errors, ${warnings} warnings, ${infos} notes`,
    ),
  );
}
