import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { BUILD_RULES } from '../build/rules.ts';
import { lintCatalog } from '../lint/lint.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import { decodeText } from '../load/decode.ts';
import { loadCatalog } from '../load/load.ts';
import { LOAD_RULES } from '../load/rules.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import { diskFiles } from '../world/disk.ts';
import { type Session, UsageError } from './command.ts';

/** A catalogue read and checked, with its report in paths of the working folder. */
export interface Inspected {
  readonly root: string;
  readonly files: Files;
  readonly catalog: Catalog;
  readonly report: CheckReport;
  /** A report of other findings about the same catalogue. */
  reportOf(findings: readonly Finding[]): CheckReport;
}

/** Documents of all rules by id: of reading, of content, of setting in type. */
export function ruleDocs(): ReadonlyMap<string, RuleDoc> {
  const docs: readonly RuleDoc[] = [...LOAD_RULES, ...ALL_RULES, ...BUILD_RULES];
  return new Map(docs.map((doc) => [doc.id, doc]));
}

/** Loads and checks the catalogue in a folder. Throws UsageError when there is none. */
export function inspect(folder: string | undefined, session: Session): Inspected {
  const root = resolve(session.world.cwd, folder ?? defaultFolder(session.world.cwd));
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new UsageError(say(`没有“${folder}”这个文件夹`, `there is no folder “${folder}”`));
  }
  const files = diskFiles(root);
  const { catalog, findings: loading } = loadCatalog(files);
  if (!files.list().some((path) => path.startsWith('items/') && /\.ya?ml$/.test(path))) {
    throw new UsageError(
      say(
        `“${folder ?? '.'}”里没有事项（items/部门/事项.yaml）`,
        `no item found in “${folder ?? '.'}” (items/<department>/<item>.yaml)`,
      ),
    );
  }
  const linting = lintCatalog(ALL_RULES, { catalog, today: session.world.today });
  const prefix = relative(session.world.cwd, root).split(sep).join('/');
  const findings = [...loading, ...linting].sort(compareFindings);
  const reportOf = (some: readonly Finding[]) => toReport(catalog, some, files, prefix);
  return { root, files, catalog, report: reportOf(findings), reportOf };
}

function defaultFolder(cwd: string): string {
  return existsSync(resolve(cwd, 'items')) || !existsSync(resolve(cwd, 'catalog'))
    ? '.'
    : 'catalog';
}

function toReport(
  catalog: Catalog,
  findings: readonly Finding[],
  files: Files,
  prefix: string,
): CheckReport {
  const full = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`);
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    summary: {
      files: catalog.fileCount,
      items: catalog.items.length,
      errors: count('error'),
      warnings: count('warning'),
    },
    findings: findings.map((finding) => ({ ...finding, path: full(finding.path) })),
    line: lineReader(files, prefix),
  };
}

/** Reads lines of the catalogue's files, keeping the last file split. */
function lineReader(files: Files, prefix: string): CheckReport['line'] {
  let last = '';
  let lines: string[] = [];
  return (path, number) => {
    if (path !== last) {
      last = path;
      const own = prefix === '' ? path : path.slice(prefix.length + 1);
      try {
        const decoded = decodeText(files.read(own));
        lines = 'text' in decoded ? decoded.text.split(/\r?\n/) : [];
      } catch {
        lines = [];
      }
    }
    return lines[number - 1];
  };
}
