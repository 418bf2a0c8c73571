import { encode } from 'uqr';

/** A QR code: its modules row by row, 1 where dark. */
export interface QrModules {
  readonly size: number;
  readonly dark: Uint8Array;
}

/** Codes that were asked for last: the sheets of an item share theirs. */
const known = new Map<string, QrModules>();
const KEPT = 32;

/** The modules of a QR code, with the mask that ISO/IEC 18004 (7.8.3) finds best to read. */
export function qrModules(content: string): QrModules {
  const found = known.get(content) ?? makeModules(content);
  if (known.size >= KEPT) known.clear();
  known.set(content, found);
  return found;
}

/** Which modules a mask turns over, by row and column. */
const MASKS: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

/** For each size of code, what each mask turns over in a code that has the first mask. */
const turned = new Map<number, readonly Uint8Array[]>();

function makeModules(content: string): QrModules {
  const { size, types, data } = encode(content, { ecc: 'M', border: 0, maskPattern: 0 });
  const turns = turned.get(size) ?? MASKS.map((mask) => turnsOf(mask, types));
  turned.set(size, turns);
  const dark = modulesIn(data);
  const masked = new Uint8Array(dark);
  let best = { penalty: Number.POSITIVE_INFINITY, mask: 0 };
  turns.forEach((turn, mask) => {
    for (let at = 0; at < dark.length; at += 1) masked[at] = (dark[at] ?? 0) ^ (turn[at] ?? 0);
    const penalty = penaltyOf(masked, size);
    if (penalty < best.penalty) best = { penalty, mask };
  });
  const chosen = encode(content, { ecc: 'M', border: 0, maskPattern: best.mask });
  return { size, dark: modulesIn(chosen.data) };
}

/** Only data, which has the type 0, is turned over; the first mask is taken back. */
function turnsOf(mask: (y: number, x: number) => boolean, types: readonly number[][]): Uint8Array {
  const [first] = MASKS;
  return Uint8Array.from(
    types.flatMap((row, y) =>
      row.map((type, x) => (type === 0 && mask(y, x) !== first?.(y, x) ? 1 : 0)),
    ),
  );
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

/** How hard a code is to read: long runs, blocks, patterns like those of its corners, imbalance. */
function penaltyOf(dark: Uint8Array, size: number): number {
  let penalty = 0;
  let count = 0;
  for (let line = 0; line < size; line += 1) {
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
