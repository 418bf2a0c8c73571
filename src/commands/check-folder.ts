import { checkCatalog } from '../check/check.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import { loadCatalog } from '../load/load.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckReport } from '../report/report.ts';
import { programMark } from '../world/program.ts';
import { diskStore } from '../world/store.ts';
import type { Session } from './command.ts';
import { locateCatalog, ruleDocs, toReport } from './inspect.ts';

/** A catalogue checked, with its report in paths of the working folder. */
export interface CheckedFolder {
  readonly root: string;
  /** All findings, in paths of the catalogue. */
  readonly findings: readonly Finding[];
  /** The files that have findings, read anew. */
  catalog(): Catalog;
  /** A report of some findings about this catalogue. */
  reportOf(findings: readonly Finding[]): CheckReport;
}

/**
 * Checks the catalogue in a folder, by standards of completeness given or its own; with a cache,
 * only what changed since the last time. Throws UsageError when there is none.
 */
export function checkFolder(
  folder: string | undefined,
  session: Session,
  { profiles, cache }: { readonly profiles: ProfileId[] | undefined; readonly cache: boolean },
): CheckedFolder {
  const located = locateCatalog(folder, session);
  const { root, files } = located;
  const request = {
    rules: ALL_RULES,
    ruleIds: new Set(ruleDocs().keys()),
    today: session.world.today,
    program: cache ? programMark() : '',
    ...(profiles === undefined ? {} : { profiles }),
  };
  const checked = checkCatalog(files, request, cache ? diskStore(root) : undefined);
  const { findings } = checked;
  return {
    root,
    findings,
    catalog: () => {
      const wanted = new Set(findings.map(({ path }) => path));
      const list = (): string[] => files.list().filter((path) => wanted.has(path));
      return loadCatalog({ ...files, list }).catalog;
    },
    reportOf: (some) => toReport(located, checked, some),
  };
}
