import { composeGuide } from '../guide/compose.ts';
import type { Card } from '../guide/lists/card.ts';
import { type LinkedPage, linksOf, type PageLinks } from '../render/html/links.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Sheet } from '../render/output.ts';
import type { Tally } from '../stats/tally.ts';
import type { Building } from './build.ts';
import { aboutOf, type ItemLine } from './build-items.ts';
import type { BuiltFile } from './built.ts';
import { cardSharer } from './cards.ts';
import type { Kept, Stretch } from './kept.ts';
import { siteOf } from './link-findings.ts';
import { digestOf, markOf } from './marks.ts';
import type { WholeRow } from './memory.ts';
import { setFindings } from './set-findings.ts';

/** The files of one output that speak of several items. */
export interface WholeBuilt extends WholeRow {
  /** Where the row's `line` is to be read. */
  readonly kept: Kept;
  /** What is known of them from the last build; absent when nothing is. */
  readonly before: WholeRow | undefined;
}

/** The files of each output that speak of several items. */
export type BuiltWhole = Readonly<Partial<Record<OutputName, WholeBuilt>>>;

/** The pages among them with their links. */
export function* listedPages({
  files,
  line: [start],
  kept,
}: Pick<WholeBuilt, 'files' | 'line' | 'kept'>): Iterable<LinkedPage> {
  for (const { path, links } of files) {
    if (links === undefined) continue;
    const text = kept.bytes(start + links[0], start + links[1]).toString('utf8');
    // Written by `Press`.
    yield [path, JSON.parse(text) as PageLinks];
  }
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

/** Writes the files of one output that speak of several items, and lets stand what can. */
class Press {
  readonly files: BuiltFile[] = [];
  readonly #name: OutputName;
  readonly #building: Building;
  readonly #site: string;
  readonly #before: WholeRow | undefined;
  readonly #there: ReadonlyMap<string, BuiltFile>;
  /** Where the links begin, which are laid one behind the other. */
  readonly #start: number;

  /** Takes what is known of the last build, and which of its files are still there. */
  constructor(
    name: OutputName,
    building: Building,
    before: WholeRow | undefined,
    there: readonly BuiltFile[],
  ) {
    this.#name = name;
    this.#building = building;
    this.#site = siteOf(building.catalog);
    this.#before = before;
    this.#there = new Map(there.map((file) => [file.path, file]));
    this.#start = building.spill.size;
  }

  /** Where the links of all pages were laid. */
  get line(): Stretch {
    return [this.#start, this.#building.spill.size];
  }

  print(sheet: Sheet): void {
    const old = this.#there.get(sheet.file);
    const { content } = sheet;
    const { program } = this.#building;
    const mark = content === undefined ? undefined : markOf(program, JSON.stringify(content));
    if (old !== undefined && mark !== undefined && old.content === mark) this.#keep(old);
    else this.#render(sheet, mark, old);
  }

  #keep(old: BuiltFile): void {
    const { past } = this.#building;
    if (old.links === undefined || this.#before === undefined || past === undefined) {
      this.files.push(old);
      return;
    }
    const [start] = this.#before.line;
    const links = past.bytes(start + old.links[0], start + old.links[1]);
    this.files.push({ ...old, links: this.#lay(links) });
  }

  #lay(links: Buffer): Stretch {
    const [start, end] = this.#building.spill.add(links);
    return [start - this.#start, end - this.#start];
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
      ...(this.#isPage(path) ? { links: this.#linksOn(path, String(rendered.body)) } : {}),
      ...(findings.length === 0 ? {} : { findings }),
    });
  }

  #isPage(path: string): boolean {
    return this.#name === 'html' && path.endsWith('.html');
  }

  #linksOn(path: string, body: string): Stretch {
    return this.#lay(Buffer.from(JSON.stringify(linksOf(path, body, this.#site))));
  }
}
