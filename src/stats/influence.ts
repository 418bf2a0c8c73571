import type { Compression, Counted } from './compression.ts';
import { compare, divide, type Rational, subtract, ZERO } from './rational.ts';

/** How far the ratio would be without one item. */
export interface Influence {
  readonly row: Counted;
  /** The ratio without it. */
  readonly without: Rational;
  /** What it adds to the ratio; below zero when it lowers it. */
  readonly moves: Rational;
}

/** The rows that move the ratio most, by what leaving them out would change. */
export function mostInfluential(compression: Compression, most = 10): readonly Influence[] {
  const { statutory, committed, ratio, counted } = compression;
  if (ratio === undefined) return [];
  const saved = subtract(statutory, committed);
  const found = counted.flatMap((row): Influence[] => {
    const rest = subtract(statutory, row.statutory);
    if (compare(rest, ZERO) === 0) return [];
    const own = subtract(row.statutory, row.committed);
    const without = divide(subtract(saved, own), rest);
    return [{ row, without, moves: subtract(ratio, without) }];
  });
  return found
    .filter(({ moves }) => moves.n !== 0n)
    .sort((a, b) => compare(size(b.moves), size(a.moves)))
    .slice(0, most);
}

function size({ n, d }: Rational): Rational {
  return { n: n < 0n ? -n : n, d };
}
