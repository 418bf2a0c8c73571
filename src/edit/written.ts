import type { Shape } from '../load/shape.ts';
import { displayWidth } from '../text/characters.ts';
import { blockScalar, inlineScalar, type Scalar } from './scalar.ts';

/** Columns that a list of short texts may take on one line. */
const FLOW_WIDTH = 64;

/** In which of its two names a key is written. */
export type Language = 'zh' | 'en';

/** `key: value` as the lines of a block, without indentation; `word` as it is to be written. */
export function entryLines(
  word: string,
  value: unknown,
  shape: Shape,
  language: Language,
): string[] {
  const body = short(value, shape);
  if (isScalar(body)) return `${word}: ${blockScalar(body, '  ')}`.split('\n');
  if (!isBlock(body)) return [`${word}: ${flowText(body, shape, language)}`];
  return [`${word}:`, ...blockLines(body, shape, language).map(indented)];
}

/** `- value` as the lines of a block list. */
export function itemLines(value: unknown, shape: Shape, language: Language): string[] {
  const body = short(value, shape);
  if (isScalar(body)) return `- ${blockScalar(body, '  ')}`.split('\n');
  if (!isBlock(body)) return [`- ${flowText(body, shape, language)}`];
  const [first = '', ...rest] = blockLines(body, shape, language);
  return [`- ${first}`, ...rest.map(indented)];
}

/** A value in brackets, or a scalar, on one line. */
export function flowText(value: unknown, shape: Shape, language: Language): string {
  const body = short(value, shape);
  if (isScalar(body)) return inlineScalar(body, true);
  if (Array.isArray(body)) {
    const { items } = shape.branch(true);
    return `[${body.map((each) => flowText(each, items, language)).join(', ')}]`;
  }
  const entries = fieldsOf(body, shape, language).map(
    ({ word, value: each, shape: inner }) => `${word}: ${flowText(each, inner, language)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Whether a value may stand in brackets: no text in it goes over several lines. */
export function fitsFlow(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\n');
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(fitsFlow);
}

/** A key of a map by its schema's name, as it is written in a language. */
export function wordOf(name: string, shape: Shape, language: Language): string {
  const label = shape.branch(false).schema.properties?.[name]?.['x-label'];
  return inlineScalar(language === 'zh' ? (label ?? name) : name, true);
}

/** Where the schema has a key among its neighbours; keys it does not know stand last. */
export function rankOf(name: string, shape: Shape): number {
  const known = Object.keys(shape.branch(false).schema.properties ?? {});
  const rank = known.indexOf(name);
  return rank === -1 ? known.length : rank;
}

function blockLines(value: unknown, shape: Shape, language: Language): string[] {
  if (Array.isArray(value)) {
    const { items } = shape.branch(true);
    return value.flatMap((each) => itemLines(each, items, language));
  }
  return fieldsOf(value, shape, language).flatMap(({ word, value: each, shape: inner }) =>
    entryLines(word, each, inner, language),
  );
}

function fieldsOf(value: unknown, shape: Shape, language: Language) {
  const branch = shape.branch(false);
  return Object.entries(value ?? {})
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => rankOf(a, shape) - rankOf(b, shape))
    .map(([name, each]) => {
      const inner = branch.field(name)?.shape ?? branch;
      return { word: wordOf(name, shape, language), value: each as unknown, shape: inner };
    });
}

/** A map with nothing but its shorthand key is written as that key's value alone. */
export function short(value: unknown, shape: Shape): unknown {
  const key = shape.shorthand?.name;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return entries.length === 1 && entries[0]?.[0] === key ? entries[0][1] : value;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What is empty, or a list of short texts, stands on the line of its key. */
function isBlock(value: unknown): boolean {
  if (!Array.isArray(value)) return Object.keys(value ?? {}).length > 0;
  const texts = value.map((each) => (isScalar(each) ? String(each) : undefined));
  if (texts.some((text) => text === undefined || /[\n,[\]{}:#"'，；。、]/.test(text))) return true;
  const width = texts.reduce((sum, text) => sum + displayWidth(text ?? '') + 2, 0);
  return width > FLOW_WIDTH;
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}
