import type { Ground } from '../ground.ts';
import type { Row } from '../measure.ts';

/** What a part found: rows of a table, and lines to stand below it. */
export interface PartResult {
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

/** A part of the benchmark that can be run alone. */
export interface Part {
  readonly name: string;
  /** Heading of its section in the report. */
  readonly title: string;
  /** The row that the others are compared with. */
  readonly base: string;
  /** Whether it is measured once, whatever the sizes. */
  readonly once?: true;
  run(ground: Ground): Promise<PartResult> | PartResult;
}
