import type { Fact } from '../guide/guide.ts';
import { measureCompleteness } from '../lint/completeness/measure.ts';
import { mainProfile } from '../lint/completeness/profiles.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Measured, Measures } from '../publish/item-builder.ts';
import { toFixed, toPercent, toPlain } from '../stats/rational.ts';
import {
  addTallies,
  figureSpecs,
  type TalliedFigure,
  type Tally,
  tallyItem,
} from '../stats/tally.ts';
import { standardsFor } from './standards.ts';

/** How the pages of a catalogue's website count; its items are not needed. */
export function measuresFor(catalog: Catalog): Measures {
  const specs = figureSpecs(standardsFor(catalog));
  const profile = mainProfile(catalog.settings.value);
  const measure = (entry: Entry<Item>): Measured => {
    const { filled, applicable, gaps } = measureCompleteness(entry.value, catalog, profile);
    const missing = [...new Set(gaps.map(({ element }) => element.zh))];
    const tally = tallyItem(entry, catalog, specs);
    return { completeness: { filled, applicable, missing }, tally };
  };
  const figures = (tallies: Iterable<Tally>): Fact[] => addTallies(tallies, specs).flatMap(factOf);
  return { of: measure, figures };
}

/** A share with its count, a mean with its unit; nothing where nothing was counted. */
function factOf({ spec, value, numerator, denominator }: TalliedFigure): Fact[] {
  if (value === undefined) return [];
  const share = `${toPercent(value)}（${toPlain(numerator)}/${toPlain(denominator)}）`;
  const text = spec.kind === 'share' ? share : toFixed(value, 1) + (spec.unit?.zh ?? '');
  return [{ label: spec.label.zh, value: [{ text }] }];
}
