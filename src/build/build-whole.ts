import { composeGuide } from '../guide/compose.ts';
import type { Card } from '../guide/lists/card.ts';
import { compactor } from '../load/compact.ts';
import { type LinkedPage, linksOf, type PageLinks } from '../render/html/links.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Sheet } from '../render/output.ts';
import type { Tally } from '../stats/tally.ts';
import type { Building } from './build.ts';
import { aboutOf, type ItemLine } from './build-items.ts';
import type { BuiltFile } from './built.ts';
import { siteOf } from './link-findings.ts';
import { digestOf, markOf } from './marks.ts';
import type { WholeRow } from './memory.ts';
import { setFindings } from './set-findings.ts';

/** The files of one output that speak of several items. */
export interface WholeBuilt extends Omit<WholeRow, 'line'> {
  /** Their links (`LinkedPage[]`) as JSON. */
  readonly pages: Buffer;
  /** What is known of them from the last build; absent when nothing is. */
  readonly before: WholeRow | undefined;
}

/** The files of each output that speak of several items. */
export type BuiltWhole = Readonly<Partial<Record<OutputName, WholeBuilt>>>;

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
    return { ...before, pages: past.bytes(...before.line), before };
  }
  const sheets =
    lists === undefined ? await atLength(name, building) : lists(...listData(building, items));
  const press = new Press(name, building, there, before && past?.pages(before));
  for (const sheet of sheets) press.print(sheet);
  return { mark, files: press.files, pages: Buffer.from(JSON.stringify(press.pages)), before };
}

/** What the pages that list are made from. */
function listData({ measures, changes }: Building, items: readonly ItemLine[]) {
  const cards: Card[] = [];
  return [cards, { figures: measures.figures(talliesOf(items, cards)), changes }] as const;
}

/** What each item gives to the figures, one after the other; its card is held. */
function* talliesOf(items: readonly ItemLine[], cards: Card[]): Iterable<Tally> {
  const compact = compactor();
  for (const line of items) {
    const { card, tally } = aboutOf(line);
    cards.push(compact(card));
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

/** Writes the files of one output that speak of several items, and lets stand what can. */
class Press {
  readonly files: BuiltFile[] = [];
  readonly pages: LinkedPage[] = [];
  readonly #name: OutputName;
  readonly #building: Building;
  readonly #site: string;
  readonly #there: ReadonlyMap<string, BuiltFile>;
  readonly #links: ReadonlyMap<string, PageLinks>;

  constructor(
    name: OutputName,
    building: Building,
    there: readonly BuiltFile[],
    pages: readonly LinkedPage[] = [],
  ) {
    this.#name = name;
    this.#building = building;
    this.#site = siteOf(building.catalog);
    this.#there = new Map(there.map((file) => [file.path, file]));
    this.#links = new Map(pages);
  }

  print(sheet: Sheet): void {
    const path = sheet.file;
    const old = this.#there.get(path);
    const { content } = sheet;
    const { program } = this.#building;
    const mark = content === undefined ? undefined : markOf(program, JSON.stringify(content));
    const links = this.#links.get(path);
    if (old !== undefined && mark !== undefined && old.content === mark) {
      this.files.push(old);
      if (links !== undefined) this.pages.push([path, links]);
    } else this.#render(sheet, mark, old);
  }

  #render(sheet: Sheet, content: string | undefined, old: BuiltFile | undefined): void {
    const path = sheet.file;
    const { tree, catalog } = this.#building;
    const rendered = sheet.render();
    const digest = digestOf(rendered.body);
    const stamp = old?.digest === digest ? old.stamp : tree.write(path, rendered.body);
    const findings = setFindings(catalog.settings, this.#name, rendered);
    this.files.push({
      ...{ path, digest, stamp },
      ...(content === undefined ? {} : { content }),
      ...(findings.length === 0 ? {} : { findings }),
    });
    if (this.#name === 'html' && path.endsWith('.html')) {
      this.pages.push([path, linksOf(path, String(rendered.body), this.#site)]);
    }
  }
}
