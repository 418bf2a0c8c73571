import { guideFolder } from '../guide/addresses.ts';
import { composeGuides } from '../guide/compose.ts';
import type { Fact, Guide } from '../guide/guide.ts';
import { cardOf } from '../guide/lists/card.ts';
import type { ItemCompleteness, SiteChange } from '../guide/lists/site-data.ts';
import { formsNamedIn } from '../load/forms.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Artifact } from '../render/artifact.ts';
import type { LinkedPage } from '../render/html/links.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { RenderContext, Renderer, Sheet } from '../render/output.ts';
import type { Tally } from '../stats/tally.ts';
import { markOf } from '../text/mark.ts';
import { borrowedBytes } from '../text/utf8.ts';
import type { BuiltFile, BuiltFiles, BuiltItem } from './built.ts';
import { setFindings } from './set-findings.ts';
import { digestOf } from './stage.ts';

/** What items are built with, one after the other. */
export interface BuildMeans {
  /** With `elsewhere` where it holds no items. */
  readonly catalog: Catalog;
  readonly context: RenderContext;
  readonly only: readonly OutputName[];
  readonly measures: Measures;
  /** Of everything but the content that decides how paper looks: program, fonts, settings. */
  readonly look: string;
  /** Writes a file of the tree and gives its stamp. */
  write(artifact: Artifact): string;
}

/** How an item is to be built. */
export interface ItemTask {
  /** The files that an earlier build made of it, so far as they are still there. */
  readonly before?: BuiltFiles;
  /** What changed in it lately, newest first. */
  readonly changes?: readonly SiteChange[];
  /** Whether its file says what it said then. */
  readonly unchanged?: boolean;
}

export type BuildItem = (task: ItemTask, item: Entry<Item>) => BuiltItem;

/** Prepares templates and fonts and gives what builds an item. */
export async function itemBuilder(means: BuildMeans): Promise<BuildItem> {
  const renderers = await Promise.all(
    means.only.map(
      async (name): Promise<[OutputName, Renderer]> => [
        name,
        await OUTPUTS[name].prepare(means.context),
      ],
    ),
  );
  return (task, entry) => {
    const guides = composeGuides(entry, means.catalog);
    const { changes = [] } = task;
    const job = { entry, ...guides, changes, downloads: downloads(means.only, guides.whole) };
    const maker = new FileMaker(means, task, entry);
    const files: BuiltFiles = Object.fromEntries(
      renderers.flatMap(([name, { item }]) =>
        item === undefined ? [] : [[name, maker.make(name, item(job))]],
      ),
    );
    const { completeness, tally } = means.measures.of(entry);
    const card = cardOf(entry, means.catalog, guides.page, completeness);
    const about = { card, tally, pages: maker.pages };
    const { related = [] } = entry.value;
    return { related, forms: formsNamedIn(entry.value), files, about };
  };
}

function downloads(only: readonly OutputName[], whole: () => Guide) {
  return only.flatMap((name) => OUTPUTS[name].links(whole));
}

/** Makes the files of one item, and lets stand what would come out the same. */
class FileMaker {
  readonly #means: BuildMeans;
  readonly #task: ItemTask;
  readonly #entry: Entry<Item>;
  readonly pages: LinkedPage[] = [];
  /** Most sheets are made of the same guide. */
  #last: { readonly content: unknown; readonly mark: string } | undefined;

  constructor(means: BuildMeans, task: ItemTask, entry: Entry<Item>) {
    this.#means = means;
    this.#task = task;
    this.#entry = entry;
  }

  make(name: OutputName, sheets: readonly Sheet[]): BuiltFile[] {
    const before = new Map(this.#task.before?.[name]?.map((file) => [file.path, file]));
    return sheets.map((sheet) => {
      const path = `${guideFolder(this.#entry.value)}/${sheet.file}`;
      const old = before.get(path);
      const content = this.#contentMark(sheet);
      if (old !== undefined && content !== undefined && this.#stands(old, content)) return old;
      return this.#render(name, sheet, path, content, old);
    });
  }

  /** Findings point at lines of the file: when that changed, they are made anew. */
  #stands({ content, findings }: BuiltFile, mark: string): boolean {
    return content === mark && (findings === undefined || this.#task.unchanged === true);
  }

  #contentMark({ content }: Sheet): string | undefined {
    if (content === undefined) return undefined;
    if (content !== this.#last?.content) {
      this.#last = { content, mark: markOf(this.#means.look, JSON.stringify(content)) };
    }
    return this.#last?.mark;
  }

  #render(
    name: OutputName,
    sheet: Sheet,
    path: string,
    content: string | undefined,
    old: BuiltFile | undefined,
  ): BuiltFile {
    const rendered = sheet.render();
    const body = borrowedBytes(rendered.body);
    const digest = digestOf(body);
    const stamp = old?.digest === digest ? old.stamp : this.#means.write({ path, body });
    const findings = setFindings(this.#entry, name, rendered);
    if (rendered.links !== undefined) this.pages.push([path, rendered.links]);
    return {
      path,
      digest,
      stamp,
      ...(content === undefined ? {} : { content }),
      ...(findings.length === 0 ? {} : { findings }),
    };
  }
}

/** What one item gives to the pages that count. */
export interface Measured {
  readonly completeness: ItemCompleteness;
  readonly tally: Tally;
}

/** How a catalogue is measured, by rooms that this one does not know. */
export interface Measures {
  of(entry: Entry<Item>): Measured;
  /** The figures in words, added up from what items give. */
  figures(tallies: Iterable<Tally>): readonly Fact[];
}
