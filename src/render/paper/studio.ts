import type { Assets } from '../artifact.ts';
import type { Studio } from '../output.ts';
import type { Fonts } from '../pdf/fonts.ts';
import { loadFonts, missingCharacters } from '../pdf/fonts.ts';

const fontsOf = new WeakMap<Assets, Fonts>();

/** The fonts, parsed once for all outputs that are given the same assets. */
export function sharedFonts({ assets }: Studio): Fonts {
  let fonts = fontsOf.get(assets);
  if (fonts === undefined) {
    fonts = loadFonts((name) => assets(`fonts/${name}`));
    fontsOf.set(assets, fonts);
  }
  return fonts;
}

/** Characters of any string in `value` that the fonts do not have. */
export function missingIn(fonts: Fonts, value: unknown): string[] {
  return missingCharacters(fonts, textOf(value));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join('');
}
