import { encode } from 'uqr';

/** A QR code: its modules row by row, 1 where dark. */
export interface QrModules {
  readonly size: number;
  readonly dark: Uint8Array;
}

/** The latest codes: the sheets of an item share theirs. */
const known = new Map<string, QrModules>();
const REMEMBERED = 32;

/** The modules of a QR code, with the mask that ISO/IEC 18004 (7.8.3) finds best to read. */
export function qrModules(content: string): QrModules {
  const found = known.get(content) ?? (fits(content) ? makeModules(content) : NONE);
  if (known.size >= REMEMBERED) known.clear();
  known.set(content, found);
  return found;
}

/** In bytes: what the largest code takes that has level M. */
const MOST = 2331;
/** An empty square where a code would have to be larger than any: that was told by the check. */
const NONE: QrModules = { size: 21, dark: new Uint8Array(21 * 21) };

function fits(content: string): boolean {
  return Buffer.byteLength(content) <= MOST;
}

/** How many masks there are. */
const MASKS = 8;

/** For each size of code, what differs under each mask from a code under the first: no content. */
const differences = new Map<number, readonly Uint8Array[]>();

function makeModules(content: string): QrModules {
  const first = modulesUnder(0, content);
  const size = Math.sqrt(first.length);
  const masks = differences.get(size) ?? differencesFrom(first, content);
  differences.set(size, masks);
  let best = { penalty: Number.POSITIVE_INFINITY, dark: first };
  let dark = new Uint8Array(first.length);
  for (const difference of masks) {
    for (let at = 0; at < dark.length; at += 1) dark[at] = (first[at] ?? 0) ^ (difference[at] ?? 0);
    const penalty = penaltyOf(dark, size, best.penalty);
    if (penalty >= best.penalty) continue;
    best = { penalty, dark };
    dark = new Uint8Array(first.length);
  }
  return { size, dark: best.dark };
}

/** A mask inverts the same modules whatever the content, and so does the note of which it is. */
function differencesFrom(first: Uint8Array, content: string): Uint8Array[] {
  return Array.from({ length: MASKS }, (_, mask) => {
    const under = modulesUnder(mask, content);
    return first.map((module, at) => module ^ (under[at] ?? 0));
  });
}

function modulesUnder(maskPattern: number, content: string): Uint8Array {
  return modulesIn(encode(content, { ecc: 'M', border: 0, maskPattern }).data);
}

function modulesIn(rows: readonly boolean[][]): Uint8Array {
  const modules = new Uint8Array(rows.length * rows.length);
  let at = 0;
  for (const row of rows) {
    for (const dark of row) {
      modules[at] = dark ? 1 : 0;
      at += 1;
    }
  }
  return modules;
}

/**
 * How hard a code is to read: long runs, blocks, patterns like those of its corners, imbalance;
 * counting stops once `enough` is reached.
 */
function penaltyOf(dark: Uint8Array, size: number, enough: number): number {
  let penalty = 0;
  let count = 0;
  for (let line = 0; line < size && penalty < enough; line += 1) {
    const start = line * size;
    penalty += linePenalty(dark, size, start, 1) + linePenalty(dark, size, line, size);
    for (let at = start; at < start + size; at += 1) count += dark[at] ?? 0;
    if (line + 1 === size) break;
    for (let at = start; at < start + size - 1; at += 1) {
      const module = dark[at];
      const block = module === dark[at + 1] && module === dark[at + size];
      if (block && module === dark[at + size + 1]) penalty += 3;
    }
  }
  return penalty + Math.floor(Math.abs((count / dark.length) * 20 - 10)) * 10;
}

/** Eleven modules that look like a corner of the code with light modules before or after it. */
const BEFORE = 0b00001011101;
const AFTER = 0b10111010000;

function linePenalty(dark: Uint8Array, size: number, start: number, step: number): number {
  let penalty = 0;
  let run = 0;
  let window = 0;
  for (let index = 0; index < size; index += 1) {
    const module = dark[start + index * step] ?? 0;
    run = index > 0 && module === (window & 1) ? run + 1 : 1;
    if (run >= 5) penalty += run === 5 ? 3 : 1;
    window = ((window << 1) | module) & 0x7ff;
    if (index > 9 && (window === BEFORE || window === AFTER)) penalty += 40;
  }
  return penalty;
}
