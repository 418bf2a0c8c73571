import { composeGuide } from '../guide/compose.ts';
import type { Card } from '../guide/lists/card.ts';
import type { LinkedPage, PageLinks } from '../render/html/links.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Sheet } from '../render/output.ts';
import type { Tally } from '../stats/tally.ts';
import { markOf } from '../text/mark.ts';
import { remembered } from '../text/remember.ts';
import { fromUtf8 } from '../text/utf8.ts';
import { aboutOf, type Placed, type WholeRow } from './build-ledger.ts';
import type { Building, ItemLine } from './building.ts';
import { ListWriter } from './list-writer.ts';

/** The files of one output that speak of several items. */
export interface WholeLine extends Placed<WholeRow> {
  /** What is known of them from the last build; absent when nothing is. */
  readonly before: WholeRow | undefined;
}

/** The files of each output that speak of several items. */
export type BuiltWhole = Readonly<Partial<Record<OutputName, WholeLine>>>;

/** Whether they were made in this build. */
export function isNew({ row, before }: WholeLine): boolean {
  return row.mark !== before?.mark;
}

/** The pages among them, with their links, read one by one. */
export function* listedPages({ row, reader }: Placed<WholeRow>): Iterable<LinkedPage> {
  const [start] = row.line;
  for (const { path, links } of row.files) {
    if (links === undefined) continue;
    const text = fromUtf8(reader.bytes(start + links[0], start + links[1]));
    // Written by `ListWriter`.
    yield [path, JSON.parse(text) as PageLinks];
  }
}

/** Builds them, so far as what they are made from is other than before. */
export async function buildWhole(
  building: Building,
  items: readonly ItemLine[],
): Promise<BuiltWhole> {
  const lines: Partial<Record<OutputName, WholeLine>> = {};
  for (const name of building.only) {
    const line = await wholeOf(name, building, items);
    if (line !== undefined) lines[name] = line;
  }
  return lines;
}

async function wholeOf(
  name: OutputName,
  building: Building,
  items: readonly ItemLine[],
): Promise<WholeLine | undefined> {
  const { context, inputs, changesMark, last, tree } = building;
  const { lists, catalogue } = await OUTPUTS[name].prepare(context);
  if (lists === undefined && catalogue === undefined) return undefined;
  const parts = items.map(({ row }) => (lists === undefined ? row.hash : row.card));
  const paths = items.map(({ path }) => path);
  const mark = markOf(inputs, changesMark, paths.join('\n'), parts.join('\n'));
  const before = last?.whole[name];
  const there = (before?.files ?? []).filter(
    ({ path, stamp }) => tree.existing.get(path) === stamp,
  );
  if (last !== undefined && before?.mark === mark && there.length === before.files.length) {
    return { row: before, reader: last.reader, before };
  }
  const sheets =
    lists === undefined ? await atLength(name, building) : lists(...listData(building, items));
  const writer = new ListWriter(name, building, before, there);
  for (const sheet of sheets) writer.write(sheet);
  const { files, line } = writer;
  return { row: { mark, files, line }, reader: building.scratch, before };
}

/** What the pages that list are made from. */
function listData({ measures, changes, only }: Building, items: readonly ItemLine[]) {
  const cards: Card[] = [];
  return [
    cards,
    { figures: measures.figures(talliesOf(items, cards)), changes, outputs: only },
  ] as const;
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
async function atLength(name: OutputName, { context, full }: Building): Promise<Sheet[]> {
  const catalog = full();
  const { catalogue } = await OUTPUTS[name].prepare({ ...context, catalog });
  const guides = catalog.items.map((entry) => composeGuide(entry, catalog));
  return catalogue?.(guides).map(({ file, ...made }) => ({ file, render: () => made })) ?? [];
}

/** In characters; longer texts seldom stand in two cards. */
const SHORT = 16;

/**
 * Lets a card share with the others whatever it says like one of them, by which it takes a third of
 * the memory. The card is changed, so it must be nobody else's.
 */
export function cardSharer(): (card: Card) => Card {
  const textOf = remembered((text) => text);
  const listOf = remembered((json): unknown => JSON.parse(json));
  return (card) => {
    // Plain JSON, whatever its keys.
    const values = card as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(values)) {
      if (typeof value === 'object') values[key] = listOf(JSON.stringify(value));
      else if (typeof value === 'string' && value.length <= SHORT) values[key] = textOf(value);
    }
    return card;
  };
}
