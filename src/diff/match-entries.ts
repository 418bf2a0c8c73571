import { ALIKE, likeness } from './likeness.ts';
import { bare, type Fields, isRecord, markOfValue } from './plain.ts';

/** An entry of a list, with its place and what people call it. */
export interface Known {
  readonly at: number;
  readonly name: string;
  readonly value: unknown;
}

/** An entry of both lists, or of one only. */
export interface Match {
  readonly before?: Known;
  readonly after?: Known;
}

/** What people know an entry by, the first that is there. */
const NAMES = [
  'name',
  'question',
  'kind',
  'text',
  'law',
  'window',
  'item',
  'term',
  'rule',
  'field',
];

/** More entries than these are held against each other by id and name alone. */
const MOST_ALIKE = 200;

/**
 * Finds the entries of a list again, wherever they stand now: by id, else by name, else as the one
 * whose wording is alike. Those of one list only come last, first what was dropped.
 */
export function matchEntries(before: readonly unknown[], after: readonly unknown[]): Match[] {
  let [old, now] = [before.map(known), after.map(known)];
  const found: Match[] = [];
  for (const keyOf of [idOf, nameOf, contentOf]) {
    const next = matchBy(keyOf, old, now);
    found.push(...next.found);
    [old, now] = [next.old, next.now];
  }
  const alike = matchAlike(old, now);
  found.push(...alike.found);
  found.sort((a, b) => (a.after?.at ?? 0) - (b.after?.at ?? 0));
  return [
    ...alike.old.map((each) => ({ before: each })),
    ...found,
    ...alike.now.map((each) => ({ after: each })),
  ];
}

function known(value: unknown, at: number): Known {
  const said = sayingOf(value) ?? '';
  return { at, name: said === '' ? `第${at + 1}项` : said, value };
}

type Keyed = Pick<Known, 'value'>;

function idOf({ value }: Keyed): string | undefined {
  return isRecord(value) && typeof value.id === 'string' ? value.id : undefined;
}

function nameOf({ value }: Keyed): string | undefined {
  const said = sayingOf(value);
  return said === undefined ? undefined : bare(said);
}

function sayingOf(value: unknown): string | undefined {
  if (!isRecord(value)) return String(value);
  const name = NAMES.map((key) => value[key]).find((each) => typeof each === 'string');
  if (name === undefined) return undefined;
  const [hall, article] = [text(value, 'hall'), text(value, 'article')];
  return `${hall === '' ? '' : `${hall} `}${String(name)}${article}`;
}

function contentOf({ value }: Keyed): string {
  return markOfValue(value);
}

function text(value: Fields, key: string): string {
  const found = value[key];
  return typeof found === 'string' ? found : '';
}

interface Matched {
  readonly found: Match[];
  readonly old: Known[];
  readonly now: Known[];
}

/** Entries of the same key, one after the other where a list has it several times. */
function matchBy(
  keyOf: (entry: Keyed) => string | undefined,
  before: readonly Known[],
  after: readonly Known[],
): Matched {
  const left = new Map<string, Known[]>();
  for (const entry of before) {
    const key = keyOf(entry);
    if (key !== undefined) left.set(key, [...(left.get(key) ?? []), entry]);
  }
  const found: Match[] = [];
  const now: Known[] = [];
  const used = new Set<Known>();
  for (const entry of after) {
    const old = left.get(keyOf(entry) ?? '')?.shift();
    if (old === undefined) now.push(entry);
    else {
      used.add(old);
      found.push({ before: old, after: entry });
    }
  }
  return { found, old: before.filter((entry) => !used.has(entry)), now };
}

/** The most alike first; an entry of which the id went is not looked for again. */
function matchAlike(before: readonly Known[], after: readonly Known[]): Matched {
  if (before.length > MOST_ALIKE || after.length > MOST_ALIKE) {
    return { found: [], old: [...before], now: [...after] };
  }
  const pairs = before.flatMap((old) =>
    after.map((now) => ({ old, now, share: likeness(old.name, now.name) })),
  );
  pairs.sort((a, b) => b.share - a.share || a.old.at - b.old.at || a.now.at - b.now.at);
  const used = new Set<Known>();
  const found: Match[] = [];
  for (const { old, now, share } of pairs) {
    if (share < ALIKE || used.has(old) || used.has(now)) continue;
    used.add(old).add(now);
    found.push({ before: old, after: now });
  }
  const isLeft = (entry: Known): boolean => !used.has(entry);
  return { found, old: before.filter(isLeft), now: after.filter(isLeft) };
}
