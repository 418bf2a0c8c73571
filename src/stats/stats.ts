import type { Catalog, Entry } from '../model/catalog.ts';
import type { CountingSettings, Item } from '../model/schema.gen.ts';
import { COMPRESSION, type Compression, compressionFrom } from './compression.ts';
import { type Distribution, DistributionCount } from './distributions.ts';
import { type Figure, FigureCount, type FigureSpec, judge } from './figure.ts';
import type { ElementStandard } from './figures/completeness.ts';
import { GroupCount, type Grouping } from './groups.ts';
import { type Influence, mostInfluential } from './influence.ts';
import { type Naive, NaiveCount } from './naive.ts';
import { openPolicy, type Policy, policyOf } from './policy.ts';
import { type Ranking, rankGroups } from './ranking.ts';
import { type LeftOut, omissionOf } from './selection.ts';
import { LimitTally, measureSensitivity, type Sensitivity } from './sensitivity.ts';
import { figureSpecs } from './tally.ts';

/** The figures of a catalogue, each with what it was computed from. */
export interface Stats {
  readonly policy: Policy;
  readonly items: number;
  readonly departments: number;
  readonly compression: Compression;
  readonly figures: readonly Figure[];
  readonly groupings: readonly Grouping[];
  readonly ranking: Ranking;
  readonly sensitivity: Sensitivity;
  /** What adding up numbers without units gives. */
  readonly naive: Naive;
  readonly influence: readonly Influence[];
  readonly distributions: readonly Distribution[];
  /** Items that need not enter the hall or the web, with the reason. */
  readonly exempt: readonly LeftOut[];
}

const GROUPED = [
  ...['compression', 'compression-mean', 'instant', 'zero-visit', 'completeness:notice'],
  ...['sound', 'reviewed'],
];

/** A catalogue of which items are gone through one by one, and need not be held. */
export interface CountedCatalog extends Omit<Catalog, 'items'> {
  readonly items: Iterable<Entry<Item>>;
}

/**
 * Computes the figures of a catalogue under its own 口径, with what the caller decides instead, in
 * one go through its items. Elements are counted by the standards given, of all types that people
 * apply for. What went into a figure is kept for the ratio, for exempt items, and where it is asked.
 */
export function measureCatalog(
  catalog: CountedCatalog,
  standards: readonly ElementStandard[],
  decided: CountingSettings = {},
  isAsked: (spec: FigureSpec) => boolean = () => false,
  more: readonly FigureSpec[] = [],
): Stats {
  const settings = { ...catalog.settings.value.counting, ...decided };
  const policy = policyOf(settings, catalog.settings.value.calendar?.hours);
  const limited = { catalog, policy };
  const open = { catalog, policy: openPolicy(policy) };
  const ratio = new FigureCount(COMPRESSION, true);
  const counts = [...figureSpecs(standards), ...more].map((spec) =>
    spec === COMPRESSION ? ratio : new FigureCount(spec, isAsked(spec) || spec.exempts === true),
  );
  const grouped = counts.flatMap(({ spec }, at) => (GROUPED.includes(spec.key) ? at : []));
  const groups = new GroupCount(
    catalog,
    grouped.flatMap((at) => counts[at]?.spec ?? []),
  );
  const tally = new LimitTally();
  const naive = new NaiveCount();
  const distributions = new DistributionCount();
  const departments = new Set<string>();
  for (const entry of catalog.items) {
    const judged = counts.map((count) => {
      const own = judge(count.spec, entry, count.spec.limited === true ? limited : open);
      count.take(entry, own);
      return own;
    });
    groups.take(
      entry.value,
      grouped.map((at) => judged[at] ?? []),
    );
    tally.take(entry.value);
    naive.take(entry.value);
    departments.add(entry.value.department);
    if (omissionOf(entry.value, open.policy) === undefined) distributions.take(entry.value);
  }
  const figures = counts.map(({ figure }) => figure);
  const compression = compressionFrom(ratio.figure);
  const { groupings } = groups;
  return {
    policy,
    items: naive.naive.counted,
    departments: departments.size,
    compression,
    figures,
    groupings,
    ranking: rankGroups(
      groupings.find(({ key }) => key === 'department')?.groups ?? [],
      settings.weights,
    ),
    sensitivity: measureSensitivity(tally, policy),
    naive: naive.naive,
    influence: mostInfluential(compression),
    distributions: distributions.distributions,
    exempt: figures.flatMap(({ leftOut }) => leftOut.filter(({ exempt }) => exempt)),
  };
}
