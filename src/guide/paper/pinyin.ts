import { pinyin } from 'pinyin-pro';

/** A group of an index: the initial all its entries begin with. */
export interface IndexGroup<T> {
  /** A to Z, or # for what does not begin with a Chinese character or a letter. */
  readonly initial: string;
  readonly entries: readonly T[];
}

/** The spelling by which a Chinese title is sorted: syllables, then the title itself. */
function spelling(title: string): string {
  return pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join(' ')
    .toLowerCase();
}

/** Entries sorted by the sound of their titles and grouped by initial. */
export function byInitial<T>(
  entries: readonly T[],
  titleOf: (entry: T) => string,
): IndexGroup<T>[] {
  const sorted = entries
    .map((entry) => ({ entry, key: spelling(titleOf(entry)), title: titleOf(entry) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.title, b.title));
  const groups = new Map<string, T[]>();
  for (const { entry, key } of sorted) {
    const initial = /^[a-z]/.test(key) ? key.charAt(0).toUpperCase() : '#';
    groups.set(initial, [...(groups.get(initial) ?? []), entry]);
  }
  return [...groups].map(([initial, list]) => ({ initial, entries: list }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
