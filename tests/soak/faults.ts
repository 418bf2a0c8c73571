import { BOUNDS, type Outcome } from './bounded.ts';
import { SECRET } from './catalogue.ts';

/** What is wrong with a run, in words; none when it behaved. */
export function faultsOf(outcome: Outcome): string[] {
  const { code, out, err, megabytes, cpuSeconds, wallSeconds } = outcome;
  const faults: string[] = [];
  if (code === null) faults.push('was killed');
  else if (![0, 1, 2].includes(code)) faults.push(`exit ${code}`);
  if (cpuSeconds > BOUNDS.cpuSeconds) faults.push(`${cpuSeconds.toFixed(1)} s of work`);
  if (wallSeconds > BOUNDS.wallSeconds) faults.push(`${wallSeconds.toFixed(1)} s`);
  if (megabytes > BOUNDS.megabytes) faults.push(`${megabytes.toFixed(0)} MB`);
  if (/\n {4}at .*:\d+:\d+\)?$/m.test(err)) faults.push('a stack');
  if ((out + err).includes(SECRET)) faults.push('quotes a file outside');
  const word = /\[object \w+\]|（undefined）|\[native code\]/.exec(out + err)?.[0];
  if (word !== undefined) faults.push(`says ${word}`);
  return faults;
}
