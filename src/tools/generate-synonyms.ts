import { parse } from 'yaml';
import type { Synonym } from '../guide/lists/search-index.ts';
import { textMark } from '../render/html/text-mark.ts';

/** What people say as a table that is ready, with the mark of the text that it was read from. */
export function generateSynonyms(read: (path: string) => string): string {
  const text = read('data/synonyms.yaml');
  const rows = (parse(text) as Synonym[]).map((row) => `  ${JSON.stringify(row)},`);
  return [
    "import type { Synonym } from '../../guide/lists/search-index.ts';",
    '/** See `textMark`. */',
    `export const SYNONYMS_MARK = '${textMark(text)}';`,
    '/** The table of `data/synonyms.yaml`. */',
    'export const SYNONYMS: readonly Synonym[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}
