import type { Finding, Span } from '../model/finding.ts';
import { say, type Words } from '../model/words.ts';
import { LOAD_RULES, type LoadRuleId } from './rules.ts';

const SEVERITY = new Map(LOAD_RULES.map((rule) => [rule.id, rule.severity]));
const START: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** So many findings of one kind are told of one file: nobody goes through more before mending. */
const MOST = 50;

/**
 * Puts into words what is wrong with one file; where there is very much of one kind, the last that
 * is told says how much more there is.
 */
export function tellMost<T>(
  all: readonly T[],
  kindOf: (one: T) => string,
  tell: (one: T) => Finding,
): Finding[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(kindOf(one), (counts.get(kindOf(one)) ?? 0) + 1);
  const told = new Map<string, number>();
  const findings: Finding[] = [];
  for (const one of all) {
    const kind = kindOf(one);
    const number = (told.get(kind) ?? 0) + 1;
    told.set(kind, number);
    if (number > MOST) continue;
    const more = (counts.get(kind) ?? 0) - MOST;
    findings.push(number === MOST && more > 0 ? withMore(tell(one), more) : tell(one));
  }
  return findings;
}

function withMore(finding: Finding, more: number): Finding {
  const { zh, en } = finding.message;
  const message = say(
    `${zh}（这个文件里同类问题另有 ${more} 处，没有列出）`,
    `${en} (${more} more of this kind in the file are not listed)`,
  );
  return { ...finding, message };
}

/** Characters of a value that a message quotes: more is not read, and may be 1 MB. */
const MOST_QUOTED = 80;

/** A value as messages quote it. */
export function quoted(text: string): string {
  return `“${cut(text)}”`;
}

/** As much of a value as a message may hold. */
export function cut(text: string): string {
  const line = text.replaceAll('\n', '⏎');
  if (line.length <= MOST_QUOTED) return line;
  return `${line.slice(0, MOST_QUOTED).replace(/[\ud800-\udbff]$/, '')}……`;
}

/** A finding of the loader; without a span it stands at the head of the file. */
export function loadFinding(
  rule: LoadRuleId,
  path: string,
  place: { readonly pointer?: string; readonly span?: Span },
  message: Words,
  hint?: Words,
): Finding {
  return {
    rule,
    severity: SEVERITY.get(rule) ?? 'error',
    path,
    pointer: place.pointer ?? '',
    span: place.span ?? START,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}
