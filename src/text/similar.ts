/** The candidate nearest to a mistyped word, if it is near enough to be meant; else undefined. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor([...word].length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance in characters. */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let row = to.map((_, index) => index + 1);
  for (const [i, c] of from.entries()) {
    const next: number[] = [];
    let left = i + 1;
    for (const [j, d] of to.entries()) {
      const diagonal = j === 0 ? i : (row[j - 1] ?? 0);
      left = Math.min(left + 1, (row[j] ?? 0) + 1, diagonal + (c === d ? 0 : 1));
      next.push(left);
    }
    row = next;
  }
  return row[row.length - 1] ?? from.length;
}
