import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { whole } from './figure.ts';
import { committedOf, limitsOf } from './limits.ts';
import type { Policy } from './policy.ts';
import { add, multiply, type Rational, subtract, ZERO } from './rational.ts';

/** What is counted per case: pieces of paper, visits, working days of waiting. */
export type Spent = 'materials' | 'visits' | 'days';

/** One thing that people spend on a case, before and after; undefined is unknown, never none. */
export interface Change {
  readonly before?: Rational;
  readonly after?: Rational;
}

/** An item with the cases of a year. */
export interface CaseRow {
  readonly item: Entry<Item>;
  readonly cases: bigint;
  readonly spent: Readonly<Record<Spent, Change>>;
}

/** A total over the items of which both sides are known. */
export interface CaseTotal {
  readonly spent: Spent;
  readonly label: Words;
  readonly unit: Words;
  /** Σ cases × what a case takes. */
  readonly before: Rational;
  readonly after: Rational;
  readonly items: number;
  readonly cases: bigint;
  /** Items with cases of which one side is not known. */
  readonly unknown: readonly string[];
}

/** What people are spared in a year. */
export interface Spared {
  readonly rows: readonly CaseRow[];
  readonly totals: readonly CaseTotal[];
  /** Codes of the table that no item has, or more than one. */
  readonly unmatched: readonly { readonly code: string; readonly reason: Words }[];
  /** Whether `before` is another state of the catalogue, or what the law allows. */
  readonly since: boolean;
}

const SPENT: readonly { readonly spent: Spent; readonly label: Words; readonly unit: Words }[] = [
  { spent: 'materials', label: say('提交材料', 'materials'), unit: say('份', 'pieces') },
  { spent: 'visits', label: say('跑动', 'visits'), unit: say('次', 'visits') },
  { spent: 'days', label: say('等待', 'waiting'), unit: say('个工作日', 'working days') },
];

/** Cases of a year by the code or the id of an item. */
export type CaseCounts = ReadonlyMap<string, bigint>;

/** Joins cases to items: by id or any code, which must belong to one item alone. */
export function measureSpared(
  counts: CaseCounts,
  items: Iterable<Entry<Item>>,
  policy: Policy,
  earlier?: ReadonlyMap<string, Item>,
): Spared {
  const found = new Map<string, Entry<Item>[]>();
  for (const entry of items) {
    for (const name of namesOf(entry)) {
      if (counts.has(name)) found.set(name, [...(found.get(name) ?? []), entry]);
    }
  }
  const rows: CaseRow[] = [];
  const unmatched: { code: string; reason: Words }[] = [];
  for (const [code, cases] of counts) {
    const [item, ...more] = found.get(code) ?? [];
    if (item !== undefined && more.length === 0) {
      rows.push({ item, cases, spent: spentOn(item, policy, earlier) });
    } else {
      const many = say('不止一个事项用这个编码', 'several items have this code');
      const none = say('目录里没有这个编码的事项', 'no item has this code');
      unmatched.push({ code, reason: item === undefined ? none : many });
    }
  }
  const totals = SPENT.map((about) => totalOf(rows, about));
  return { rows, totals, unmatched, since: earlier !== undefined };
}

function namesOf({ id, value }: Entry<Item>): ReadonlySet<string> {
  return new Set([id, ...Object.values(value.codes ?? {}).filter((code) => code !== undefined)]);
}

/** Without another state, the law and what is waived say what a case would take. */
function spentOn(
  { id, value }: Entry<Item>,
  policy: Policy,
  earlier?: ReadonlyMap<string, Item>,
): Readonly<Record<Spent, Change>> {
  const old = earlier?.get(id);
  const after = taken(value, policy);
  const before =
    earlier === undefined ? allowed(value, policy) : old === undefined ? {} : taken(old, policy);
  const change = (spent: Spent): Change => ({
    ...(before[spent] === undefined ? {} : { before: before[spent] }),
    ...(after[spent] === undefined ? {} : { after: after[spent] }),
  });
  return { materials: change('materials'), visits: change('visits'), days: change('days') };
}

type Taken = Partial<Record<Spent, Rational>>;

function taken(item: Item, policy: Policy): Taken {
  const { materials, visits } = item;
  const days = committedOf(item, policy);
  return {
    ...(materials && { materials: whole(materials.filter((each) => !each.waiver).length) }),
    ...(visits === undefined ? {} : { visits: whole(visits) }),
    ...('days' in days ? { days: days.days } : {}),
  };
}

/** All materials handed in, and the statutory limit used up; of visits the law says nothing. */
function allowed(item: Item, policy: Policy): Taken {
  const [limit] = limitsOf(item, { ...policy, rows: 'item' });
  return {
    ...(item.materials && { materials: whole(item.materials.length) }),
    ...(limit === undefined || 'reason' in limit ? {} : { days: limit.statutory }),
  };
}

function totalOf(rows: readonly CaseRow[], about: (typeof SPENT)[number]): CaseTotal {
  let [before, after, cases, items] = [ZERO, ZERO, 0n, 0];
  const unknown: string[] = [];
  for (const row of rows) {
    const one = row.spent[about.spent];
    if (one.before === undefined || one.after === undefined) unknown.push(row.item.id);
    else {
      const times = { n: row.cases, d: 1n };
      before = add(before, multiply(one.before, times));
      after = add(after, multiply(one.after, times));
      cases += row.cases;
      items += 1;
    }
  }
  return { ...about, before, after, items, cases, unknown };
}

/** What is spared of a thing; undefined where one side is not known. */
export function sparedOf({ before, after }: Change): Rational | undefined {
  return before === undefined || after === undefined ? undefined : subtract(before, after);
}
