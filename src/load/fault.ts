import type { Finding } from '../model/finding.ts';
import { tellMost } from './findings.ts';
import type { Edit } from './slips/slip.ts';

/** A finding of the loader with what makes it go away. */
export interface Fault {
  readonly finding: Finding;
  /** In offsets of the text; empty where only its author knows what to write. */
  readonly edits: readonly Edit[];
  /** Whether nothing else can have been meant, so that a program may make these edits. */
  readonly sure: boolean;
}

/** A fault that only its author can mend. */
export function unmended(finding: Finding): Fault {
  return { finding, edits: [], sure: false };
}

/** As `tellMost`, with what mends each. */
export function tellFaults<T>(
  all: readonly T[],
  kindOf: (one: T) => string,
  tell: (one: T) => Fault,
): Fault[] {
  const faults: Fault[] = [];
  const findings = tellMost(all, kindOf, (one) => {
    const fault = tell(one);
    faults.push(fault);
    return fault.finding;
  });
  return faults.map((fault, at) => ({ ...fault, finding: findings[at] ?? fault.finding }));
}
