import { existsSync, lstatSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Findings } from '../ledger/findings.ts';
import {
  BASELINE_FILE,
  type Baseline,
  Comparison,
  fingerprintPath,
  formatBaseline,
  makeBaseline,
  parseBaseline,
} from '../lint/baseline.ts';
import { PROFILE_IDS, type ProfileId } from '../lint/completeness/profiles.ts';
import { RefusedError } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import { readInside } from '../world/inside.ts';
import type { CheckedFolder } from './check-folder.ts';
import { type Session, UsageError } from './command.ts';
import { someOf, wholeNumber } from './option-values.ts';
import { refuseLinks } from './out-path.ts';

/** The standards named with `--profile`; undefined when none is. Throws on an unknown name. */
export function readProfiles(names: unknown): ProfileId[] | undefined {
  if (names === undefined) return undefined;
  return someOf(names, PROFILE_IDS, say('这个完整度标准', 'profile'));
}

/** The number given with `--max-warnings`; undefined when it is not given. */
export function readMaxWarnings(text: unknown): number | undefined {
  if (text === undefined) return undefined;
  const most = wholeNumber(text, 0, Number.MAX_SAFE_INTEGER);
  if (most !== undefined) return most;
  throw new UsageError(say('--max-warnings 要跟一个整数', '--max-warnings takes a whole number'));
}

/** Writes the baseline of a catalogue and says how many findings it holds. */
export function writeBaseline(checked: CheckedFolder, session: Session): void {
  const { root, readValue, findings } = checked;
  if (checked.asked !== undefined) {
    throw new UsageError(
      say('--write-baseline 要检查整个目录', '--write-baseline takes the whole catalogue'),
    );
  }
  const path = join(root, BASELINE_FILE);
  const baseline = makeBaseline(findings, readValue);
  const old = readBaseline(root);
  refuseLinks(path, session);
  if (existsSync(path) && !lstatSync(path).isFile())
    throw new RefusedError(BASELINE_FILE, 'special');
  writeFileSync(path, formatBaseline(baseline));
  const gone = old === undefined ? 0 : compare(findings, old, readValue).gone;
  const size = [...baseline.values()].reduce((sum, count) => sum + count, 0);
  const unread = findings.size - size;
  session.world.err(
    session.tell(
      say(
        `已写入 ${BASELINE_FILE}：记下 ${size} 处，划掉 ${gone} 处\n`,
        `wrote ${BASELINE_FILE}: ${size} findings, ${gone} struck off\n`,
      ),
    ),
  );
  if (unread === 0) return;
  session.world.err(
    session.tell(
      say(
        `读不懂的文件里的 ${unread} 处没有记：先改好这些文件\n`,
        `${unread} in files that cannot be read were not taken in: mend those first\n`,
      ),
    ),
  );
}

/** The report without the findings that the catalogue's baseline knows, and their number. */
export function reportBeyondBaseline({
  root,
  asked,
  findings,
  readValue,
  reportOf,
}: CheckedFolder): CheckReport {
  const whole = readBaseline(root);
  if (whole === undefined) return reportOf(findings);
  const baseline = asked === undefined ? whole : ofFiles(whole, asked);
  const { fresh, known, gone } = compare(findings, baseline, readValue);
  const report = reportOf(fresh);
  const suppressed = {
    [Symbol.iterator]() {
      const old = new Comparison(baseline, readValue).old(findings);
      return reportOf(Findings.of(old)).findings[Symbol.iterator]();
    },
  };
  return { ...report, suppressed, summary: { ...report.summary, baseline: { known, gone } } };
}

/** A report of what was asked for: errors, or some rules. Throws UsageError for a rule unknown. */
export function shownOf(
  report: CheckReport,
  { quiet, only }: { readonly quiet?: unknown; readonly only?: unknown },
  rules: ReadonlyMap<string, RuleDoc>,
): CheckReport {
  if (quiet !== true && only === undefined) return report;
  const ids = only === undefined ? undefined : new Set(someOf(only, [...rules.keys()], RULE));
  const isShown = ({ rule, severity }: Finding): boolean =>
    (quiet !== true || severity === 'error') && (ids === undefined || ids.has(rule));
  const shown = (all: Iterable<Finding>): Iterable<Finding> => ({
    *[Symbol.iterator]() {
      for (const finding of all) if (isShown(finding)) yield finding;
    },
  });
  const findings = shown(report.findings);
  const some = { ...report, findings, suppressed: shown(report.suppressed ?? []) };
  if (ids === undefined) return some;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const summary = { ...report.summary, errors: counts.error, warnings: counts.warning };
  return { ...some, summary };
}

const RULE = say('这条规则', 'rule');

/** Strikes off what a whole check no longer finds; where CI runs, that is left to people. */
export function shrinkBaseline(
  { root, asked, findings, readValue }: CheckedFolder,
  { summary }: CheckReport,
  session: Session,
): void {
  const { gone = 0 } = summary.baseline ?? {};
  const baseline = asked === undefined && gone > 0 ? readBaseline(root) : undefined;
  if (baseline === undefined || session.world.env.CI) return;
  const comparison = new Comparison(baseline, readValue);
  for (const _ of comparison.fresh(findings));
  const path = join(root, BASELINE_FILE);
  refuseLinks(path, session);
  writeFileSync(path, formatBaseline(comparison.kept));
  const zh = `${BASELINE_FILE} 划掉已经改好的 ${gone} 处\n`;
  session.world.err(session.tell(say(zh, `${BASELINE_FILE}: ${gone} mended, struck off\n`)));
}

/** What a baseline says of some files: by the path that a fingerprint begins with. */
function ofFiles(baseline: Baseline, asked: (path: string) => boolean): Baseline {
  return new Map([...baseline].filter(([fingerprint]) => asked(fingerprintPath(fingerprint))));
}

/** What a baseline leaves, how many it knows and how many of it are gone. */
function compare(findings: Findings, baseline: Baseline, readValue: CheckedFolder['readValue']) {
  const comparison = new Comparison(baseline, readValue);
  const fresh = Findings.of(comparison.fresh(findings));
  return { fresh, known: comparison.known, gone: comparison.gone };
}

/** Whether a catalogue has findings that it starts with. */
export function hasBaseline(root: string): boolean {
  return existsSync(join(root, BASELINE_FILE));
}

/** In bytes. */
const MOST_BASELINE = 256 * 1024 * 1024;

function readBaseline(root: string): Baseline | undefined {
  const path = join(root, BASELINE_FILE);
  if (!existsSync(path)) return undefined;
  const baseline = parseBaseline(readInside(root, BASELINE_FILE, MOST_BASELINE).toString());
  if (baseline !== undefined) return baseline;
  throw new UsageError(
    say(
      `${BASELINE_FILE} 读不懂，删去后用 --write-baseline 重写`,
      `${BASELINE_FILE} cannot be read; delete it and write it again`,
    ),
  );
}
