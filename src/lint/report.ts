import type { Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Allowance } from '../model/schema.gen.ts';
import { valueAt } from '../model/texts.ts';
import { say, type Words } from '../model/words.ts';
import { type Bound, isWithinReach } from './reach.ts';
import type { Report, Rule } from './rule.ts';
import { isSeverity } from './wording/levels.ts';

/** Whether the file allows this rule for the text found; wording rules see to theirs themselves. */
export function isAllowed(rule: Rule, { pointer, range }: Report, entry: Entry<unknown>): boolean {
  if (rule.id.startsWith('wording-')) return false;
  return allowancesOn(entry.value, pointer).some((each) => {
    if (each.rule !== rule.id || !each.reason || each.text === '') return false;
    const value = valueAt(entry.value, pointer);
    if (value === undefined || typeof value === 'object') return false;
    return touches(String(value), each.text, range);
  });
}

/** The allowances of a file and of each entry on the way to a pointer. */
function allowancesOn(root: unknown, pointer: string): Allowance[] {
  const steps = pointer.split('/');
  return steps.flatMap((_, depth) => {
    // Every kind of file and entry has it or has it not; the schema sees to its form.
    const { allow } = Object(valueAt(root, steps.slice(0, depth + 1).join('/'))) as {
      readonly allow?: readonly Allowance[];
    };
    return Array.isArray(allow) ? allow : [];
  });
}

function touches(value: string, text: string, range: Report['range']): boolean {
  if (range === undefined) return value.includes(text);
  const [start, end] = range;
  for (let at = value.indexOf(text); at !== -1; at = value.indexOf(text, at + 1)) {
    if (at < end && at + text.length > start) return true;
  }
  return false;
}

/**
 * What a rule says as a finding at its place, at the level that the settings give the rule. An
 * article that does not bind there is not cited: then it is advice, said to be and no error, unless
 * it is a fault whatever articles say, or the settings make it one.
 */
export function toFinding(
  rule: Rule,
  report: Report,
  path: string,
  span: Finding['span'],
  level: unknown,
  about: Omit<Bound, 'pointer'>,
): Finding {
  const { pointer, message } = report;
  const cited = report.citation ?? rule.citation;
  const binds = cited === undefined || isWithinReach(cited, { ...about, pointer });
  const citation = binds ? cited : undefined;
  const isOwn = binds || rule.standsAlone === true;
  const usual = report.severity ?? rule.severity;
  const least = usual === 'error' && !isOwn ? 'warning' : usual;
  const severity = isSeverity(level) ? level : least;
  // What stops a build is no advice.
  const hint = isOwn || severity === 'error' ? report.hint : advice(report.hint);
  return {
    rule: rule.id,
    severity,
    path,
    pointer,
    span,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(citation === undefined ? {} : { citation }),
  };
}

function advice(hint: Words | undefined): Words {
  if (hint === undefined) return say('建议改，没有条文强制要求', 'advice: no article demands it');
  return say(`建议（没有条文强制要求）：${hint.zh}`, `advice, no article demands it: ${hint.en}`);
}
