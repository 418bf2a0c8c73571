import type { LawArticle } from './read-law.ts';

/** What differs between two versions of a law, in the order of the newer one. */
export interface LawChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** As in the newer version; of a removed article as in the older one. */
  readonly article: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * Articles that say something else. Renumbering, blanks, punctuation, brackets, full width, ways of
 * writing nought (○, 〇, 0) and headings are no amendments.
 */
export function compareLaws(
  older: readonly LawArticle[],
  newer: readonly LawArticle[],
): LawChange[] {
  const pairs = pairUp(older, newer);
  const changes: LawChange[] = [];
  for (const [one, other] of pairs) {
    if (one === undefined && other !== undefined) {
      changes.push({ kind: 'added', article: other.name, after: other.text });
    } else if (one !== undefined && other === undefined) {
      changes.push({ kind: 'removed', article: one.name, before: one.text });
    } else if (one !== undefined && other !== undefined && !isSame(one, other)) {
      const { name } = other;
      changes.push({ kind: 'changed', article: name, before: one.text, after: other.text });
    }
  }
  return changes;
}

type Pair = readonly [LawArticle | undefined, LawArticle | undefined];

/** Same words first, in order; what is between two such pairs by likeness. */
function pairUp(older: readonly LawArticle[], newer: readonly LawArticle[]): Pair[] {
  const pairs: Pair[] = [];
  let [from, to] = [0, 0];
  for (const [a, b] of [...anchors(older, newer), [older.length, newer.length] as const]) {
    pairs.push(...pairAlike(older.slice(from, a), newer.slice(to, b)));
    if (a < older.length) pairs.push([older[a], newer[b]]);
    [from, to] = [a + 1, b + 1];
  }
  return pairs;
}

/** The longest run of articles with the same words, as places in both. */
function anchors(older: readonly LawArticle[], newer: readonly LawArticle[]): [number, number][] {
  const [a, b] = [older.map(plain), newer.map(plain)];
  const lengths = a.map(() => new Uint16Array(b.length + 1));
  lengths.push(new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0);
      const row = lengths[i];
      if (row !== undefined) row[j] = a[i] === b[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : skip;
    }
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return found;
}

const LEAST_ALIKE = 0.4;

function pairAlike(older: readonly LawArticle[], newer: readonly LawArticle[]): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  for (const article of newer) {
    const rest = older.slice(from);
    const likeness = rest.map((one) => alike(plain(one), plain(article)));
    const best = likeness.indexOf(Math.max(...likeness));
    if (best < 0 || (likeness[best] ?? 0) < LEAST_ALIKE) {
      pairs.push([undefined, article]);
      continue;
    }
    for (const gone of rest.slice(0, best)) pairs.push([gone, undefined]);
    pairs.push([rest[best], article]);
    from += best + 1;
  }
  return [...pairs, ...older.slice(from).map((gone): Pair => [gone, undefined])];
}

/** Collections lose titles now and then: 《》 is like any title. */
function isSame(one: LawArticle, other: LawArticle): boolean {
  if (plain(one) === plain(other)) return true;
  if (![one, other].some(({ text }) => text.includes('《》'))) return false;
  const [a, b] = [one, other].map((each) => ({
    ...each,
    text: each.text.replace(/《[^》]*》/g, ''),
  }));
  return a !== undefined && b !== undefined && plain(a) === plain(b);
}

/** Share of neighbouring pairs of characters that both have (Dice). */
function alike(a: string, b: string): number {
  const [one, other] = [bigrams(a), bigrams(b)];
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return one.size + other.size === 0 ? 1 : (2 * common) / (one.size + other.size);
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Letters and numerals alone. */
function plain({ text }: LawArticle): string {
  return text
    .normalize('NFKC')
    .replace(/[○〇零0O]/g, '〇')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
