import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import {
  compareDurations,
  compareNatural,
  type Duration,
  parseDuration,
} from '../text/duration.ts';
import { isSentinelLimit } from '../text/sentinel.ts';
import {
  type DayPolicy,
  dayPolicy,
  runsInOpeningHours,
  toWorkingDays,
} from '../text/working-days.ts';
import { lastItem } from './last-item.ts';

/** A limit as written, with its place. */
export interface WrittenLimit {
  readonly pointer: string;
  readonly text: string;
  readonly limit: Duration;
}

const POLICIES = new WeakMap<Catalog, DayPolicy>();

/** How the catalogue turns days, months and hours into working days. */
export function policyOf(catalog: Catalog): DayPolicy {
  let policy = POLICIES.get(catalog);
  if (policy === undefined) {
    const settings = catalog.settings.value;
    policy = dayPolicy({ ...settings.counting }, runsInOpeningHours(settings));
    POLICIES.set(catalog, policy);
  }
  return policy;
}

/** Below, at or above 0; where the calendar decides, by the catalogue's policy. */
export function compareLimits(a: Duration, b: Duration, policy: DayPolicy): number {
  const stops = policy.opening && [a, b].some(({ unit }) => unit === '小时' || unit === '分钟');
  const known = (stops ? undefined : compareNatural(a, b)) ?? compareDurations(a, b);
  if (known !== undefined) return known;
  const difference = toWorkingDays(a, policy) - toWorkingDays(b, policy);
  return Math.abs(difference) < 1e-6 ? 0 : Math.sign(difference);
}

/** Reads the limit at a place; undefined when there is none, or only a sentinel for none. */
export function readLimit(pointer: string, text: string | undefined): WrittenLimit | undefined {
  const limit = parseDuration(text ?? '');
  if (limit === undefined || isSentinelLimit(limit)) return undefined;
  return { pointer, text: text ?? '', limit };
}

/** The two limits of an item or a situation. */
export interface LimitPair {
  readonly statutory: WrittenLimit | undefined;
  readonly committed: WrittenLimit | undefined;
}

/** The committed and statutory limits of the item and of each situation that has its own. */
export const limitPairs: (item: Item) => readonly LimitPair[] = lastItem(readPairs);

function readPairs(item: Item): readonly LimitPair[] {
  const statutory = readLimit('/limits/statutory', item.limits?.statutory);
  const committed = readLimit('/limits/committed', item.limits?.committed);
  const own = (item.situations ?? []).flatMap((each, at) => {
    if (each.statutory === undefined && each.committed === undefined) return [];
    const at0 = `/situations/${at}`;
    return [
      {
        statutory: readLimit(`${at0}/statutory`, each.statutory) ?? statutory,
        committed: readLimit(`${at0}/committed`, each.committed) ?? committed,
      },
    ];
  });
  return [{ statutory, committed }, ...own];
}

/** Every limit an item states, of situations, steps, procedures, deferrals too; sentinels too. */
export const allLimits: (item: Item) => readonly WrittenLimit[] = lastItem(readLimits);

function readLimits(item: Item): readonly WrittenLimit[] {
  const { statutory, committed, acceptance, special = [] } = item.limits ?? {};
  const places: (readonly [string, string | undefined])[] = [
    ['/limits/statutory', statutory],
    ['/limits/committed', committed],
    ['/limits/acceptance', acceptance],
  ];
  for (const [at, each] of (item.situations ?? []).entries()) {
    places.push([`/situations/${at}/statutory`, each.statutory]);
    places.push([`/situations/${at}/committed`, each.committed]);
  }
  for (const [at, each] of special.entries())
    places.push([`/limits/special/${at}/days`, each.days]);
  for (const [at, each] of (item.steps ?? []).entries()) {
    places.push([`/steps/${at}/limit`, each.limit]);
  }
  for (const [at, each] of (item.materials ?? []).entries()) {
    places.push([`/materials/${at}/deferral/within`, each.deferral?.within]);
  }
  return places.flatMap(([pointer, text = '']) => {
    const limit = parseDuration(text);
    return limit === undefined ? [] : [{ pointer, text, limit }];
  });
}
