import type { Catalog } from '../model/catalog.ts';
import type { CountingSettings } from '../model/schema.gen.ts';
import { type Compression, compressionOf } from './compression.ts';
import { type Distribution, distributionsOf } from './distributions.ts';
import { type Figure, measure } from './figure.ts';
import { completenessFigure, type ElementStandard } from './figures/completeness.ts';
import { FIGURES } from './figures/index.ts';
import { type Grouping, groupFigures } from './groups.ts';
import { type Influence, mostInfluential } from './influence.ts';
import { type Naive, naiveCompression } from './naive.ts';
import { openPolicy, type Policy, policyOf } from './policy.ts';
import { type Ranking, rankGroups } from './ranking.ts';
import { type LeftOut, selectItems } from './selection.ts';
import { measureSensitivity, type Sensitivity } from './sensitivity.ts';

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

const GROUPED = ['compression', 'compression-mean', 'instant', 'zero-visit', 'completeness:notice'];

/**
 * Computes the figures of a catalogue under its own 口径, with what the caller decides instead.
 * Elements are counted by the standards given, of all types that people apply for.
 */
export function measureCatalog(
  catalog: Catalog,
  standards: readonly ElementStandard[],
  decided: CountingSettings = {},
): Stats {
  const settings = { ...catalog.settings.value.counting, ...decided };
  const policy = policyOf(settings);
  const limited = selectItems(catalog, policy);
  const selection = selectItems(catalog, openPolicy(policy));
  const elements = standards.map(completenessFigure);
  const figures = [...FIGURES, ...elements].map((spec) =>
    measure(spec, spec.limited === true ? limited : selection),
  );
  const compression = compressionOf(limited);
  const grouped = figures.filter(({ spec }) => GROUPED.includes(spec.key));
  const groupings = groupFigures(catalog, grouped);
  const departments = groupings.find(({ key }) => key === 'department')?.groups ?? [];
  return {
    policy,
    items: catalog.items.length,
    departments: new Set(catalog.items.map(({ value }) => value.department)).size,
    compression,
    figures,
    groupings,
    ranking: rankGroups(departments, settings.weights),
    sensitivity: measureSensitivity(catalog, policy),
    naive: naiveCompression(catalog),
    influence: mostInfluential(compression),
    distributions: distributionsOf(selection),
    exempt: figures
      .filter(({ spec }) => spec.key.endsWith('-entry'))
      .flatMap(({ leftOut }) => leftOut.filter(({ reason }) => reason.zh.startsWith('免于进驻'))),
  };
}
