import type { Span } from '../model/finding.ts';
import { idOfPath, type Kind } from '../model/kinds.ts';
import { labelAt, schemaOf } from '../model/schema-node.ts';
import type { Source } from '../model/source.ts';
import { Lines } from '../text/lines.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { readTree } from './parse.ts';
import { type Place, Places } from './places.ts';
import { shapeOf } from './shape.ts';

/** The source that was asked last. */
let asked: YamlSource | undefined;

/**
 * A text whose places are looked up only when asked for: most files never have a finding. Of all
 * sources only the one that was asked last keeps its places, and its text if that was read for them.
 */
export class YamlSource implements Source {
  readonly path: string;
  readonly kind: Kind;
  readonly #given: string | (() => string);
  #text: string | undefined;
  #lines: Lines | undefined;
  #places: Places | undefined;
  #isChinese: boolean | undefined;

  /** The text may be given as a way to read it, for a file that most likely nobody asks about. */
  constructor(path: string, text: string | (() => string), kind: Kind) {
    this.path = path;
    this.#given = text;
    this.kind = kind;
  }

  get text(): string {
    if (typeof this.#given === 'string') return this.#given;
    this.#ask();
    this.#text ??= this.#given();
    return this.#text;
  }

  /** The field's name in the language of the author's keys. */
  label(pointer: string): string {
    return labelAt(this.kind, pointer);
  }

  /** Of a key's two names the one that goes with the author's other keys. */
  spell(key: string, label: string): string {
    this.#isChinese ??= this.#mostlyChinese();
    return this.#isChinese ? label : key;
  }

  #mostlyChinese(): boolean {
    const words = this.#index().words();
    return words.filter((word) => /[\u4e00-\u9fff]/.test(word)).length * 2 > words.length;
  }

  get lines(): Lines {
    this.#ask();
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  locate(pointer: string, on: 'key' | 'value' = 'value', range?: readonly [number, number]): Span {
    const [found, place] = this.#nearest(pointer);
    if (place === undefined) return this.lines.span(0, Math.max(0, this.text.indexOf('\n')));
    const key = on === 'key' || (found !== pointer && isCompound(place)) ? place.key : undefined;
    const [start, end] = key ?? place.value;
    if (range === undefined || isCompound(place) || key !== undefined)
      return this.#span(start, end);
    return this.#narrow(start, end, place.text ?? '', range);
  }

  /** Offsets [start, end) of a scalar; an empty range where there is none. */
  range(pointer: string): readonly [start: number, end: number] {
    const [found, place] = this.#nearest(pointer);
    return found === pointer && place?.text !== undefined ? place.value : [0, 0];
  }

  /** The id that the file's name stands for. */
  get fileId(): string {
    return idOfPath(this.path);
  }

  keyOf(pointer: string): string {
    const [found, place] = this.#nearest(pointer);
    return found === pointer && place?.word !== undefined ? place.word : idOfPath(pointer);
  }

  holds(pointer: string): boolean {
    const [found, place] = this.#nearest(pointer);
    return found === pointer && place !== undefined && place.text !== '';
  }

  /** Makes this the source that keeps its places. */
  #ask(): void {
    if (asked === this) return;
    if (asked !== undefined) asked.#forget();
    asked = this;
  }

  #forget(): void {
    this.#text = undefined;
    this.#lines = undefined;
    this.#places = undefined;
  }

  #nearest(pointer: string): readonly [string, Place | undefined] {
    return this.#index().nearest(pointer);
  }

  #index(): Places {
    this.#ask();
    this.#places ??= new Places(readTree(this.text), shapeOf(schemaOf(this.kind)));
    return this.#places;
  }

  /** A value ends with its last character, not with the line breaks after it. */
  #span(start: number, end: number): Span {
    const length = this.text.slice(start, end).trimEnd().length;
    return this.lines.span(start, start + Math.max(1, length));
  }

  /** Characters [from, to) of a scalar's value, found again in its source text. */
  #narrow(start: number, end: number, value: string, [from, to]: readonly [number, number]): Span {
    const raw = this.text.slice(start, end);
    const plain = plainOffset(raw, value);
    if (plain !== undefined && from < value.length && to <= value.length && to > 0) {
      return this.lines.span(start + plain + from, start + plain + to);
    }
    const offsets = alignScalar(raw, value);
    const first = offsets?.[from];
    const last = offsets?.[to - 1];
    if (first === undefined || last === undefined) return this.#span(start, end);
    const width = String.fromCodePoint(raw.codePointAt(last) ?? 0x20).length;
    return this.lines.span(start + first, start + last + width);
  }
}

function isCompound(place: Place): boolean {
  return place.text === undefined;
}

/** How far the value begins after the beginning of a scalar that is written just as it reads. */
function plainOffset(raw: string, text: string): number | undefined {
  const quote = raw.charAt(0);
  const quoted = (quote === '"' || quote === "'") && raw.length === text.length + 2;
  if (quoted ? raw.slice(1, -1) !== text || text.includes(quote) : raw !== text) return undefined;
  return /[\ud800-\udfff]|^\s|\s$/.test(text) ? undefined : quoted ? 1 : 0;
}

/** For each character of a scalar's value, where it stands in the scalar as written. */
function alignScalar(raw: string, text: string): number[] | undefined {
  const value = [...text.trim()];
  const offsets: number[] = [];
  let at = /^[|>]/.test(raw) ? raw.indexOf('\n') : 0;
  for (const character of value) {
    const found = /\s/.test(character) ? nextSpace(raw, at) : nextSame(raw, at, character);
    if (found === -1) return undefined;
    offsets.push(found);
    at = found + character.length;
  }
  return offsets;
}

function nextSpace(raw: string, at: number): number {
  const offset = raw.slice(at).search(/\s/);
  return offset === -1 ? -1 : at + offset;
}

function nextSame(raw: string, at: number, character: string): number {
  const found = raw.indexOf(character, at);
  if (found !== -1) return found;
  return (
    raw
      .slice(at)
      .split('')
      .findIndex((c) => toHalfWidth(c) === character) + at
  );
}
