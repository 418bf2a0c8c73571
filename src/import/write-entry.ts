import { displayWidth } from '../text/characters.ts';

const FLOW_WIDTH = 64;

/** A list of short texts of one line stands on one line, and so does an empty one. */
export function isShortList(items: readonly unknown[]): boolean {
  if (items.some((one) => typeof one !== 'string')) return false;
  const texts = items.map(String);
  if (texts.some((text) => /[\n,[\]{}:#"'，；。、]/.test(text))) return false;
  return texts.reduce((sum, text) => sum + displayWidth(text) + 2, 0) <= FLOW_WIDTH;
}

/**
 * A key with its value as the YAML library writes them, for plain texts, lines of text, and tables
 * and lists of these; undefined for whatever needs the library's own judgement.
 */
export function writeEntry(key: string, value: unknown): string | undefined {
  const own = writePair(key, value, '');
  return own === undefined ? undefined : `${own}\n`;
}

/** Begins with a character of a word or a number of something, and has none that YAML might take for its own. */
const PLAIN =
  /^(?:\d+\p{Script=Han}|[\p{Script=Han}A-Za-z（《“【〔①-⑳])[\p{Script=Han}A-Za-z0-9、，。；：！？（）《》“”【】〔〕·—→／％①-⑳.()/_+=;, -]*$/u;
/** Words that are no texts, or that the library may quote. */
const WORD = /^(?:true|false|null|yes|no|on|off|y|n|~|[-+.]?(?:inf|nan))$/i;
/** What the importer puts in quotes, so that nobody takes it for a number. */
const DIGITS = /^[0-9][0-9\s\-—–_./:,;()+]*$/;

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !text.endsWith(' ') && !WORD.test(text);
}

function writePair(key: string, value: unknown, indent: string): string | undefined {
  if (!isPlain(key)) return undefined;
  const scalar = writeScalar(value, indent);
  if (scalar !== undefined) return `${indent}${key}: ${scalar}`;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && isShortList(value)) {
    const isSafe = value.every((one) => isPlain(String(one)));
    return isSafe ? `${indent}${key}: [${value.join(', ')}]` : undefined;
  }
  const inner = `${indent}  `;
  const body = Array.isArray(value) ? writeList(value, inner) : writeTable(value, inner);
  return body === undefined ? undefined : `${indent}${key}:\n${body}`;
}

function writeTable(table: object, indent: string): string | undefined {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(table)) {
    const line = writePair(key, value, indent);
    if (line === undefined) return undefined;
    lines.push(line);
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Tables, or texts, one below the other. */
function writeList(list: readonly unknown[], indent: string): string | undefined {
  const entries: string[] = [];
  if (list.length === 0) return undefined;
  if (list.every((one): one is string => typeof one === 'string' && isPlain(one))) {
    return list.map((one) => `${indent}- ${one}`).join('\n');
  }
  for (const one of list) {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return undefined;
    const body = writeTable(one, `${indent}  `);
    if (body === undefined) return undefined;
    entries.push(`${indent}- ${body.slice(indent.length + 2)}`);
  }
  return entries.join('\n');
}

function writeScalar(value: unknown, indent: string): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  if (isPlain(value)) return value;
  if (DIGITS.test(value) && !value.includes('\n')) return `"${value}"`;
  return isBlock(value) ? writeBlock(value, indent) : undefined;
}

/** Several lines that begin and end with something to see, and no blank one between them. */
function isBlock(text: string): boolean {
  return text.includes('\n') && !/^\s|\s$|[ \t]\n|\n\s|[^\P{Cc}\n]/u.test(text);
}

function writeBlock(text: string, indent: string): string {
  const lines = text.split('\n').map((line) => `${indent}  ${line}`);
  return `|-\n${lines.join('\n')}`;
}
