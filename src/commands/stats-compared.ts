import { say } from '../model/words.ts';
import type { DataTable, Telling } from '../report/data-table.ts';
import type { ElementStandard } from '../stats/figures/completeness.ts';
import type { Policy } from '../stats/policy.ts';
import type { CountedCatalog } from '../stats/stats.ts';
import type { Session } from './command.ts';
import { oneOf } from './option-values.ts';

/** What was counted, and by what. */
interface Counted {
  readonly catalog: CountedCatalog;
  readonly standards: readonly ElementStandard[];
  readonly policy: Policy;
  readonly root: string;
}

/** How it is told. */
interface Way {
  readonly telling: Telling;
  readonly session: Session;
}

/**
 * Tables that are asked for: scores by a standard (`profile`), every department then and now (`from`),
 * what people are spared (`cases`).
 */
export async function comparedTables(
  counted: Counted,
  { from, cases, profile }: Record<string, unknown>,
  way: Way,
): Promise<readonly DataTable[]> {
  return [
    ...(profile === undefined ? [] : await scoredBy(profile, counted, way)),
    ...(from === undefined ? [] : [await sideBySide(counted, from, way)]),
    ...(cases === undefined ? [] : await sparedTables(counted, String(cases), from, way)),
  ];
}

async function scoredBy(
  profile: unknown,
  { catalog, standards }: Counted,
  { telling }: Way,
): Promise<readonly DataTable[]> {
  const { profileTables } = await import('../report/profile-tables.ts');
  const ids = standards.map(({ id }) => id);
  const asked = oneOf(profile, ids, say('这个完整度标准', 'profile'));
  const found = standards.find(({ id }) => id === asked);
  return found === undefined ? [] : profileTables(catalog.items, found, telling);
}

async function sideBySide(
  { catalog, standards, policy, root }: Counted,
  from: unknown,
  { telling }: Way,
): Promise<DataTable> {
  const { openRevision } = await import('./revisions.ts');
  const { measureSideBySide } = await import('../stats/side-by-side.ts');
  const { sideTable } = await import('../report/side-table.ts');
  const { weights } = catalog.settings.value.counting ?? {};
  const states = [openRevision(root, String(from)), catalog] as const;
  return sideTable(measureSideBySide(states, standards, policy, weights), telling);
}

async function sparedTables(
  { catalog, policy, root }: Counted,
  cases: string,
  from: unknown,
  { telling, session }: Way,
): Promise<readonly DataTable[]> {
  const { readCases } = await import('./cases-file.ts');
  const { measureSpared } = await import('../stats/cases.ts');
  const { casesTables } = await import('../report/cases-tables.ts');
  const { itemsOfRevision } = await import('./revisions.ts');
  const counts = await readCases(cases, session);
  const earlier = from === undefined ? undefined : itemsOfRevision(root, from);
  return casesTables(measureSpared(counts, catalog.items, policy, earlier), telling);
}
