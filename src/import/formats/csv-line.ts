/** Beyond this many characters or quotes a broken line is left to people. */
const LONGEST = 100_000;
const MOST_QUOTES = 60;

interface Way {
  readonly cells: readonly string[];
  /** How many quotes had to be taken for something else than quotes. */
  readonly cost: number;
}

/**
 * The cells of a line whose quotes are not in pairs, where it can be read as exactly so many;
 * undefined where it cannot. A quote that opens nothing stays in its cell as it was written.
 */
export function recoverLine(
  line: string,
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string },
  columns: number,
): string[] | undefined {
  if (line.length > LONGEST || line.split(quote).length > MOST_QUOTES) return undefined;
  const known = new Map<string, Way | undefined>();
  const read = (at: number, left: number): Way | undefined => {
    const key = `${at} ${left}`;
    if (!known.has(key)) known.set(key, cheapest(at, left));
    return known.get(key);
  };
  const cheapest = (at: number, left: number): Way | undefined => {
    let best: Way | undefined;
    for (const { cell, end, cost } of cellsAt(line, at, delimiter, quote)) {
      const isLast = end >= line.length;
      if (isLast !== (left === 1)) continue;
      const rest = isLast ? { cells: [], cost: 0 } : read(end + 1, left - 1);
      if (rest === undefined || (best !== undefined && best.cost <= cost + rest.cost)) continue;
      best = { cells: [cell, ...rest.cells], cost: cost + rest.cost };
    }
    return best;
  };
  return columns < 1 ? undefined : read(0, columns)?.cells.slice();
}

interface CellWay {
  readonly cell: string;
  /** The place of the delimiter behind it, or the end of the line. */
  readonly end: number;
  readonly cost: number;
}

/** Every way to read the cell that begins at a place: closed at any quote before a delimiter. */
function cellsAt(line: string, at: number, delimiter: string, quote: string): CellWay[] {
  const plain = line.indexOf(delimiter, at);
  const end = plain < 0 ? line.length : plain;
  if (line[at] !== quote) return [{ cell: line.slice(at, end), end, cost: 0 }];
  const ways: CellWay[] = [{ cell: line.slice(at, end), end, cost: LITERAL }];
  for (let close = line.indexOf(quote, at + 1); close > 0; close = line.indexOf(quote, close + 1)) {
    const next = close + 1;
    if (next < line.length && line[next] !== delimiter) continue;
    const inside = line.slice(at + 1, close);
    const pairs = inside.split(quote + quote).length - 1;
    const single = inside.split(quote).length - 1 - 2 * pairs;
    const cell = inside.replaceAll(quote + quote, quote).replaceAll(`\\${quote}`, quote);
    ways.push({ cell, end: next, cost: single });
  }
  return ways;
}

/** An opening quote that is none costs more than a quote forgotten inside of a cell. */
const LITERAL = 2;
