import { dashBefore } from './in-list.ts';
import { endOf, isFlow, type Place } from './place.ts';
import { blockScalar, inlineScalar, mannerOf, type Scalar } from './scalar.ts';
import { indentAt, joined, lineEnd, lineStart, newlineOf, splice } from './splice.ts';
import { entryLines, fitsFlow, flowText, itemLines, type Language, short } from './written.ts';

/** The text with another value where one stands; undefined where it cannot be put there. */
export function replaceValue(
  text: string,
  place: Place,
  given: unknown,
  language: Language,
): string | undefined {
  const { node } = place;
  const value = short(given, place.shape);
  const isScalar = typeof value !== 'object' || value === null;
  if (node?.kind === 'text' && isScalar) {
    // What is neither a map nor a list is a scalar.
    return replaceScalar(text, place, value as Scalar);
  }
  const isFlat = node !== null && isFlow(text, node) && fitsFlow(value) && !isScalar;
  if (node !== null && (place.inBrackets || isFlat)) {
    return splice(text, node.start, node.end, flowText(value, place.shape, language));
  }
  return replaceWhole(text, place, value, language);
}

/** Writes a scalar in the manner of the one that it takes the place of. */
function replaceScalar(text: string, { node, key, inBrackets }: Place, value: Scalar): string {
  const [start, end] = [node?.start ?? 0, node?.end ?? 0];
  const raw = text.slice(start, end);
  const manner = mannerOf(raw);
  if (inBrackets) return splice(text, start, end, inlineScalar(value, true, manner));
  const written = blockScalar(value, bodyIndent(text, start, raw, key?.start), manner);
  const note = /^[|>]\S*([ \t]+#[^\r\n]*)/.exec(raw)?.[1] ?? '';
  return put(text, start, end, written.replaceAll('\n', newlineOf(text)), note);
}

/** The indentation of a block of lines: as it is there, or two blanks more than its key or dash. */
function bodyIndent(text: string, start: number, raw: string, key: number | undefined): string {
  const body = /^[|>][^\n]*\n(?:[ \t\r]*\n)*( +)/.exec(raw)?.[1];
  if (body !== undefined) return body;
  if (key !== undefined) return `${indentAt(text, key)}  `;
  const dash = text.lastIndexOf('-', start - 1);
  return `${indentAt(text, Math.max(dash, lineStart(text, start)))}  `;
}

/** Writes a value anew with its key or dash, as a block. */
function replaceWhole(
  text: string,
  place: Place,
  value: unknown,
  language: Language,
): string | undefined {
  const { key, node, shape } = place;
  const start = key?.start ?? (node === null ? -1 : dashBefore(text, node));
  if (start === -1) return undefined;
  const lines =
    key === undefined
      ? itemLines(value, shape, language)
      : entryLines(text.slice(key.start, key.end), value, shape, language);
  const from = key === undefined ? start : text.indexOf(':', key.end);
  const between = text.slice(from + 1, node?.start ?? from + 1);
  const note = /^[ \t]+#[^\r\n]*/.exec(between)?.[0] ?? '';
  return put(text, start, endOf(text, place), joined(text, lines, indentAt(text, start)), note);
}

/**
 * Replaces [start, end). Comments that stood on the first line, or behind what was one line, stay
 * on the first line of what is written now.
 */
function put(text: string, start: number, end: number, written: string, note: string): string {
  const stop = lineEnd(text, end);
  const behind = text.slice(end, stop);
  const moves = /^[ \t]+#/.test(behind) && written.includes('\n');
  const comment = note + (moves ? behind : '');
  const [first = ''] = written.split(/\r?\n/, 1);
  const body = first + comment + written.slice(first.length);
  return splice(text, start, moves ? stop : end, body);
}
