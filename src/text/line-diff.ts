/** Lines around a change that are shown with it. */
const CONTEXT = 3;
/** Above so many pairs of lines the whole middle counts as changed. */
const MOST_PAIRS = 4_000_000;

/** A line of both texts, of the old one, or of the new one. */
type Row = readonly [sign: ' ' | '-' | '+', line: string];

/** What is other in a new text, as `diff -u` writes it; empty where both are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const rows = compareLines(before.split('\n'), after.split('\n'));
  const hunks = [...hunksOf(rows)].map((hunk) => hunkText(rows, hunk));
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

function compareLines(a: readonly string[], b: readonly string[]): Row[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail))
    tail += 1;
  const same = (lines: readonly string[]): Row[] => lines.map((line) => [' ', line]);
  const middle = middleRows(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [...same(a.slice(0, head)), ...middle, ...same(a.slice(a.length - tail))];
}

/** The longest common lines stay. */
function middleRows(a: readonly string[], b: readonly string[]): Row[] {
  const gone = (lines: readonly string[]): Row[] => lines.map((line) => ['-', line]);
  const come = (lines: readonly string[]): Row[] => lines.map((line) => ['+', line]);
  if (a.length * b.length > MOST_PAIRS) return [...gone(a), ...come(b)];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [right = 0, below = 0, both = 0] = [
        longest[i * width + j + 1],
        longest[(i + 1) * width + j],
        longest[(i + 1) * width + j + 1],
      ];
      longest[i * width + j] = a[i] === b[j] ? both + 1 : Math.max(right, below);
    }
  }
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const line = a[i] ?? '';
    if (line === b[j]) {
      rows.push([' ', line]);
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) {
      rows.push(['-', line]);
      i += 1;
    } else {
      rows.push(['+', b[j] ?? '']);
      j += 1;
    }
  }
  return [...rows, ...gone(a.slice(i)), ...come(b.slice(j))];
}

/** Changed rows with what is around them, as [from, to). */
function* hunksOf(rows: readonly Row[]): Iterable<readonly [number, number]> {
  let open: [number, number] | undefined;
  for (const [at, [sign]] of rows.entries()) {
    if (sign === ' ') continue;
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(rows.length, at + CONTEXT + 1)];
    if (open !== undefined && from <= open[1]) open[1] = to;
    else {
      if (open !== undefined) yield open;
      open = [from, to];
    }
  }
  if (open !== undefined) yield open;
}

function hunkText(rows: readonly Row[], [from, to]: readonly [number, number]): string {
  const count = (sign: string, end: number, start = 0): number =>
    rows.slice(start, end).filter(([each]) => each === ' ' || each === sign).length;
  const head = `@@ -${count('-', from) + 1},${count('-', to, from)} +${count('+', from) + 1},${count('+', to, from)} @@\n`;
  return (
    head +
    rows
      .slice(from, to)
      .map(([sign, line]) => `${sign}${line}\n`)
      .join('')
  );
}
