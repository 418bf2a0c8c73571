import type { Inline } from '../../guide/guide.ts';
import {
  type BreakableText,
  breakLines,
  type Line,
  type Measure,
  prepareText,
} from '../../text/line-break.ts';
import { spaceBetween } from '../../text/spacing.ts';
import { type Fonts, isInvisible, pickGlyph, SANS } from './fonts.ts';

/** Runs of text with a glyph for each character, ready to be broken into lines. */
export interface SetText {
  readonly text: BreakableText;
  readonly glyphs: readonly number[];
  readonly faces: readonly number[];
  /** Which run each character comes from. */
  readonly runs: readonly number[];
  readonly inlines: readonly Inline[];
}

/** Picks a glyph for every character; `face` is what unmarked text is set in. */
export function setText(fonts: Fonts, inlines: readonly Inline[], face: number): SetText {
  const codes: number[] = [];
  const widths: number[] = [];
  const glyphs: number[] = [];
  const faces: number[] = [];
  const runs: number[] = [];
  inlines.forEach((inline, run) => {
    const wanted = inline.strong ? SANS : face;
    let before = 0;
    const { text } = inline;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.codePointAt(index) ?? 0;
      if (code > 0xffff) index += 1;
      if (isInvisible(code) && code !== 10) continue;
      const after = text.charCodeAt(index + 1);
      const picked = pickGlyph(fonts, wanted, code, before, after);
      const blank = code === 10;
      codes.push(code);
      glyphs.push(blank ? 0 : picked.glyph);
      faces.push(picked.face);
      widths.push(blank ? 0 : (fonts.faces[picked.face]?.advance(picked.glyph) ?? 0));
      runs.push(run);
      before = code;
    }
  });
  return { text: prepareText({ codes, widths }), glyphs, faces, runs, inlines };
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
  let [before, beforeWidth] = [0, 0];
  for (const { text, strong } of inlines) {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.codePointAt(index) ?? 0;
      if (code > 0xffff) index += 1;
      if (isInvisible(code)) continue;
      const after = text.charCodeAt(index + 1);
      const picked = pickGlyph(fonts, strong ? SANS : face, code, before, after);
      const own = fonts.faces[picked.face]?.advance(picked.glyph) ?? 0;
      width += own + (before === 0 ? 0 : spaceBetween(before, beforeWidth, code, own));
      [before, beforeWidth] = [code, own];
    }
  }
  return (width * size) / 1000;
}

/** Width of a plain string, in pt. */
export function stringWidth(fonts: Fonts, text: string, size: number, face: number): number {
  return inlineWidth(fonts, [{ text }], size, face);
}
