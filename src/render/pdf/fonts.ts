import { CharClass, classOf } from '../../text/characters.ts';
import { type Face, readFace } from './face.ts';

/** The faces of a document, parsed once a process and shared by all documents. */
export interface Fonts {
  /**
   * Index 0 is the serif for text, 1 the sans for headings and labels; where a catalogue brings
   * its own, 2 and 3 are the program's, for the characters that those lack.
   */
  readonly faces: readonly [Face, Face, ...Face[]];
}

/** Which face a text asks for. */
export const SERIF = 0;
export const SANS = 1;

/** Files of the two faces. */
export const fontFiles = ['mingbai-serif.ttf', 'mingbai-sans-bold.ttf'] as const;

/** Stands in the print where no font has a character; the text below stays what was written. */
const STAND_IN = 0x3013;

/** A dash in two lengths: alone with side blank, doubled without a seam. */
const DASH = 0x2014;
const SINGLE_DASH = 0x2015;
const JOINED_DASH = 0x2500;

/** The ’ of a word like it’s: a whole em in Chinese type, so the narrow ' stands in. */
const APOSTROPHE = 0x2019;
const NARROW_APOSTROPHE = 0x27;

/** Interpunct: the serif's is narrow, the sans's a whole em. */
const INTERPUNCT = 0xb7;

/** Parses the faces; `read` gives the bytes of a file in the fonts folder. */
export function loadFonts(read: (name: string) => Uint8Array): Fonts {
  return { faces: [readFace(read(fontFiles[0])), readFace(read(fontFiles[1]))] };
}

/** The same fonts with a catalogue's own faces before them. */
export function withOwnFaces(fonts: Fonts, serif: Face | undefined, sans: Face | undefined): Fonts {
  const [ownSerif, ownSans] = fonts.faces;
  if (serif === undefined && sans === undefined) return fonts;
  return { faces: [serif ?? ownSerif, sans ?? ownSans, ownSerif, ownSans] };
}

/** Adds to `missing` the characters of a text that no face has, in order of appearance. */
export function addMissing(fonts: Fonts, text: string, missing: Set<string>): void {
  const printable = printableOf(fonts);
  for (let index = 0; index < text.length; index += 1) {
    if (printable[text.charCodeAt(index)] === 1) continue;
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    const fine = isInvisible(code) || fonts.faces.some((face) => face.glyph(code) > 0);
    if (!fine) missing.add(String.fromCodePoint(code));
    else if (code <= 0xffff) printable[code] = 1;
  }
}

const printables = new WeakMap<Fonts, Uint8Array>();

/** 1 for each character of the basic plane that was seen to be printable. */
function printableOf(fonts: Fonts): Uint8Array {
  const known = printables.get(fonts) ?? new Uint8Array(0x10000);
  printables.set(fonts, known);
  return known;
}

/** Control and zero-width characters, which take no place on paper. */
export function isInvisible(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code >= 0xe0000
  );
}

/**
 * The face and glyph that print a character between its neighbours: the wanted face, the other
 * one, or a stand-in.
 */
export function pickGlyph(
  fonts: Fonts,
  wanted: number,
  code: number,
  before: number,
  after: number,
): { face: number; glyph: number } {
  const shown = shapeOf(code, before, after);
  const face = code === INTERPUNCT ? SERIF : wanted;
  const usual = fonts.faces[face]?.glyph(shown) ?? 0;
  if (usual > 0) return { face, glyph: usual };
  for (const index of [face + 2, 1 - face, 3 - face]) {
    const glyph = fonts.faces[index]?.glyph(shown) ?? 0;
    if (glyph > 0) return { face: index, glyph };
  }
  return { face: SERIF, glyph: fonts.faces[SERIF].glyph(STAND_IN) };
}

/** Whether the glyph of a character is another one beside some neighbours. */
export function dependsOnNeighbours(code: number): boolean {
  return code === DASH || code === APOSTROPHE;
}

/** The character whose outline is drawn for `code`. */
function shapeOf(code: number, before: number, after: number): number {
  if (code === DASH) return before === code || after === code ? JOINED_DASH : SINGLE_DASH;
  if (code !== APOSTROPHE) return code;
  const inside = classOf(before) === CharClass.latin && classOf(after) === CharClass.latin;
  return inside ? NARROW_APOSTROPHE : code;
}
