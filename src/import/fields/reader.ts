import type { Reading } from '../reading.ts';

/** Reads the columns of one or a few fields. A reader only runs where one of them is not blank. */
export interface FieldReader {
  /** Key paths as in columns.yaml; no other reader takes these. */
  readonly paths: readonly string[];
  read(reading: Reading): void;
}
