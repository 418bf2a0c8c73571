import { openYaml } from '../load/open-yaml.ts';
import { quickTree } from '../load/quick-tree.ts';
import type { TreeNode } from '../load/tree.ts';
import { documentTree } from '../load/yaml-tree.ts';

/** A number, a boolean or a text as the catalogue holds it. */
export type Scalar = string | number | boolean;

/** Other programs would read these as numbers, as yes or no, or as nothing. */
const NOT_TEXT = /^(?:true|false|yes|no|on|off|null|~|[-+]?[\d.][\d._eE+-]*|0[xo][\da-f]+)$/i;
/** Codes and telephone numbers; nobody takes a date for a number. */
const DIGITS = /^[\d０-９][\d０-９\s\-—–_./:：,，;；、()（）+]*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** What a block of lines cannot hold unharmed, or would hold another way. */
const NO_BLOCK = /[^\P{Cc}\n]|\ufeff|[\u2028\u2029]|^\s|\s$|[ \t]\n/u;

/** How a scalar stands in the text: plain, in quotes, or as a block of lines. */
export type Manner = 'plain' | 'single' | 'double' | 'block';

/** The manner in which a scalar is written, by its first character. */
export function mannerOf(raw: string): Manner {
  const first = raw.charAt(0);
  if (first === '"') return 'double';
  if (first === "'") return 'single';
  return first === '|' || first === '>' ? 'block' : 'plain';
}

/** A scalar on one line, within brackets or not; in the manner given where that can be. */
export function inlineScalar(value: Scalar, inBrackets: boolean, manner?: Manner): string {
  if (typeof value !== 'string') return String(value);
  if (manner === 'single') {
    const single = `'${value.replaceAll("'", "''")}'`;
    if (readsAs(single, value, inBrackets)) return single;
  }
  if (manner !== 'double' && isPlain(value, inBrackets)) return value;
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

/**
 * A scalar after `key: ` or `- ` of a block: a text of several lines is a block of lines, each
 * after `indent`.
 */
export function blockScalar(value: Scalar, indent: string, manner?: Manner): string {
  const isBlock = typeof value === 'string' && (value.includes('\n') || manner === 'block');
  if (!isBlock || NO_BLOCK.test(value)) return inlineScalar(value, false, manner);
  const lines = value.split('\n').map((line) => (line === '' ? '' : indent + line));
  return ['|', ...lines].join('\n');
}

function isPlain(text: string, inBrackets: boolean): boolean {
  const isNumber = NOT_TEXT.test(text) || DIGITS.test(text);
  if (text === '' || (isNumber && !DATE.test(text))) return false;
  return readsAs(text, text, inBrackets);
}

/** Whether a scalar as written is read as the text that is meant. */
function readsAs(written: string, text: string, inBrackets: boolean): boolean {
  if (/[\n\r\t]/.test(written)) return false;
  const sample = inBrackets ? `k: { k: ${written}, l: [${written}, x] }\n` : `k: ${written}\n`;
  const tree = quickTree(sample) ?? fullTree(sample);
  const outer = tree?.kind === 'map' ? tree.entries[0]?.value : undefined;
  if (!inBrackets) return outer?.kind === 'text' && outer.text === text;
  if (outer?.kind !== 'map' || outer.entries.length !== 2) return false;
  const [one, list] = outer.entries.map((entry) => entry.value);
  const first = list?.kind === 'list' && list.items.length === 2 ? list.items[0] : undefined;
  return [one, first].every((node) => node?.kind === 'text' && node.text === text);
}

function fullTree(sample: string): TreeNode | null {
  const document = openYaml(sample);
  const isSound = document.errors.length + document.warnings.length === 0;
  return isSound ? documentTree(document, sample) : null;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
