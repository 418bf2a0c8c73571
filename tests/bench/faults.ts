import type { Random } from './random.ts';
import { SHARE, SPREAD } from './spread.ts';
import { SOFT, VAGUE_CONDITIONS, VAGUE_MATERIALS } from './words.ts';

/**
 * What is wrong in a catalogue: nothing; what is found in real records; the same, but every file
 * is YAML, for programs that stop at the first one that is not.
 */
export type Faults = 'none' | 'readable' | 'real';

/** Slips with how many of 219 records have them: what stands there, what was written instead. */
const SLIPS: readonly (readonly [weight: number, found: RegExp, written: string])[] = [
  [23, /^ {2}consult: "(\d{4})-(\d+)"$/m, '  consult: "$2"'],
  [19, /^ {2}statutory: (\d+)个工作日$/m, '  statutory: $1日'],
  [10, /^ {2}consult: "(\d{4})-(\d+)"$/m, '  consult: "$1-$2（工作日）"'],
  [7, /^notes: .*$/m, 'notes: 无'],
  [2, /^ {2}committed: .*$/m, '  committed: 60个人工作日'],
  [2, /^ {2}committed: .*$/m, '  committed: 90个工作日'],
  [1, /^case: 承诺件$/m, 'case: 承诺办件'],
  [1, /^division:/m, 'divison:'],
  [1, /window: business/, 'window: busines'],
  [2, /^reviewed: .*$/m, 'reviewed: 2025-01-16'],
  [1, /^visits_reason: .*$/m, 'visits_reason:'],
  [1, /^visits: 1$/m, 'visits: 一次'],
  [1, /^effective: 2026-01-01$/m, 'effective: 2026年1月'],
];

/** Vague wordings for an item's conditions and materials. */
export interface Vague {
  readonly conditions: readonly string[];
  readonly materials: readonly string[];
  readonly faulty: boolean;
}

/** The vague wordings that an item is given. */
export function vagueTexts(random: Random, faults: Faults): Vague {
  if (faults === 'none') return { conditions: [], materials: [], faulty: false };
  const conditions: string[] = [];
  const materials: string[] = [];
  const count = random.spread(SPREAD.vague);
  for (let place = 0; place < count; place += 1) {
    if (random.chance(0.6)) conditions.push(weighted(random, VAGUE_CONDITIONS)[1]);
    else materials.push(weighted(random, VAGUE_MATERIALS)[1]);
  }
  if (random.chance(SHARE.soft)) conditions.push(...random.some(SOFT, 1 + random.below(4)));
  return { conditions, materials, faulty: count > 0 };
}

/** The text of an item, a slip made in it as often as in real records. */
export function faultIn(text: string, random: Random, faults: Faults): string {
  if (faults === 'none') return text;
  if (faults === 'real' && random.chance(SHARE.unreadable)) {
    return text.replace(/^notes: .*$/m, 'notes: 注意: 详情见: 大厅公告');
  }
  if (!random.chance(SHARE.slip)) return text;
  const [, found, written] = weighted(random, SLIPS);
  return text.replace(found, written);
}

function weighted<T extends readonly [number, ...unknown[]]>(
  random: Random,
  list: readonly T[],
): T {
  const drawn = random.below(list.reduce((sum, [weight]) => sum + weight, 0));
  let sum = 0;
  for (const each of list) {
    sum += each[0];
    if (drawn < sum) return each;
  }
  throw new Error('nothing to choose from');
}
