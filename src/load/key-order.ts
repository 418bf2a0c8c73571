import { isDeepStrictEqual } from 'node:util';
import type { Kind } from '../model/kinds.ts';
import { schemaOf } from '../model/schema-node.ts';
import { convert } from './convert.ts';
import { readTree } from './parse.ts';
import { shapeOf } from './shape.ts';

/** A text whose keys were put in order, and how many of them were moved. */
export interface Ordered {
  readonly text: string;
  readonly count: number;
}

/** The lines of a key at the top of a file, with the comments right above it. */
interface Block {
  readonly start: number;
  readonly end: number;
  /** Its place in the schema; undefined for a key that it does not have. */
  readonly rank: number | undefined;
}

/**
 * Puts the keys of an item in the order of its schema, in which guides and other files have them. As
 * few as possible are moved, each with its comments; blank lines stay where they are, and so do
 * the comments that the file begins with. The text has to be sound.
 */
export function orderKeys(text: string, kind: Kind): Ordered {
  const same = { text, count: 0 };
  if (kind !== 'item') return same;
  const blocks = blocksOf(text, kind);
  const ranks = blocks.flatMap(({ rank }) => (rank === undefined ? [] : [rank]));
  if (new Set(ranks).size !== ranks.length) return same;
  const staying = longestRising(ranks);
  const moving = blocks.filter(({ rank }) => rank !== undefined && !staying.has(rank));
  if (moving.length === 0) return same;
  const made = moved(text, blocks, moving);
  const data = (of: string): unknown => convert(readTree(of), schemaOf(kind), () => {});
  return isDeepStrictEqual(data(text), data(made)) ? { text: made, count: moving.length } : same;
}

function blocksOf(text: string, kind: Kind): Block[] {
  const tree = readTree(text);
  if (tree?.kind !== 'map') return [];
  const names = Object.keys(schemaOf(kind).properties ?? {});
  const starts = tree.entries.map(({ key }, at) => (at === 0 ? key.start : above(text, key.start)));
  return tree.entries.map(({ key }, at) => {
    const name = shapeOf(schemaOf(kind)).field(key.text)?.name;
    const end = withoutBlanks(text, starts[at] ?? 0, starts[at + 1] ?? text.length);
    const rank = name === undefined ? -1 : names.indexOf(name);
    return { start: starts[at] ?? 0, end, rank: rank === -1 ? undefined : rank };
  });
}

/** Where the comments begin that stand right above a line; of none, the line itself. */
function above(text: string, lineStart: number): number {
  let start = lineStart;
  while (start > 0) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^#/.test(text.slice(before, start))) return start;
    start = before;
  }
  return start;
}

/** The end of the lines without the blank ones at their end. */
function withoutBlanks(text: string, start: number, end: number): number {
  const lines = text.slice(start, end);
  const blanks = /(?<=\n)(?:[ \t]*\r?\n)*[ \t]*$/.exec(lines)?.[0].length ?? 0;
  return end - blanks;
}

/** Members of the longest run of numbers that rise, whatever stands between them. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const [at, number] of numbers.entries()) {
    const before = best.slice(0, at).filter((run) => (run.at(-1) ?? -1) < number);
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, number]);
  }
  return new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
}

/** The text with some blocks put behind the last of the others that comes before them. */
function moved(text: string, blocks: readonly Block[], moving: readonly Block[]): string {
  const staying = blocks.filter((block) => !moving.includes(block));
  const ordered = [...moving].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const into = new Map<Block | undefined, Block[]>();
  for (const block of ordered) {
    const home = staying.findLast(({ rank }) => rank !== undefined && rank < (block.rank ?? 0));
    into.set(home, [...(into.get(home) ?? []), block]);
  }
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const body = ({ start, end }: Block): string => {
    const lines = text.slice(start, end);
    return lines.endsWith('\n') ? lines : lines + lineBreak;
  };
  const first = blocks[0]?.start ?? 0;
  const pieces = [text.slice(0, first), ...(into.get(undefined) ?? []).map(body)];
  let at = first;
  for (const block of blocks) {
    // Blank lines between blocks stay.
    pieces.push(text.slice(at, block.start));
    at = block.end;
    if (moving.includes(block)) continue;
    pieces.push(body(block), ...(into.get(block) ?? []).map(body));
  }
  return pieces.join('') + text.slice(at);
}
