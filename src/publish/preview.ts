import { guideFolder } from '../guide/addresses.ts';
import { composeGuides, type ItemGuides } from '../guide/compose.ts';
import { type Card, cardOf } from '../guide/lists/card.ts';
import type { SiteChange } from '../guide/lists/site-data.ts';
import { publishedForm } from '../load/forms.ts';
import { readEntry } from '../load/read.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import { type Files, isUnreadable } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { OUTPUT_NAMES, OUTPUTS, type OutputName } from '../render/index.ts';
import type { RenderContext, Renderer, Sheet } from '../render/output.ts';
import type { Measured, Measures } from './item-builder.ts';

/** A catalogue with the files that it was read from. */
interface Loaded {
  readonly catalog: Catalog;
  readonly files: Files;
}

/** Where a preview gets its catalogue from. */
export interface PreviewSource {
  /** Reads the whole catalogue anew; undefined while it cannot be read. */
  load(): Loaded | undefined;
  /** Templates and edition. */
  readonly context: Pick<RenderContext, 'assets' | 'script'>;
  /** How a catalogue is measured, for the pages that list. */
  measures(catalog: Catalog): Measures;
  /** What changed between the revisions of a catalogue. */
  changes(catalog: Catalog): readonly SiteChange[];
}

/** What the pages that list need of an item. */
interface Line {
  readonly card: Card;
  readonly tally: Measured['tally'];
}

/** The outputs that have files to be looked at beside those of items. */
const AROUND = OUTPUT_NAMES.filter(
  (name) => OUTPUTS[name].usual && OUTPUTS[name].medium === 'screen',
);

/** A site that is rendered page by page as somebody asks for it. */
export class Preview {
  readonly #source: PreviewSource;
  #context: PreviewSource['context'];
  #catalog: Catalog;
  #files: Files;
  readonly #renderers = new Map<OutputName, Promise<Renderer>>();
  #changes: readonly SiteChange[] | undefined;
  #guides = new Map<Entry<Item>, ItemGuides>();
  /** Of entries as they were read: a list is made anew from what did not change. */
  readonly #lines = new WeakMap<Entry<Item>, Line>();
  #around: Map<string, Sheet> | undefined;

  constructor({ catalog, files }: Loaded, source: PreviewSource) {
    this.#source = source;
    this.#context = source.context;
    this.#catalog = catalog;
    this.#files = files;
  }

  /** Reads templates, scripts and styles anew. */
  restyle(): void {
    const { assets } = this.#source.context;
    this.#context = { ...this.#source.context, assets: (path) => assets(path) };
    this.#take(this.#catalog);
  }

  /** Takes over one changed item at once; gives false when everything has to be read anew. */
  change(path: string): boolean {
    if (kindOfPath(path) === undefined) this.restyle();
    const at = this.#catalog.items.findIndex((entry) => entry.path === path);
    if (kindOfPath(path) !== 'item' || at === -1) return false;
    const entry = this.#read(path);
    if (entry === 'gone') return false;
    if (entry === undefined) return true;
    const items = [...this.#catalog.items];
    items[at] = entry;
    this.#take({ ...this.#catalog, items });
    return true;
  }

  /** An item as it is now: undefined when its file is broken, gone when it cannot be read. */
  #read(path: string): Entry<Item> | undefined | 'gone' {
    try {
      // Read by the schema of items.
      return readEntry(path, 'item', this.#files).entry as Entry<Item> | undefined;
    } catch (error) {
      if (isUnreadable(error)) return 'gone';
      throw error;
    }
  }

  /** History may have grown since it was read. */
  forgetChanges(): void {
    this.#changes = undefined;
  }

  /** Reads everything anew; an item whose file is broken now stays as it was. */
  reload(): void {
    const loaded = this.#source.load();
    if (loaded === undefined) return;
    const { catalog, files } = loaded;
    const paths = new Set(files.list());
    const sound = new Set(catalog.items.map(({ path }) => path));
    const broken = this.#catalog.items.filter(({ path }) => paths.has(path) && !sound.has(path));
    const items = [...catalog.items, ...broken].sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#files = files;
    this.#take({ ...catalog, items });
  }

  /** The file at a path of the site; undefined when there is none. */
  async file(path: string): Promise<string | Uint8Array | undefined> {
    const entry = this.#catalog.items.find(({ value }) =>
      path.startsWith(`${guideFolder(value)}/`),
    );
    if (entry !== undefined) return this.#itemFile(entry, path);
    if (this.#catalog.forms.has(path)) return publishedForm(path, this.#files);
    this.#around ??= await this.#renderAround();
    return this.#around.get(path)?.render().body;
  }

  #take(catalog: Catalog): void {
    this.#catalog = catalog;
    this.#renderers.clear();
    this.#guides = new Map();
    this.#around = undefined;
  }

