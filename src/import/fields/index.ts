import type { Reading } from '../reading.ts';
import { audienceReader, jointReader } from './audience.ts';
import { basisReader } from './basis.ts';
import { codeReader } from './code.ts';
import { conditionsReader } from './conditions.ts';
import { feesReader } from './fees.ts';
import { limitsReader } from './limits.ts';
import { materialsReader } from './materials.ts';
import { outcomeReader } from './outcome.ts';
import { readPlain } from './plain.ts';
import type { FieldReader } from './reader.ts';
import { stepsReader } from './steps.ts';

/** In this order: plain columns first, then situations are made before conditions ask for them. */
const READERS: readonly FieldReader[] = [
  codeReader,
  audienceReader,
  jointReader,
  limitsReader,
  materialsReader,
  conditionsReader,
  stepsReader,
  basisReader,
  feesReader,
  outcomeReader,
];

/** Columns read elsewhere: the folder an item goes to. */
const ELSEWHERE = new Set(['department', 'kept']);

/** Reads every column of one record into its draft. */
export function readFields(reading: Reading, paths: Iterable<string>): void {
  const special = new Set(READERS.flatMap((reader) => reader.paths));
  for (const path of paths) {
    if (!special.has(path) && !ELSEWHERE.has(path)) readPlain(path, reading);
  }
  for (const reader of READERS) {
    if (reader.paths.some((path) => reading.text(path) !== undefined)) reader.read(reading);
  }
}
