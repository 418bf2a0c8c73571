import { Converter } from 'opencc-js';
import { parse } from 'yaml';

/**
 * Simplified to Traditional characters, words of the mainland kept as they are. Terms of law and
 * names come first, so that no dictionary takes them apart. Takes YAML tables of such words.
 */
export function traditional(
  terms: string,
  names: Readonly<Record<string, string>> = {},
): (text: string) => string {
  const known = new Map(Object.entries({ ...(parse(terms) as Record<string, string>), ...names }));
  const words = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(${words.join('|')})`);
  const convert = Converter({ from: 'cn', to: 'tw' });
  const remembered = new Map<string, string>();
  return (text) => {
    const found = remembered.get(text);
    if (found !== undefined) return found;
    const parts = words.length === 0 ? [text] : text.split(pattern);
    const result = parts.map((part) => known.get(part) ?? convert(part)).join('');
    if (text.length < LONG) remembered.set(text, result);
    return result;
  };
}

/** Longer texts are not met twice. */
const LONG = 200;

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
