import { composeGuide } from '../guide/compose.ts';
import type { Card } from '../guide/lists/card.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Sheet } from '../render/output.ts';
import type { Tally } from '../stats/tally.ts';
import { markOf } from '../text/mark.ts';
import type { Building } from './build.ts';
import { aboutOf, type ItemLine } from './build-items.ts';
import { cardSharer } from './cards.ts';
import type { Kept } from './kept.ts';
import type { WholeRow } from './memory.ts';
import { Press } from './press.ts';

/** The files of one output that speak of several items. */
export interface WholeBuilt extends WholeRow {
  /** Where the row's `line` is to be read. */
  readonly kept: Kept;
  /** What is known of them from the last build; absent when nothing is. */
  readonly before: WholeRow | undefined;
}

/** The files of each output that speak of several items. */
export type BuiltWhole = Readonly<Partial<Record<OutputName, WholeBuilt>>>;

/** Whether they were made in this build. */
export function isNew({ mark, before }: WholeBuilt): boolean {
  return mark !== before?.mark;
}

/** Builds them, so far as what they are made from is other than before. */
export async function buildWhole(
  building: Building,
  items: readonly ItemLine[],
): Promise<BuiltWhole> {
  const rows: Partial<Record<OutputName, WholeBuilt>> = {};
  for (const name of building.only) {
    const row = await wholeOf(name, building, items);
    if (row !== undefined) rows[name] = row;
  }
  return rows;
}

async function wholeOf(
  name: OutputName,
  building: Building,
  items: readonly ItemLine[],
): Promise<WholeBuilt | undefined> {
  const { studio, surroundings, changesMark, past, tree } = building;
  const { lists, catalogue } = await OUTPUTS[name].prepare(studio);
  if (lists === undefined && catalogue === undefined) return undefined;
  const parts = items.map(({ row }) => (lists === undefined ? row.mark : row.card));
  const paths = items.map(({ row }) => row.path);
  const mark = markOf(surroundings, changesMark, paths.join('\n'), parts.join('\n'));
  const before = past?.memory.whole[name];
  const there = (before?.files ?? []).filter(({ path, stamp }) => tree.present.get(path) === stamp);
  if (past !== undefined && before?.mark === mark && there.length === before.files.length) {
    return { ...before, kept: past, before };
  }
  const sheets =
    lists === undefined ? await atLength(name, building) : lists(...listData(building, items));
  const press = new Press(name, building, before, there);
  for (const sheet of sheets) press.print(sheet);
  return { mark, files: press.files, line: press.line, kept: building.spill, before };
}

/** What the pages that list are made from. */
function listData({ measures, changes }: Building, items: readonly ItemLine[]) {
  const cards: Card[] = [];
  return [cards, { figures: measures.figures(talliesOf(items, cards)), changes }] as const;
}

/** What each item gives to the figures, one after the other; its card is held. */
function* talliesOf(items: readonly ItemLine[], cards: Card[]): Iterable<Tally> {
  const share = cardSharer();
  for (const line of items) {
    const { card, tally } = aboutOf(line);
    cards.push(share(card));
    yield tally;
  }
}

/** Outputs that need every item as a whole: the catalogue is read for them once more. */
async function atLength(name: OutputName, { studio, full }: Building): Promise<Sheet[]> {
  const catalog = full();
  const { catalogue } = await OUTPUTS[name].prepare({ ...studio, catalog });
  const guides = catalog.items.map((entry) => composeGuide(entry, catalog));
  return catalogue?.(guides).map(({ file, ...made }) => ({ file, render: () => made })) ?? [];
}
