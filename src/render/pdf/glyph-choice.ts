import { dependsOnNeighbours, type Fonts, isInvisible, pickGlyph } from './fonts.ts';

/** A glyph for a character: its face, its number there, its advance in thousandths of an em. */
export interface ChosenGlyph {
  readonly face: number;
  readonly glyph: number;
  readonly width: number;
}

/** Characters that are remembered; the others are rare. */
const REMEMBERED = 0x10000;

/** Glyphs for text that asks for one face, remembered by character. */
export class GlyphChoice {
  readonly #fonts: Fonts;
  readonly #wanted: number;
  readonly #known = new Array<ChosenGlyph | null | undefined>(REMEMBERED).fill(undefined);

  constructor(fonts: Fonts, wanted: number) {
    this.#fonts = fonts;
    this.#wanted = wanted;
  }

  /** What prints a character between its neighbours; null for one that takes no place on paper. */
  of(code: number, before: number, after: number): ChosenGlyph | null {
    const known = code < REMEMBERED ? this.#known[code] : undefined;
    if (known !== undefined) return known;
    const fresh = isInvisible(code) ? null : this.#choose(code, before, after);
    if (code < REMEMBERED && !dependsOnNeighbours(code)) this.#known[code] = fresh;
    return fresh;
  }

  #choose(code: number, before: number, after: number): ChosenGlyph {
    const { face, glyph } = pickGlyph(this.#fonts, this.#wanted, code, before, after);
    return { face, glyph, width: this.#fonts.faces[face]?.advance(glyph) ?? 0 };
  }
}

const choices = new WeakMap<Fonts, GlyphChoice[]>();

/** The choice of glyphs for text that asks for a face, one for all documents. */
export function glyphChoice(fonts: Fonts, wanted: number): GlyphChoice {
  const known = choices.get(fonts) ?? [];
  choices.set(fonts, known);
  const own = known[wanted] ?? new GlyphChoice(fonts, wanted);
  known[wanted] = own;
  return own;
}
