import { foldScript } from '../text/script.ts';

/** A text by its letters, digits and shares alone, in one spelling: what proofs compare. */
export function gist(text: string): string {
  return foldScript(text).replace(/[^\p{L}\p{Nd}%‰]/gu, '');
}

/** Numbers of entries, of which a gist has kept the letters and digits. */
export const NUMBERING =
  /^(?:第[一二三四五六七八九十百\d]+条|[一二三四五六七八九十百]+|\d{1,3}|[A-Za-z])+$/;

/**
 * Proves that pieces, written one behind the other, give the source again: what stands between
 * them and at both ends may only be what `aside` matches whole. Returns what is left over, by its
 * gist; empty when the proof holds. A piece may be written in several ways.
 */
export function leftOver(
  source: string,
  pieces: readonly (string | readonly string[])[],
  aside: RegExp,
): string {
  const text = gist(source);
  let at = 0;
  for (const piece of pieces) {
    const ways = [piece]
      .flat()
      .map(gist)
      .filter((way) => way !== '');
    if (ways.length === 0) continue;
    const found = ways
      .map((way) => ({ from: text.indexOf(way, at), length: way.length }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.length - a.length)[0];
    if (found === undefined) return ways[0] ?? '';
    const between = text.slice(at, found.from);
    if (between !== '' && !aside.test(between)) return between;
    at = found.from + found.length;
  }
  const rest = text.slice(at);
  return rest === '' || aside.test(rest) ? '' : rest;
}
