import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { BUILD_RULES } from '../build/rules.ts';
import { Findings } from '../check/findings.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { lintCatalog } from '../lint/lint.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import { countAllowances } from '../lint/wording/rules.ts';
import { compacting } from '../load/compact.ts';
import { decodeText } from '../load/decode.ts';
import { loadCatalog } from '../load/load.ts';
import { LOAD_RULES } from '../load/rules.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import { Lines } from '../text/lines.ts';
import { diskFiles } from '../world/disk.ts';
import { type Session, UsageError } from './command.ts';

/** The folder of a catalogue. */
export interface Located {
  readonly root: string;
  readonly files: Files;
  /** A path of the catalogue as seen from the working folder. */
  pathOf(path: string): string;
}

/** A catalogue read from a folder, with what reading it found. */
export interface Opened extends Located {
  readonly catalog: Catalog;
  readonly loading: readonly Finding[];
}

/** A catalogue read and checked, with its report in paths of the working folder. */
export interface Inspected extends Opened {
  /** All findings, in paths of the catalogue. */
  readonly findings: readonly Finding[];
  readonly report: CheckReport;
  /** A report of other findings about the same catalogue. */
  reportOf(findings: Iterable<Finding>): CheckReport;
}

/** Documents of all rules by id: of reading, of content, of setting in type. */
export function ruleDocs(): ReadonlyMap<string, RuleDoc> {
  const docs: readonly RuleDoc[] = [...LOAD_RULES, ...ALL_RULES, ...BUILD_RULES];
  return new Map(docs.map((doc) => [doc.id, doc]));
}

/** Loads the catalogue in a folder. Throws UsageError when there is none. */
export function openCatalog(folder: string | undefined, session: Session): Opened {
  const located = locateCatalog(folder, session);
  const { catalog, findings: loading } = loadCatalog(located.files, compacting(located.files));
  return { ...located, catalog, loading };
}

/** Finds the catalogue in a folder. Throws UsageError when there is none. */
export function locateCatalog(folder: string | undefined, session: Session): Located {
  const root = resolve(session.world.cwd, folder ?? defaultFolder(session.world.cwd));
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new UsageError(say(`没有“${folder}”这个文件夹`, `there is no folder “${folder}”`));
  }
  const located = locatedAt(root, session);
  if (!located.files.list().some((path) => kindOfPath(path) === 'item')) {
    throw new UsageError(
      say(
        `“${folder ?? '.'}”里没有事项（items/部门/事项.yaml）`,
        `no item found in “${folder ?? '.'}” (items/<department>/<item>.yaml)`,
      ),
    );
  }
  return located;
}

/** The catalogue in a folder that is there, whether it has items or not. */
export function locatedAt(root: string, { world }: Session): Located {
  const prefix = relative(world.cwd, root).split(sep).join('/');
  const pathOf = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`);
  return { root, files: diskFiles(root), pathOf };
}

/**
 * Loads and checks the catalogue in a folder, by standards of completeness given or its own.
 * Throws UsageError when there is none.
 */
export function inspect(
  folder: string | undefined,
  session: Session,
  profiles?: readonly ProfileId[],
): Inspected {
  const opened = openCatalog(folder, session);
  const { catalog } = opened;
  const linting = lintCatalog(ALL_RULES, {
    catalog,
    today: session.world.today,
    ruleIds: new Set(ruleDocs().keys()),
    ...(profiles === undefined ? {} : { profiles }),
  });
  const findings = [...opened.loading, ...linting].sort(compareFindings);
  const allowed = catalog.items.reduce((sum, { value }) => sum + countAllowances(value), 0);
  const counts = { files: catalog.fileCount, items: catalog.items.length, allowed };
  const reportOf = (some: Iterable<Finding>): CheckReport => toReport(opened, counts, some);
  return { ...opened, findings, report: reportOf(findings), reportOf };
}

function defaultFolder(cwd: string): string {
  return existsSync(resolve(cwd, 'items')) || !existsSync(resolve(cwd, 'catalog'))
    ? '.'
    : 'catalog';
}

/** A report of findings, in paths of the working folder; they may be gone through many times. */
export function toReport(
  { files, pathOf }: Located,
  counts: { readonly files: number; readonly items: number; readonly allowed: number },
  findings: Iterable<Finding>,
): CheckReport {
  const found = countsOf(findings);
  return {
    summary: {
      files: counts.files,
      items: counts.items,
      errors: found.error,
      warnings: found.warning,
      ...(counts.allowed === 0 ? {} : { allowed: counts.allowed }),
    },
    findings: {
      *[Symbol.iterator]() {
        // Those of a file come one after the other, and share its path.
        let last = '';
        let path = pathOf(last);
        for (const finding of findings) {
          if (finding.path !== last) {
            last = finding.path;
            path = pathOf(last);
          }
          yield { ...finding, path };
        }
      },
    },
    line: lineReader(files, pathOf('').length),
  };
}

function countsOf(findings: Iterable<Finding>): Record<'error' | 'warning', number> {
  if (findings instanceof Findings) {
    return { error: findings.count('error'), warning: findings.count('warning') };
  }
  const found = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) found[severity] += 1;
  return found;
}

/** Reads lines of the catalogue's files, keeping the last file. */
function lineReader(files: Files, prefix: number): CheckReport['line'] {
  let last = '';
  let lines: Lines | undefined;
  return (path, number) => {
    if (path !== last) {
      last = path;
      try {
        const decoded = decodeText(files.read(path.slice(prefix)));
        lines = 'text' in decoded ? new Lines(decoded.text) : undefined;
      } catch {
        lines = undefined;
      }
    }
    return lines?.line(number);
  };
}
