import type { Frame } from '../../guide/page/page.ts';
import type { SharedCatalog } from '../../model/catalog.ts';
import type { RenderContext } from '../output.ts';

/** Turns composed pages into the script that they are published in. */
export interface Edition {
  words(text: string): string;
  /** Texts of a template or a program: everything that is Chinese in it. */
  markup(text: string): string;
  page<T>(page: T): T;
  frame(frame: Frame): Frame;
}

/** The catalogue's own script, or Traditional characters when they are asked for. */
export async function editionOf({
  catalog,
  script,
  assets,
}: Pick<RenderContext, 'script' | 'assets'> & {
  readonly catalog: SharedCatalog;
}): Promise<Edition> {
  if (script === undefined) return SAME;
  const { traditional } = await import('./traditional.ts');
  const terms = new TextDecoder().decode(assets('data/traditional.yaml'));
  const convert = traditional(terms, catalog.settings.value.traditional_names);
  const page = <T>(value: T): T => converted(value, convert) as T;
  return {
    words: convert,
    markup: convert,
    page,
    frame: (frame) => ({ ...page(frame), lang: 'zh-Hant' }),
  };
}

const SAME: Edition = {
  words: (text) => text,
  markup: (text) => text,
  page: (page) => page,
  frame: (frame) => frame,
};

/** Names of addresses and marks: never turned into another script. */
const UNCHANGED = new Set([
  'href',
  'id',
  'path',
  'lang',
  'site',
  'kind',
  'key',
  'root',
  'item',
  'date',
]);

function converted(value: unknown, convert: (text: string) => string): unknown {
  if (typeof value === 'string') return convert(value);
  if (Array.isArray(value)) return value.map((each) => converted(each, convert));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      UNCHANGED.has(key) ? each : converted(each, convert),
    ]),
  );
}
