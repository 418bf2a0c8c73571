import type { Pattern, Sequence } from './pattern.ts';

/** How common a word of one or two characters is thought to be; more is more common. */
export type Commonness = (word: string) => number;

/**
 * Words of one or two characters of which every text that a pattern matches has one, the rarest
 * to be found in the pattern: to look for them tells that most texts need no closer look.
 */
export function anchorsOf(
  { sequence, prefixes }: Pattern,
  commonness: Commonness,
): readonly string[] {
  const pairs = [...new Set(prefixes.map((prefix) => prefix.slice(0, 2)))];
  return rarest([...candidates(sequence, commonness), pairs], commonness) ?? pairs;
}

/** Sets of words of which each text that the sequence matches has one, for each of the sets. */
function* candidates(sequence: Sequence, commonness: Commonness): Iterable<readonly string[]> {
  for (const [at, { node, optional }] of sequence.entries()) {
    if (optional) continue;
    if (node.kind === 'char') {
      const next = sequence[at + 1];
      const pair = next?.node.kind === 'char' && !next.optional ? node.char + next.node.char : '';
      if (pair.length === 2) yield [pair];
      if (node.char.length === 1) yield [node.char];
    } else if (node.kind === 'either') {
      const branches = node.branches.map((branch) => {
        return rarest([...candidates(branch, commonness)], commonness);
      });
      const known = branches.filter((words) => words !== undefined);
      if (known.length === branches.length) yield [...new Set(known.flat())];
    }
  }
}

function rarest(
  sets: readonly (readonly string[])[],
  commonness: Commonness,
): readonly string[] | undefined {
  const cost = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + commonness(word), 0);
  let best: readonly string[] | undefined;
  for (const set of sets) if (best === undefined || cost(set) < cost(best)) best = set;
  return best;
}

/** A single character is in far more texts than a pair; a rare mark is not. */
const SINGLE = 400;
/** Classes hold the common nouns of the field. */
const OF_CLASS = 20;

/** Judges words by how often they stand in the patterns themselves, and in classes of words. */
export function commonnessIn(patterns: readonly string[], nouns: readonly string[]): Commonness {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (let at = 0; at + 2 <= text.length; at += 1) {
      const pair = text.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + weight);
    }
  };
  for (const text of patterns) count(text, 1);
  for (const noun of nouns) count(noun, OF_CLASS);
  return (word) => {
    if (word.length === 1) return /[\u4e00-\u9fff0-9、，。；：（）《》.]/.test(word) ? SINGLE : 2;
    return 1 + (counts.get(word) ?? 0);
  };
}
