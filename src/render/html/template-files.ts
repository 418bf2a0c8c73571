import { BLOCK_KINDS } from '../../guide/guide.ts';
import { textMark } from './text-mark.ts';

const PARTIALS = [
  'shell',
  'search',
  'crumbs',
  'inlines',
  'section',
  'bring',
  'tick',
  'doors',
  'entries',
  'pager',
];

/** Templates that make a whole page. */
export const PAGES = ['guide', 'list', 'index'] as const;
export type PageName = (typeof PAGES)[number];

/** Every template by the name that others call it by, with its file below `templates/`. */
export const TEMPLATE_FILES: ReadonlyMap<string, string> = new Map([
  ...PARTIALS.map((name) => [name, `html/${name}.hbs`] as const),
  ...BLOCK_KINDS.map((kind) => [`block-${kind}`, `html/blocks/${kind}.hbs`] as const),
  ...PAGES.map((name) => [name, `html/${name}.hbs`] as const),
]);

/** Texts of templates by name. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** Reads every template. */
export function readTemplates(read: (path: string) => string): TemplateTexts {
  return new Map([...TEMPLATE_FILES].map(([name, path]) => [name, read(path)]));
}

/** A mark of templates that differs when one of them does. */
export function templatesMark(texts: TemplateTexts): string {
  return textMark(JSON.stringify([...texts]));
}
