import type { FileChanges } from '../diff/catalog-changes.ts';
import type { Burden, FieldChange } from '../model/change.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { whole } from './figure.ts';
import { committedOf } from './limits.ts';
import type { Policy } from './policy.ts';
import { add, compare, type Rational, subtract, ZERO } from './rational.ts';

/** What was reduced and what was increased of one kind, one never taken from the other. */
export interface ChangeSum {
  readonly key: 'limit' | 'materials' | 'copies' | 'steps' | 'visits' | 'fees' | 'conditions';
  readonly label: Words;
  readonly unit: Words;
  readonly less: Rational;
  readonly more: Rational;
}

/** The sums of all that changed between two states of a catalogue. */
export interface ChangeTotals {
  readonly files: Readonly<Record<FileChanges['kind'], number>>;
  readonly fields: Readonly<Record<Burden, number>>;
  readonly sums: readonly ChangeSum[];
}

/** How much a change of a field takes off (below 0) or puts on. */
type Measure = (field: FieldChange, change: FileChanges, policy: Policy) => Rational;

const MEASURES: readonly (Pick<ChangeSum, 'key' | 'label' | 'unit'> & {
  readonly at: RegExp;
  readonly measure: Measure;
})[] = [
  {
    ...{ key: 'limit', label: say('时限', 'time limits'), unit: say('个工作日', 'working days') },
    at: /^\/limits\/committed$/,
    measure: committedDays,
  },
  {
    ...{ key: 'materials', label: say('材料', 'materials'), unit: say('份', 'pieces') },
    at: /^\/materials\/\d+(?:\/waiver)?$/,
    measure: oneOfBurden,
  },
  {
    ...{ key: 'copies', label: say('份数', 'copies'), unit: say('份', 'copies') },
    at: /^\/materials\/\d+\/(?:copies|photocopies)$/,
    measure: difference,
  },
  {
    ...{ key: 'steps', label: say('环节', 'steps'), unit: say('个', 'steps') },
    at: /^\/steps\/\d+$/,
    measure: oneOfBurden,
  },
  {
    ...{ key: 'visits', label: say('跑动', 'visits'), unit: say('次', 'visits') },
    at: /^\/visits$/,
    measure: difference,
  },
  {
    ...{ key: 'fees', label: say('收费', 'fees'), unit: say('处', 'places') },
    at: /^\/fees(?:$|\/)/,
    measure: oneOfBurden,
  },
  {
    ...{ key: 'conditions', label: say('条件', 'conditions'), unit: say('条', 'conditions') },
    at: /^\/(?:conditions|prohibitions)\//,
    measure: oneOfBurden,
  },
];

/** Adds up what changed; only items that are there before and after count in the sums. */
export function changeTotals(changes: readonly FileChanges[], policy: Policy): ChangeTotals {
  const files = { added: 0, removed: 0, moved: 0, changed: 0 };
  const fields: Record<Burden, number> = { 减负: 0, 增负: 0, 中性: 0 };
  for (const change of changes) {
    files[change.kind] += 1;
    for (const { burden } of change.fields) fields[burden] += 1;
  }
  const items = changes.filter(({ of }) => of === 'item');
  const sums = MEASURES.map(({ at, measure, ...about }): ChangeSum => {
    let [less, more] = [ZERO, ZERO];
    for (const change of items) {
      for (const field of change.fields.filter(({ pointer }) => at.test(pointer))) {
        const amount = measure(field, change, policy);
        if (compare(amount, ZERO) < 0) less = subtract(less, amount);
        else more = add(more, amount);
      }
    }
    return { ...about, less, more };
  });
  return { files, fields, sums };
}

/** In working days; nothing where one of the limits cannot be counted. */
function committedDays(_: FieldChange, { before, after }: FileChanges, policy: Policy): Rational {
  if (before === undefined || after === undefined) return ZERO;
  // Versions of kind item were read by the schema of items.
  const days = [before, after].map(({ value }) => committedOf(value as Item, policy));
  const [old, now] = days.map((each) => ('days' in each ? each.days : undefined));
  return old === undefined || now === undefined ? ZERO : subtract(now, old);
}

function oneOfBurden({ burden }: FieldChange): Rational {
  return whole(burden === '增负' ? 1 : burden === '减负' ? -1 : 0);
}

/** Of numbers as they are written; nothing where one of them is not. */
function difference({ before, after }: FieldChange): Rational {
  const [old, now] = [before, after].map((text) => (/^\d+$/.test(text) ? Number(text) : undefined));
  return old === undefined || now === undefined ? ZERO : whole(now - old);
}
