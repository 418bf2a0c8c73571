import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { ALIKE, likeness } from './likeness.ts';
import { type Fields, isRecord, markOfValue } from './plain.ts';

/** One item as it stood before and as it stands after. */
export interface Pair {
  readonly before: Entry<Item>;
  readonly after: Entry<Item>;
}

/** The items of two catalogues: those of both, and those of one only. */
export interface Pairs {
  readonly kept: readonly Pair[];
  readonly added: readonly Entry<Item>[];
  readonly dropped: readonly Entry<Item>[];
}

/** Something that has an id and is found again by what it says. */
interface Known {
  readonly id: string;
  readonly path: string;
  readonly value: object;
}

/** What is on both sides, and what is on one only. */
interface Paired<T> {
  readonly kept: readonly { readonly before: T; readonly after: T }[];
  readonly added: readonly T[];
  readonly dropped: readonly T[];
}

/** Finds each item of a catalogue again. */
export function pairItems(before: Catalog, after: Catalog): Pairs {
  return pairEntries(before.items, after.items);
}

/**
 * Finds each entry again: by id, and where the id was changed by the code of the item (业务办理项编码,
 * else 实施编码), by its name, or by all that it says, provided that only one can be meant.
 */
export function pairEntries<T extends Known>(before: readonly T[], after: readonly T[]): Paired<T> {
  const kept: { before: T; after: T }[] = [];
  let [dropped, added] = [[...before], [...after]];
  for (const keyOf of [({ id }: Known) => id, codeOf, nameOf, contentOf]) {
    const [old, now] = [unique(dropped, keyOf), unique(added, keyOf)];
    const found = [...now].flatMap(([key, entry]) => {
      const was = old.get(key);
      return was === undefined ? [] : [{ before: was, after: entry }];
    });
    kept.push(...found);
    const used = new Set(found.flatMap((pair) => [pair.before, pair.after]));
    dropped = dropped.filter((entry) => !used.has(entry));
    added = added.filter((entry) => !used.has(entry));
  }
  const alike = mostAlike(dropped, added);
  kept.push(...alike);
  kept.sort((a, b) => (a.after.path < b.after.path ? -1 : 1));
  const used = new Set(alike.flatMap((pair) => [pair.before, pair.after]));
  const isLeft = (entry: T): boolean => !used.has(entry);
  return { kept, added: added.filter(isLeft), dropped: dropped.filter(isLeft) };
}

/** 业务办理项编码, else 实施编码. */
export function codeOf({ value }: Pick<Known, 'value'>): string | undefined {
  const { codes } = value as Fields;
  if (!isRecord(codes)) return undefined;
  const { handling, implementation } = codes;
  return [handling, implementation].find((code) => typeof code === 'string');
}

function titleOf({ value }: Known): string {
  return String((value as Fields).name ?? '');
}

function nameOf({ value }: Known): string | undefined {
  const { name, department } = value as Fields;
  return typeof name === 'string' ? `${name} ${String(department ?? '')}` : undefined;
}

/** In characters: files that say less are like many others. */
const LEAST = 200;

/** All that it says but its id and its name; undefined where that is little. */
function contentOf({ value }: Known): string | undefined {
  const { id: _, name: __, ...rest } = value as Fields;
  const mark = markOfValue(rest);
  return mark.length < LEAST ? undefined : mark;
}

/** Entries by key, without the keys that several have. */
function unique<T extends Known>(
  entries: readonly T[],
  keyOf: (entry: T) => string | undefined,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const doubled = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    if (found.has(key)) doubled.add(key);
    found.set(key, entry);
  }
  for (const key of doubled) found.delete(key);
  return found;
}

/** Where more came and went at once, likeness is not asked for. */
const MOST = 40;

function mostAlike<T extends Known>(dropped: readonly T[], added: readonly T[]): PairOf<T>[] {
  if (dropped.length > MOST || added.length > MOST) return [];
  const marks = new Map([...dropped, ...added].map((entry) => [entry, contentOf(entry)]));
  const pairs = dropped.flatMap((before) =>
    added.map((after) => {
      const [old, now] = [marks.get(before), marks.get(after)];
      if (old === undefined || now === undefined) return { before, after, share: 0 };
      const names = likeness(titleOf(before), titleOf(after));
      return { before, after, share: names < ALIKE / 2 ? 0 : likeness(old, now) };
    }),
  );
  pairs.sort((a, b) => b.share - a.share);
  const used = new Set<T>();
  return pairs.filter(({ before, after, share }) => {
    if (share < ALIKE || used.has(before) || used.has(after)) return false;
    used.add(before).add(after);
    return true;
  });
}

interface PairOf<T> {
  readonly before: T;
  readonly after: T;
}
