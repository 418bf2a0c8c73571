import { bare } from './plain.ts';

/** So alike are two wordings of one thing: 身份证复印件 and 营业执照复印件 stay below. */
export const ALIKE = 0.6;

/** How alike two texts are, from 0 to 1: the share of their pairs of characters that both have. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.length === 0 || b.length === 0) return bare(one) === bare(other) ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of b) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of a) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/** In characters: of longer texts the beginning decides. */
const MOST = 4000;

function pairsOf(text: string): string[] {
  const characters = [...bare(text.slice(0, MOST)).replace(/\p{P}/gu, '')];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
