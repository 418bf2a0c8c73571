import type { Pair, Pairs } from '../diff/pairs.ts';
import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { whole } from './figure.ts';
import { committedOf } from './limits.ts';
import type { Policy } from './policy.ts';
import { add, compare, divide, type Rational, subtract, ZERO } from './rational.ts';
import { type LeftOut, type Omission, out } from './selection.ts';

/** One of the four reductions for an item that is in both catalogues. */
export interface Delta {
  readonly before: Rational;
  readonly after: Rational;
}

/** A reduction in total (减时限、减材料、减环节、减跑动), with all that was compared. */
export interface Reduction {
  readonly key: 'limit' | 'materials' | 'steps' | 'visits';
  readonly label: Words;
  readonly unit: Words;
  readonly formula: Words;
  readonly before: Rational;
  readonly after: Rational;
  /** (before − after) ÷ before; below zero for an increase; absent when there was nothing. */
  readonly rate?: Rational;
  readonly compared: number;
  readonly leftOut: readonly LeftOut[];
}

/** An item of both catalogues, with its deltas in the order of the reductions. */
export interface ItemReduction extends Pair {
  readonly deltas: readonly (Delta | undefined)[];
  /** What was added and dropped by name: materials and steps. */
  readonly changes: readonly Words[];
}

/** What changed between two states of a catalogue. */
export interface Reductions {
  readonly totals: readonly Reduction[];
  /** Items of which something was reduced or increased. */
  readonly items: readonly ItemReduction[];
  /** How many items are in both. */
  readonly kept: number;
  readonly added: readonly Entry<Item>[];
  readonly dropped: readonly Entry<Item>[];
}

type Read = (item: Item, policy: Policy) => { readonly days: Rational } | Omission;

const blank = (pointer: string, label: string): Omission => ({
  pointer,
  reason: say(`没有填写${label}`, `${label} is blank`),
});

const MEASURES: readonly (Pick<Reduction, 'key' | 'label' | 'unit' | 'formula'> & {
  read: Read;
})[] = [
  {
    key: 'limit',
    label: say('减时限', 'time limits'),
    unit: say('个工作日', 'working days'),
    formula: say('（Σ原承诺时限 − Σ现承诺时限）÷ Σ原承诺时限', '(Σ before − Σ after) ÷ Σ before'),
    read: committedOf,
  },
  {
    key: 'materials',
    label: say('减材料', 'materials'),
    unit: say('份', 'pieces'),
    formula: say('申请人要提交的材料份数，免提交的不算', 'materials that are not waived'),
    read: ({ materials }) =>
      materials === undefined
        ? blank('/materials', '申请材料')
        : { days: whole(demanded(materials).length) },
  },
  {
    key: 'steps',
    label: say('减环节', 'steps'),
    unit: say('个', 'steps'),
    formula: say('办理流程的环节数', 'steps of the process'),
    read: ({ steps }) =>
      steps === undefined ? blank('/steps', '办理流程') : { days: whole(steps.length) },
  },
  {
    key: 'visits',
    label: say('减跑动', 'visits'),
    unit: say('次', 'visits'),
    formula: say('到办事现场次数', 'visits to the hall'),
    read: ({ visits }) =>
      visits === undefined ? blank('/visits', '到办事现场次数') : { days: whole(visits) },
  },
];

/** Compares the items of both catalogues that the 口径 counts; the others are shown apart. */
export function measureReductions(pairs: Pairs, policy: Policy): Reductions {
  const counts = ({ value }: Entry<Item>): boolean =>
    policy.types.includes(value.type) && policy.states.includes(value.state ?? '在用');
  const kept = pairs.kept.filter((pair) => counts(pair.before) && counts(pair.after));
  const totals = MEASURES.map((measure) => total(measure, kept, policy));
  const items = kept.map((pair): ItemReduction => {
    const deltas = MEASURES.map(({ read }) => deltaOf(pair, read, policy));
    return { ...pair, deltas, changes: namedChanges(pair) };
  });
  const began = pairs.kept.filter((pair) => !counts(pair.before) && counts(pair.after));
  const ended = pairs.kept.filter((pair) => counts(pair.before) && !counts(pair.after));
  return {
    totals,
    items: items.filter(({ deltas, changes }) => changes.length > 0 || deltas.some(differs)),
    kept: kept.length,
    added: [...pairs.added.filter(counts), ...began.map((pair) => pair.after)],
    dropped: [...pairs.dropped.filter(counts), ...ended.map((pair) => pair.before)],
  };
}

function total(
  { read, ...measure }: (typeof MEASURES)[number],
  kept: readonly Pair[],
  policy: Policy,
): Reduction {
  let before = ZERO;
  let after = ZERO;
  const leftOut: LeftOut[] = [];
  for (const pair of kept) {
    const [old, now] = [read(pair.before.value, policy), read(pair.after.value, policy)];
    if ('days' in old && 'days' in now) {
      before = add(before, old.days);
      after = add(after, now.days);
    } else if ('reason' in now) leftOut.push(out(pair.after, now));
    else if ('reason' in old) {
      const reason = say(`原来${old.reason.zh}`, `before: ${old.reason.en}`);
      leftOut.push(out(pair.before, { pointer: old.pointer, reason }));
    }
  }
  const some = compare(before, ZERO) > 0;
  const rate = some ? { rate: divide(subtract(before, after), before) } : {};
  return { ...measure, before, after, ...rate, compared: kept.length - leftOut.length, leftOut };
}

function deltaOf(pair: Pair, read: Read, policy: Policy): Delta | undefined {
  const [before, after] = [read(pair.before.value, policy), read(pair.after.value, policy)];
  if (!('days' in before) || !('days' in after)) return undefined;
  return { before: before.days, after: after.days };
}

function differs(delta: Delta | undefined): boolean {
  return delta !== undefined && compare(delta.before, delta.after) !== 0;
}

function demanded(materials: NonNullable<Item['materials']>): NonNullable<Item['materials']> {
  return materials.filter(({ waiver }) => waiver === undefined);
}

function namedChanges({ before, after }: Pair): readonly Words[] {
  const lists: readonly [string, string, (item: Item) => readonly string[]][] = [
    ['材料', 'material', (item) => demanded(item.materials ?? []).map(({ name }) => name)],
    ['环节', 'step', (item) => (item.steps ?? []).map(({ name }) => name)],
  ];
  return lists.flatMap(([zh, en, namesOf]) => {
    const [old, now] = [namesOf(before.value), namesOf(after.value)];
    const less = old.filter((name) => !now.includes(name));
    const more = now.filter((name) => !old.includes(name));
    return [
      ...less.map((name) => say(`减${zh}“${name}”`, `${en} “${name}” dropped`)),
      ...more.map((name) => say(`增${zh}“${name}”`, `${en} “${name}” added`)),
    ];
  });
}
