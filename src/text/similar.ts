/** The candidate nearest to a mistyped word, if it is near enough to be meant; else undefined. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  const length = [...word].length;
  let least = Math.max(1, Math.floor(length / 3)) + 1;
  for (const candidate of candidates) {
    // A character takes one or two places, so this only rules out what is far too long or short.
    if (candidate.length < length - least || candidate.length > 2 * (length + least)) continue;
    const distance = editDistance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Edits from one word to the other; two neighbours in the wrong order are one edit. */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  const rows: number[][] = [to.map((_, j) => j)];
  rows[0]?.push(to.length);
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= from.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min(cell(i, j - 1) + 1, cell(i - 1, j) + 1, cell(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        least = Math.min(least, cell(i - 2, j - 2) + 1);
      }
      rows[i]?.push(least);
    }
  }
  return cell(from.length, to.length);
}
