import { writeFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { say } from '../model/words.ts';
import { REPORTERS, type ReportFormat } from '../report/index.ts';
import type { CheckReport } from '../report/report.ts';
import { namingPath } from '../world/disk-fault.ts';
import { findRepository } from '../world/git-repository.ts';
import { type Session, UsageError } from './command.ts';
import { namesOf, oneOf } from './option-values.ts';
import { refuseLinks } from './out-path.ts';

/** A form of the report, and the file that it is written to; to standard output without one. */
export interface ReportOutput {
  readonly format: CheckFormat;
  readonly file?: string;
}

/** The forms of a report; workbooks to fill in are files, not a text. */
export type CheckFormat = ReportFormat | 'xlsx';
const FORMATS: readonly CheckFormat[] = [...namesOf(REPORTERS), 'xlsx'];

/**
 * What `--format` (also several times, also `form=file`) and `--output` ask for. Throws UsageError
 * where two would go to standard output.
 */
export function reportOutputs(formats: unknown, output: unknown): ReportOutput[] {
  const asked = Array.isArray(formats) ? formats.map(String) : [String(formats)];
  const outputs = asked.map(outputOf);
  const open = outputs.filter(({ format, file }) => file === undefined && format !== 'xlsx');
  if (open.length > 1) {
    const zh =
      '--format 重复写时，只能有一种不写文件，例如 --format pretty --format sarif=check.sarif';
    throw new UsageError(
      say(zh, 'of several --format only one may be without a file: --format sarif=check.sarif'),
    );
  }
  if (output === undefined) return outputs;
  const [named] = open.length > 0 ? open : outputs.filter(({ file }) => file === undefined);
  if (named === undefined)
    throw new UsageError(say('--output 没有要写的报告', 'there is no report left for --output'));
  return outputs.map((each) => (each === named ? { ...each, file: String(output) } : each));
}

function outputOf(text: string): ReportOutput {
  const at = text.indexOf('=');
  const name = at === -1 ? text : text.slice(0, at);
  const format = oneOf(name, FORMATS, say('这种报告形式', 'format'));
  const file = at === -1 ? '' : text.slice(at + 1);
  return file === '' ? { format } : { format, file };
}

/** Forms that other programs lay over the repository. */
const ROOTED: ReadonlySet<string> = new Set(['sarif', 'github', 'gitlab', 'junit', 'checkstyle']);

/**
 * A report with paths from the root of the repository where its form wants them, so that notes stick
 * to their lines from whatever folder the check was started.
 */
export function rooted(report: CheckReport, format: ReportFormat, { world }: Session): CheckReport {
  const prefix = ROOTED.has(format) ? prefixOf(world.cwd) : '';
  if (prefix === '') return report;
  const { mends } = report;
  const own = new Map<Finding, Finding>();
  const moved = function* (findings: Iterable<Finding>): Generator<Finding> {
    for (const finding of findings) {
      const named = { ...finding, path: posix.join(prefix, finding.path) };
      own.clear();
      own.set(named, finding);
      yield named;
    }
  };
  return {
    ...report,
    findings: { [Symbol.iterator]: () => moved(report.findings) },
    suppressed: { [Symbol.iterator]: () => moved(report.suppressed ?? []) },
    ...(mends === undefined ? {} : { mends: (finding) => mends(own.get(finding) ?? finding) }),
  };
}

/** The working folder as seen from the root of its repository; empty where there is none. */
function prefixOf(cwd: string): string {
  try {
    return findRepository(cwd).prefix;
  } catch {
    return '';
  }
}

/** Writes a report into a file as a whole. */
export function writeReport(file: string, pieces: Iterable<string>, session: Session): void {
  const path = resolve(session.world.cwd, file);
  refuseLinks(path, session);
  try {
    writeFileSync(path, [...pieces].join(''));
  } catch (error) {
    throw namingPath(error, path);
  }
}