  #output(name: OutputName): Promise<Renderer> {
    const known = this.#renderers.get(name) ?? this.#prepare(name);
    this.#renderers.set(name, known);
    return known;
  }

  #prepare(name: OutputName): Promise<Renderer> {
    const [catalog, files] = [this.#catalog, this.#files];
    const form = (path: string): Uint8Array | undefined =>
      catalog.forms.has(path) ? publishedForm(path, files) : undefined;
    return OUTPUTS[name].prepare({ catalog, form, ...this.#context });
  }

  #siteChanges(): readonly SiteChange[] {
    this.#changes ??= this.#source.changes(this.#catalog);
    return this.#changes;
  }

  #shown(): readonly OutputName[] {
    const { script } = this.#source.context;
    return OUTPUT_NAMES.filter((name) => {
      return OUTPUTS[name].usual && (script === undefined || OUTPUTS[name].traditional);
    });
  }

  #guide(entry: Entry<Item>): ItemGuides {
    const guide = this.#guides.get(entry) ?? composeGuides(entry, this.#catalog);
    this.#guides.set(entry, guide);
    return guide;
  }

  /** A file of an item, made by whichever output has it. */
  async #itemFile(entry: Entry<Item>, path: string): Promise<string | Uint8Array | undefined> {
    const name = path.slice(guideFolder(entry.value).length + 1);
    const guides = this.#guide(entry);
    const outputs = this.#shown();
    const downloads = outputs.flatMap((output) => OUTPUTS[output].links(guides.whole));
    const changes = this.#siteChanges().filter(
      ({ kind, id }) => kind === 'item' && id === entry.id,
    );
    for (const output of outputs) {
      const mine = OUTPUTS[output].links(guides.whole).some(({ href }) => href === name);
      if (name.endsWith('.pdf') && !mine) continue;
      const { item } = await this.#output(output);
      const sheet = item?.({ entry, ...guides, downloads, changes }).find(
        ({ file }) => file === name,
      );
      if (sheet !== undefined) return sheet.render().body;
    }
    return undefined;
  }

  async #renderAround(): Promise<Map<string, Sheet>> {
    const outputs = await Promise.all(AROUND.map((name) => this.#output(name)));
    const catalog = this.#catalog;
    const measures = this.#source.measures(catalog);
    const lines = catalog.items.map((entry) => {
      const known = this.#lines.get(entry) ?? this.#line(entry, measures);
      this.#lines.set(entry, known);
      return known;
    });
    const cards = lines.map(({ card }) => card);
    const figures = measures.figures(lines.map(({ tally }) => tally));
    const data = { figures, changes: this.#siteChanges() };
    const files = outputs.flatMap(({ lists }) => lists?.(cards, data) ?? []);
    return new Map(files.map((sheet) => [sheet.file, sheet]));
  }

  #line(entry: Entry<Item>, measures: Measures): Line {
    const { completeness, tally } = measures.of(entry);
    return { card: cardOf(entry, this.#catalog, this.#guide(entry).page, completeness), tally };
  }
}
