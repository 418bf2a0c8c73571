import type { Fact } from '../guide/guide.ts';
import { measureCompleteness } from '../lint/completeness/measure.ts';
import { mainProfile } from '../lint/completeness/profiles.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Measured, Measures } from '../publish/item-builder.ts';
import { figureText } from '../stats/figure-text.ts';
import { toPlain } from '../stats/rational.ts';
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
function factOf(figure: TalliedFigure): Fact[] {
  const { spec, numerator, denominator } = figure;
  const shown = figureText(spec, figure, ({ zh }) => zh);
  if (shown === undefined) return [];
  const parts = spec.kind === 'share' ? `（${toPlain(numerator)}/${toPlain(denominator)}）` : '';
  const text = shown + parts;
  return [{ label: spec.label.zh, value: [{ text }] }];
}
