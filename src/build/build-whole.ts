import { composeGuide } from '../guide/compose.ts';
import type { Card } from '../guide/lists/card.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Rendered } from '../render/output.ts';
import type { Tally } from '../stats/tally.ts';
import type { Building } from './build.ts';
import type { ItemLine } from './build-items.ts';
import type { BuiltFile, BuiltItem } from './built.ts';
import { digestOf, markOf } from './marks.ts';
import type { WholeRow } from './memory.ts';
import { setFindings } from './set-findings.ts';

/** The files of each output that speak of several items. */
export type BuiltWhole = Readonly<Partial<Record<OutputName, WholeRow>>>;

/** Builds them, so far as what they are made from is other than before. */
export async function buildWhole(
  building: Building,
  items: readonly ItemLine[],
): Promise<BuiltWhole> {
  const rows: Partial<Record<OutputName, WholeRow>> = {};
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
): Promise<WholeRow | undefined> {
  const { studio, surroundings, changesMark, past, tree } = building;
  const { lists, catalogue } = await OUTPUTS[name].prepare(studio);
  if (lists === undefined && catalogue === undefined) return undefined;
  const parts = items.map(({ row }) => (lists === undefined ? row.mark : row.card));
  const paths = items.map(({ row }) => row.path);
  const mark = markOf(surroundings, changesMark, paths.join('\n'), parts.join('\n'));
  const before = past?.memory.whole[name];
  const there = (before?.files ?? []).filter(({ path, stamp }) => tree.present.get(path) === stamp);
  if (before?.mark === mark && there.length === before.files.length) return before;
  const rendered =
    lists === undefined ? await atLength(name, building) : lists(...listData(building, items));
  return { mark, files: keepFiles(name, rendered, there, building) };
}

/** What the pages that list are made from. */
function listData({ measures, changes }: Building, items: readonly ItemLine[]) {
  const cards: Card[] = [];
  const tallies: Tally[] = [];
  for (const { bytes } of items) {
    // Written by `lineOf`.
    const { card, tally } = JSON.parse(bytes.toString('utf8')) as BuiltItem;
    cards.push(card);
    tallies.push(tally);
  }
  return [cards, { figures: measures.figures(tallies), changes }] as const;
}

/** Outputs that need every item as a whole: the catalogue is read for them once more. */
async function atLength(name: OutputName, { studio, full }: Building): Promise<Rendered[]> {
  const catalog = full();
  const { catalogue } = await OUTPUTS[name].prepare({ ...studio, catalog });
  const guides = catalog.items.map((entry) => composeGuide(entry, catalog));
  return catalogue?.(guides) ?? [];
}

/** Writes what is other than the files that are there. */
function keepFiles(
  name: OutputName,
  rendered: Iterable<Rendered>,
  there: readonly BuiltFile[],
  { catalog, tree }: Building,
): BuiltFile[] {
  const before = new Map(there.map((file) => [file.path, file]));
  const files: BuiltFile[] = [];
  for (const each of rendered) {
    const { file: path, body } = each;
    const digest = digestOf(body);
    const old = before.get(path);
    const stamp = old?.digest === digest ? old.stamp : tree.write(path, body);
    const findings = setFindings(catalog.settings, name, each);
    files.push({ path, digest, stamp, ...(findings.length === 0 ? {} : { findings }) });
  }
  return files;
}
