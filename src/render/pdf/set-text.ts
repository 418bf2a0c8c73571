import type { Inline } from '../../guide/guide.ts';
import {
  type BreakableText,
  breakLines,
  type Line,
  type Measure,
  prepareText,
} from '../../text/line-break.ts';
import { remembered } from '../../text/remember.ts';
import { spaceBetween } from '../../text/spacing.ts';
import { type Fonts, SANS } from './fonts.ts';
import { type ChosenGlyph, type GlyphChoice, glyphChoice } from './glyph-choice.ts';

/** Runs of text with a glyph for each character, ready to be broken into lines. */
export interface SetText {
  readonly text: BreakableText;
  readonly glyphs: readonly ChosenGlyph[];
  /** Which run each character comes from; empty when no run is special. */
  readonly runs: readonly number[];
  readonly inlines: readonly Inline[];
}

/** Longest text that is likely to stand in many documents, and how many such are remembered. */
const SHORT = 24;
const SHORT_TEXTS = 2000;

const NEWLINE = 10;
const NO_GLYPH: ChosenGlyph = { face: 0, glyph: 0, width: 0 };

/** Picks a glyph for every character; `face` is what unmarked text is set in. */
export function setText(fonts: Fonts, inlines: readonly Inline[], face: number): SetText {
  const [first] = inlines;
  if (inlines.length === 1 && first && first.text.length <= SHORT && !isSpecial(first)) {
    return shortTexts(glyphChoice(fonts, first.strong ? SANS : face))(first.text);
  }
  const setter = new Setter(inlines.some(isSpecial));
  inlines.forEach(({ text, strong }, run) => {
    setter.add(text, glyphChoice(fonts, strong ? SANS : face), run);
  });
  return setter.set(inlines);
}

/** Whether a run is drawn with more than its letters: a link, or Chinese emphasis. */
export function isSpecial({ href, emphasis }: Inline): boolean {
  return href !== undefined || emphasis !== undefined;
}

const shorts = new WeakMap<GlyphChoice, (text: string) => SetText>();

function shortTexts(choice: GlyphChoice): (text: string) => SetText {
  const known = shorts.get(choice) ?? remembered((text) => setShort(text, choice), SHORT_TEXTS);
  shorts.set(choice, known);
  return known;
}

function setShort(text: string, choice: GlyphChoice): SetText {
  const setter = new Setter(false);
  setter.add(text, choice, 0);
  return setter.set([{ text }]);
}

/** Collects characters with their glyphs. */
class Setter {
  readonly #codes: number[] = [];
  readonly #widths: number[] = [];
  readonly #glyphs: ChosenGlyph[] = [];
  readonly #runs: number[] = [];
  readonly #special: boolean;

  constructor(special: boolean) {
    this.#special = special;
  }

  add(text: string, choice: GlyphChoice, run: number): void {
    let before = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = codeAt(text, index);
      if (code > 0xffff) index += 1;
      const chosen =
        code === NEWLINE ? NO_GLYPH : choice.of(code, before, text.charCodeAt(index + 1));
      if (chosen === null) continue;
      this.#codes.push(code);
      this.#widths.push(chosen.width);
      this.#glyphs.push(chosen);
      if (this.#special) this.#runs.push(run);
      before = code;
    }
  }

  set(inlines: readonly Inline[]): SetText {
    const text = prepareText({ codes: this.#codes, widths: this.#widths });
    return { text, glyphs: this.#glyphs, runs: this.#runs, inlines };
  }
}

/** The code point at an index: of most, its unit. */
function codeAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit < 0xd800 || unit > 0xdbff ? unit : (text.codePointAt(index) ?? unit);
}

/** The lines of a text on a measure in pt at a size in pt. */
export function linesOf(
  set: SetText,
  size: number,
  width: number,
  options: { readonly indent?: number; readonly justify?: boolean } = {},
): Line[] {
  const room = (width / size) * 1000;
  const indent = (options.indent ?? 0) * 1000;
  const measure: Measure = { first: room - indent, rest: room, justify: options.justify ?? false };
  return breakLines(set.text, measure);
}

/** Width of runs on one line, in pt; unmarked text is set in `face`. */
export function inlineWidth(
  fonts: Fonts,
  inlines: readonly Inline[],
  size: number,
  face: number,
): number {
  let width = 0;
  let before = 0;
  let beforeWidth = 0;
  for (const { text, strong } of inlines) {
    const choice = glyphChoice(fonts, strong ? SANS : face);
    for (let index = 0; index < text.length; index += 1) {
      const code = codeAt(text, index);
      if (code > 0xffff) index += 1;
      const chosen = choice.of(code, before, text.charCodeAt(index + 1));
      if (chosen === null) continue;
      width += chosen.width;
      if (before !== 0) width += spaceBetween(before, beforeWidth, code, chosen.width);
      before = code;
      beforeWidth = chosen.width;
    }
  }
  return (width * size) / 1000;
}

/** Width of a plain string, in pt. */
export function stringWidth(fonts: Fonts, text: string, size: number, face: number): number {
  return inlineWidth(fonts, [{ text }], size, face);
}
