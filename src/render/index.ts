import type { Guide } from '../guide/guide.ts';
import type { Assets } from './artifact.ts';
import type { Download } from './html/html.ts';

/** What rendering one guide in one form gave. */
export interface Rendered {
  readonly body: string | Uint8Array;
  /** Pages of a paper output. */
  readonly pages?: number;
  /** Characters that no font has. */
  readonly missing?: readonly string[];
}

/** One form in which a guide is published. */
export interface Output {
  /** Name of the file in the item's folder. */
  readonly file: string;
  /** What a link to it says; absent when no page links to it. */
  readonly label?: string;
  /** Prepares what is shared by all guides (templates, fonts), then renders one at a time. */
  prepare(assets: Assets): Promise<(guide: Guide, downloads: readonly Download[]) => Rendered>;
}

/** Every output: one entry each; `--only` and the links on a page follow. */
export const OUTPUTS = {
  html: {
    file: 'index.html',
    async prepare(assets) {
      const renderer = await htmlRenderer(assets);
      return (guide, downloads) => ({ body: renderer.guidePage(guide, downloads) });
    },
  },
  pdf: {
    file: 'guide.pdf',
    label: '办事指南（PDF）',
    async prepare(assets) {
      const { renderGuidePdf } = await import('./pdf/guide-pdf.ts');
      const { missingCharacters } = await import('./pdf/fonts.ts');
      const fonts = await sharedFonts(assets);
      return (guide) => ({
        body: renderGuidePdf(guide, fonts),
        missing: missingCharacters(fonts, textOf(guide)),
      });
    },
  },
  notice: {
    file: 'notice.pdf',
    label: '一次性告知单（PDF）',
    async prepare(assets) {
      const { renderNoticePdf } = await import('./notice/notice-pdf.ts');
      const { missingCharacters } = await import('./pdf/fonts.ts');
      const fonts = await sharedFonts(assets);
      return (guide) => {
        const { body, pages } = renderNoticePdf(guide, fonts);
        return { body, pages, missing: missingCharacters(fonts, textOf(guide.notice)) };
      };
    },
  },
  json: {
    file: 'guide.json',
    async prepare() {
      return (guide) => ({ body: `${JSON.stringify(guide, null, 2)}\n` });
    },
  },
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof OUTPUTS;

/** Templates compiled from the program's files. */
export async function htmlRenderer(assets: Assets) {
  const { createHtmlRenderer } = await import('./html/html.ts');
  return createHtmlRenderer((path) => new TextDecoder().decode(assets(`templates/${path}`)));
}

type Fonts = import('./pdf/fonts.ts').Fonts;
const fontsOf = new WeakMap<Assets, Promise<Fonts>>();

/** The fonts, parsed once for all outputs that are given the same assets. */
function sharedFonts(assets: Assets): Promise<Fonts> {
  let fonts = fontsOf.get(assets);
  if (fonts === undefined) {
    fonts = import('./pdf/fonts.ts').then(({ loadFonts }) =>
      loadFonts((name) => assets(`fonts/${name}`)),
    );
    fontsOf.set(assets, fonts);
  }
  return fonts;
}

/** All strings of a value, for asking whether the fonts have their characters. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join('');
}
