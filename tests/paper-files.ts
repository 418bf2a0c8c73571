import { join } from 'node:path';
import { composeGuide } from '../src/guide/compose.ts';
import type { Guide } from '../src/guide/guide.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Catalog } from '../src/model/catalog.ts';
import { OUTPUTS, type OutputName } from '../src/render/index.ts';
import type { RenderContext, Rendered } from '../src/render/output.ts';
import { ownAssets } from '../src/world/assets.ts';
import { diskFiles } from '../src/world/disk.ts';
import { ROOT } from './program.ts';

/** A catalogue with its guides, ready to be printed. */
export interface Press {
  readonly catalog: Catalog;
  readonly guides: readonly Guide[];
  /** The files of one output for one item, by its place in the catalogue; printed once. */
  print(output: OutputName, item: number): Promise<Rendered[]>;
  /** The files of one output that speak of several items. */
  printAll(output: OutputName): Promise<Rendered[]>;
}

/** Loads a catalogue from a folder and sets up its outputs, each prepared once. */
export function openPress(folder: string): Press {
  const files = diskFiles(folder);
  const { catalog } = loadCatalog(files);
  const guides = catalog.items.map((entry) => composeGuide(entry, catalog));
  const form = (path: string) => (catalog.forms.has(path) ? files.read(path) : undefined);
  const context: RenderContext = { catalog, assets: ownAssets(), form };
  const prepared = new Map<OutputName, ReturnType<(typeof OUTPUTS)[OutputName]['prepare']>>();
  const rendererOf = (output: OutputName) => {
    const known = prepared.get(output) ?? OUTPUTS[output].prepare(context);
    prepared.set(output, known);
    return known;
  };
  const print = async (output: OutputName, item: number): Promise<Rendered[]> => {
    const [entry, guide] = [catalog.items[item], guides[item]];
    if (entry === undefined || guide === undefined) return [];
    const { item: render } = await rendererOf(output);
    const sheets =
      render?.({
        ...{ entry, page: guide, whole: () => guide },
        ...{ downloads: [], changes: [] },
      }) ?? [];
    return sheets.map((sheet) => ({ file: sheet.file, ...sheet.render() }));
  };
  const printed = new Map<string, Promise<Rendered[]>>();
  return {
    catalog,
    guides,
    print: (output, item) => {
      const known = printed.get(`${output} ${item}`) ?? print(output, item);
      printed.set(`${output} ${item}`, known);
      return known;
    },
    printAll: async (output) => (await rendererOf(output)).catalogue?.(guides) ?? [],
  };
}

/** The sample catalogue's press. */
export function samplePress(): Press {
  return openPress(join(ROOT, 'catalog'));
}

/** Bytes of a rendered file. */
export function bytesOf({ body }: Rendered): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}
