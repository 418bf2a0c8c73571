import { linksOf } from '../render/html/links.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Sheet } from '../render/output.ts';
import { markOf } from '../text/mark.ts';
import { borrowedBytes, toUtf8 } from '../text/utf8.ts';
import type { WholeRow } from './build-ledger.ts';
import type { Building } from './building.ts';
import type { BuiltFile } from './built.ts';
import { setFindings } from './set-findings.ts';
import { digestOf } from './stage.ts';

/** The address of a catalogue's site without a slash at the end; empty when it has none. */
function siteOf({ settings }: Building['catalog']): string {
  return (settings.value.site ?? '').replace(/\/+$/, '');
}

/** A byte range. */
type Range = readonly [start: number, end: number];

/** Writes the files of one output that speak of several items, and lets stand what can. */
export class ListWriter {
  readonly files: BuiltFile[] = [];
  readonly #name: OutputName;
  readonly #building: Building;
  readonly #site: string;
  readonly #before: WholeRow | undefined;
  readonly #there: ReadonlyMap<string, BuiltFile>;
  /** Where the links begin, which stand one behind the other. */
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
    this.#start = building.scratch.size;
  }

  /** Where the links of all pages stand. */
  get line(): Range {
    return [this.#start, this.#building.scratch.size];
  }

  write(sheet: Sheet): void {
    const old = this.#there.get(sheet.file);
    const { content } = sheet;
    const { program } = this.#building;
    const mark = content === undefined ? undefined : markOf(program, JSON.stringify(content));
    if (old !== undefined && mark !== undefined && old.content === mark) this.#keep(old);
    else this.#render(sheet, mark, old);
  }

  #keep(old: BuiltFile): void {
    const { last } = this.#building;
    if (old.links === undefined || this.#before === undefined || last === undefined) {
      this.files.push(old);
      return;
    }
    const [start] = this.#before.line;
    const links = last.reader.bytes(start + old.links[0], start + old.links[1]);
    this.files.push({ ...old, links: this.#add(links) });
  }

  #add(links: Buffer): Range {
    const [start, end] = this.#building.scratch.add(links);
    return [start - this.#start, end - this.#start];
  }

  #render(sheet: Sheet, content: string | undefined, old: BuiltFile | undefined): void {
    const path = sheet.file;
    const { tree, catalog } = this.#building;
    const rendered = sheet.render();
    const { body } = rendered;
    const bytes = borrowedBytes(body);
    const digest = digestOf(bytes);
    const stamp = old?.digest === digest ? old.stamp : tree.write(path, bytes);
    const findings = setFindings(catalog.settings, this.#name, rendered);
    this.files.push({
      ...{ path, digest, stamp },
      ...(content === undefined ? {} : { content }),
      ...(this.#isPage(path) ? { links: this.#linksOn(path, String(body)) } : {}),
      ...(findings.length === 0 ? {} : { findings }),
    });
  }

  #isPage(path: string): boolean {
    return OUTPUTS[this.#name].isPage?.(path) ?? false;
  }

  #linksOn(path: string, body: string): Range {
    return this.#add(toUtf8(JSON.stringify(linksOf(path, body, this.#site))));
  }
}
