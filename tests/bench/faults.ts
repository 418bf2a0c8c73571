import type { Random } from './random.ts';

/** Slips as they are found in catalogues: what stands there and what somebody wrote instead. */
const SLIPS: readonly (readonly [found: RegExp, written: string])[] = [
  [/^notes: .*$/m, 'notes: 申请人应当提供身份证、营业执照等材料。'],
  [/^ {2}committed: .*$/m, '  committed: 60个工作日'],
  [/^case: 承诺件$/m, 'case: 承诺办件'],
  [/^division:/m, 'divison:'],
  [/window: business/, 'window: busines'],
  [/^ {2}consult: .*$/m, '  consult: "５５５０１０３"'],
  [/^reviewed: .*$/m, 'reviewed: 2025-01-16'],
  [/^visits_reason: .*$/m, 'visits_reason:'],
  [/^visits: 1$/m, 'visits: 一次'],
  [/^effective: 2026-01-01$/m, 'effective: 2026年1月'],
  [/^remedies: .*$/m, 'remedies: 略'],
];

/** What makes a file unreadable as a whole. */
const BREAK = [/^notes: .*$/m, 'notes: 注意: 详情见: 大厅公告'] as const;

/** The text of an item with one of the slips made. */
export function faultIn(text: string, random: Random, readable: boolean): string {
  const [found, written] = random.pick(readable ? SLIPS : [...SLIPS, BREAK]);
  return text.replace(found, written);
}
