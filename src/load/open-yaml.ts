import type { CST, Document, Pair } from 'yaml';
import { fullYaml } from './full-yaml.ts';
import { MOST_LEVELS } from './tree.ts';

/** A text in which maps and lists stand too deep within each other; the offset where they do. */
export class TooDeepError extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`more than ${MOST_LEVELS} levels`);
    this.at = at;
  }
}

/**
 * What the full reader makes of a text, mistakes included, but for keys that are repeated: it looks
 * for each among all others, which takes minutes for 100,000. Throws TooDeepError.
 */
export function openYaml(text: string): Document {
  const { Composer, YAMLParseError } = fullYaml();
  const composer = new Composer({
    schema: 'failsafe',
    version: '1.2',
    merge: false,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
  });
  const [document, second] = composer.compose(tokensOf(text), true, text.length);
  // The last document is made also where there is no text.
  if (document === undefined) throw new Error('no document');
  if (second !== undefined) {
    const [start, end] = second.range;
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'a second document'));
  }
  return document;
}

/** The syntax of a text, piece by piece; what is too deep stops before anybody goes down there. */
function* tokensOf(text: string): Iterable<CST.Token> {
  const { Lexer, Parser } = fullYaml();
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_LEVELS) throw new TooDeepError(parser.offset);
  }
  yield* parser.end();
}

/** Offsets of the keys that were written before in the same map, in the order of the text. */
export function repeatedKeys(document: Document): number[] {
  const found: number[] = [];
  collectRepeated(document.contents, found);
  return found;
}

function collectRepeated(node: unknown, found: number[]): void {
  const { isMap, isScalar, isSeq } = fullYaml();
  if (isSeq(node)) for (const each of node.items) collectRepeated(each, found);
  if (!isMap(node)) return;
  const seen = new Set<unknown>();
  for (const { key, value } of node.items as Pair[]) {
    if (isScalar(key)) {
      if (seen.has(key.value)) found.push(key.range?.[0] ?? 0);
      seen.add(key.value);
    }
    collectRepeated(value, found);
  }
}
