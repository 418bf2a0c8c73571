import { createRequire } from 'node:module';
import type { Synonym } from '../../guide/lists/search-index.ts';
import { SYNONYMS, SYNONYMS_MARK } from './synonyms.gen.ts';
import { textMark } from './text-mark.ts';

/** The table of `data/synonyms.yaml`; read as YAML only where it is not the program's own. */
export function readSynonyms(text: string): readonly Synonym[] {
  return textMark(text) === SYNONYMS_MARK ? SYNONYMS : parsed(text);
}

/** Loads the library only now: most builds never need it. */
function parsed(text: string): Synonym[] {
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  return parse(text) as Synonym[];
}
