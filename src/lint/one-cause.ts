import type { Entry } from '../model/catalog.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import { labelAt } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import { say, type Words } from '../model/words.ts';
import { isFilled } from './completeness/filled.ts';

const BLANK = 'empty-value';

/**
 * Findings of one file without those that only repeat that a value is blank. Its blank takes over
 * what they say where that is graver: filling it in makes all of it go away.
 */
export function oneCause(findings: readonly Finding[], entry: Entry<unknown>): readonly Finding[] {
  const blanks = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.rule === BLANK && !blanks.has(finding.pointer))
      blanks.set(finding.pointer, finding);
  }
  if (blanks.size === 0) return findings;
  const graver = new Map<Finding, Finding>();
  const left = findings.filter((finding) => {
    const blank = finding.rule === BLANK ? undefined : blankOf(finding, blanks, entry);
    if (blank === undefined) return true;
    const known = graver.get(blank) ?? blank;
    graver.set(blank, isGraver(finding, known) ? takingOver(blank, finding) : known);
    return false;
  });
  return left.map((finding) => graver.get(finding) ?? finding);
}

/** The blank that a finding is about: its value, or the first in a map or list of nothing else. */
function blankOf(
  { pointer, path, hint }: Finding,
  blanks: ReadonlyMap<string, Finding>,
  { value }: Entry<unknown>,
): Finding | undefined {
  const own = blanks.get(pointer);
  // What is required and blank has been read as something.
  if (pointer === '' || (own === undefined && isFilled(valueAt(value, pointer)))) return undefined;
  const key = /：\n\s*([^\s:]+):/.exec(hint?.zh ?? '')?.[1];
  if (key !== undefined && !namesOf(path, pointer).includes(key)) return undefined;
  if (own !== undefined) return own;
  for (const [at, blank] of blanks) if (at.startsWith(`${pointer}/`)) return blank;
  return undefined;
}

/** Both names of the keys on the way to a value: of another key, a hint speaks of something else. */
function namesOf(path: string, pointer: string): string[] {
  const kind = kindOfPath(path) ?? 'item';
  const steps = pointer.split('/').slice(1);
  return steps.flatMap((step, at) => {
    return [step, labelAt(kind, `/${steps.slice(0, at + 1).join('/')}`)];
  });
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

function isGraver(finding: Finding, than: Finding): boolean {
  return ORDER.indexOf(finding.severity) < ORDER.indexOf(than.severity);
}

function withoutChoice({ zh, en }: Words): Words {
  return say(zh.replace(/；或删去这一行$/, ''), en.replace(/, or delete the line$/, ''));
}

function takingOver(blank: Finding, { severity, message, citation }: Finding): Finding {
  return {
    ...blank,
    // What is needed is not deleted.
    ...(blank.hint === undefined ? {} : { hint: withoutChoice(blank.hint) }),
    severity,
    message: say(`${blank.message.zh}；${message.zh}`, `${blank.message.en}; ${message.en}`),
    ...(citation === undefined ? {} : { citation }),
  };
}
