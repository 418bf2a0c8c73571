import { linksOf } from '../render/html/links.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Sheet } from '../render/output.ts';
import { markOf } from '../text/mark.ts';
import { borrowedBytes, toUtf8 } from '../text/utf8.ts';
import type { Building } from './build.ts';
import type { BuiltFile } from './built.ts';
import type { Stretch } from './kept.ts';
import { siteOf } from './link-findings.ts';
import { digestOf } from './marks.ts';
import type { WholeRow } from './memory.ts';
import { setFindings } from './set-findings.ts';

/** Writes the files of one output that speak of several items, and lets stand what can. */
export class Press {
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

  #linksOn(path: string, body: string): Stretch {
    return this.#lay(toUtf8(JSON.stringify(linksOf(path, body, this.#site))));
  }
}
