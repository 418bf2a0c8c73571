import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Key = 'case_begins' | 'case_ends' | 'material_ends' | 'process_papers';

const FILE = new URL('../../src/phrase/words.yaml', import.meta.url);
const WORDS = parse(readFileSync(FILE, 'utf8')) as Record<Key, string[][]>;

function anyOf(key: Key): string {
  const words = WORDS[key].flat().sort((a, b) => b.length - a.length);
  return `(?:${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`;
}

/** Headings that begin or end so name a kind of case. */
export const CASE_BEGINS = new RegExp(`^${anyOf('case_begins')}`);
export const CASE_ENDS = new RegExp(`${anyOf('case_ends')}$`);

/** Names of materials, a remark in brackets and punctuation after them allowed. */
export const MATERIAL = new RegExp(
  `${anyOf('material_ends')}(?:[（(][^（）()]*[）)])?[\\s；;。.，,]*$`,
);

/** Papers that are steps on the way and not the outcome. */
export const PROCESS_PAPER = new RegExp(anyOf('process_papers'));
