import { BEGINNINGS } from './beginnings.gen.ts';
import { compilePattern, type WordClasses } from './pattern.ts';

/** Where to look for a pattern, known without compiling it. */
export interface Beginnings {
  /** What a match can begin with, see `Pattern`. */
  readonly prefixes: readonly string[];
  /** Words of one or two characters of which every text with a match has one. */
  readonly anchors: readonly string[];
}

/** The beginnings of a pattern: those of the program's own data are worked out beforehand. */
export function beginningsOf(pattern: string, classes: WordClasses): Beginnings {
  const known = Object.hasOwn(BEGINNINGS, pattern) ? BEGINNINGS[pattern] : undefined;
  if (known !== undefined) {
    const [prefixes = '', anchors = ''] = known.split('\n');
    return { prefixes: prefixes.split('\t'), anchors: anchors.split('\t') };
  }
  const { prefixes } = compilePattern(pattern, classes);
  return { prefixes, anchors: [...new Set(prefixes.map((prefix) => prefix.slice(0, 2)))] };
}
