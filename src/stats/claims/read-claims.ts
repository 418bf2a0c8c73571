import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { say, type Words } from '../../model/words.ts';
import { quotable } from '../../text/visible.ts';
import { rational, ZERO } from '../rational.ts';
import type { Claim, ClaimFigure, ClaimsFile } from './claim.ts';
import { ExpressionFault, parseExpression } from './expression.ts';
import { type Printed, readPrinted } from './printed.ts';

/** A claims file that cannot be used: where, and what is wrong with it. */
export class ClaimsFault extends Error {
  readonly words: Words;
  constructor(line: number, zh: string, en: string) {
    super(zh);
    this.words = say(`第 ${line} 行：${zh}`, `line ${line}: ${en}`);
  }
}

const CLAIM_KEYS = ['id', 'quote', 'source', 'figures', 'assume'];
const FIGURE_KEYS = ['name', 'says', 'is', 'growth', 'target'];

/** Reads a claims file. Throws ClaimsFault, with the line, for what is no claim. */
export function readClaims(text: string): ClaimsFile {
  const lines = new LineCounter();
  const reader = new ClaimsReader(lines);
  const document = parsed(text, lines);
  if (document === undefined) throw reader.fault(0, '套得太深', 'nested too deeply');
  const [error] = document.errors;
  if (error !== undefined) throw reader.fault(error.pos[0], 'YAML 读不懂', 'not YAML');
  if (!isMap(document.contents)) throw reader.fault(0, '要有 claims 一栏', 'no claims');
  return reader.file(document.contents);
}

/** The document; undefined when it is nested more deeply than can be followed. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter, schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** In characters: a number with its words. */
const LONGEST_SAYS = 200;

/** Figures of a sentence: each is compared with each. */
const MOST_FIGURES = 200;

class ClaimsReader {
  readonly #lines: LineCounter;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  fault(offset: number, zh: string, en: string): ClaimsFault {
    return new ClaimsFault(this.#lines.linePos(offset).line, zh, en);
  }

  file(root: YAMLMap): ClaimsFile {
    this.#onlyKeys(root, ['title', 'ledgers', 'claims']);
    const claims = root.get('claims', true);
    if (!isSeq(claims)) throw this.fault(0, '要有 claims 一栏，列出各句', 'no list of claims');
    const ledgers = root.get('ledgers', true);
    return {
      title: this.#text(root, 'title') ?? '',
      ledgers: new Map(isMap(ledgers) ? textsOf(ledgers) : []),
      claims: claims.items.map((each, index) => this.#claim(this.#map(each), index)),
    };
  }

  #claim(map: YAMLMap, index: number): Claim {
    this.#onlyKeys(map, CLAIM_KEYS);
    const at = map.range?.[0] ?? 0;
    const quote = this.#text(map, 'quote');
    const figures = map.get('figures', true);
    if (quote === undefined) throw this.fault(at, '缺 quote（原文）', 'no quote');
    if (!isSeq(figures)) throw this.fault(at, '缺 figures（各个数）', 'no figures');
    if (figures.items.length > MOST_FIGURES) {
      throw this.fault(at, `一句里超过 ${MOST_FIGURES} 个数`, `more than ${MOST_FIGURES} figures`);
    }
    const source = this.#text(map, 'source');
    const assume = this.#assume(map);
    return {
      id: this.#text(map, 'id') ?? `claim-${index + 1}`,
      quote,
      ...(source === undefined ? {} : { source }),
      line: this.#lines.linePos(at).line,
      figures: figures.items.map((each) => this.#figure(this.#map(each), quote)),
      ...(assume === undefined ? {} : { assume }),
    };
  }

  #figure(map: YAMLMap, quote: string): ClaimFigure {
    this.#onlyKeys(map, FIGURE_KEYS);
    const at = map.range?.[0] ?? 0;
    const says = this.#text(map, 'says') ?? '';
    const name = this.#text(map, 'name') ?? says;
    if (says.length > LONGEST_SAYS) {
      const word = quotable(says);
      throw this.fault(at, `“${word}”这样长的字里没有数可读`, `no number in “${word}”`);
    }
    const printed = readPrinted(says) ?? unread(says);
    if (!quote.replace(/\s/g, '').includes(says.replace(/\s/g, ''))) {
      const word = quotable(says);
      throw this.fault(at, `原文里没有“${word}”`, `“${word}” is not in the quote`);
    }
    const is = this.#text(map, 'is');
    const growth = this.#text(map, 'growth') === 'true';
    const target = this.#text(map, 'target') === 'true' ? ({ target: true } as const) : {};
    if (is === undefined) return { name, printed, growth, ...target };
    return { name, printed, growth, ...target, is: this.#working(is, at) };
  }

  /** `a ÷ b`; for a range the workings of both ends, `a ÷ b 至 c ÷ d`. */
  #working(text: string, at: number): NonNullable<ClaimFigure['is']> {
    const [from = '', to] = text.split(/\s至\s/);
    try {
      const expression = parseExpression(from);
      return to === undefined
        ? { text, expression }
        : { text, expression, upTo: parseExpression(to) };
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      const [word, part] = [quotable(text), quotable(error.message)];
      throw this.fault(at, `算式“${word}”读不懂：${part}`, `cannot read “${word}”: ${part}`);
    }
  }

  #assume(map: YAMLMap): Claim['assume'] {
    const assume = map.get('assume', true);
    if (!isMap(assume)) return undefined;
    const [pair] = assume.items;
    const values = isSeq(pair?.value) ? pair.value.items.flatMap(wordOf) : [];
    return { name: wordOf(pair?.key).join(''), values };
  }

  #map(node: unknown): YAMLMap {
    if (isMap(node)) return node;
    throw this.fault(0, '每一句、每个数都要写成几栏', 'each entry has to be a map');
  }

  #text(map: YAMLMap, key: string): string | undefined {
    const node = map.get(key, true);
    return isScalar(node) ? String(node.value) : undefined;
  }

  #onlyKeys(map: YAMLMap, known: readonly string[]): void {
    for (const { key } of map.items) {
      const [word = ''] = wordOf(key);
      if (known.includes(word)) continue;
      const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      const name = quotable(word);
      throw this.fault(at, `没有“${name}”这一栏，可用：${known.join('、')}`, `no key “${name}”`);
    }
  }
}

/** What has no number that can be read is told of its figure; the others are judged. */
function unread(text: string): Printed {
  return { text, value: ZERO, step: rational(1n), percent: false, unit: '', unread: true };
}

function textsOf(map: YAMLMap): [string, string][] {
  return map.items.flatMap(({ key, value }) => {
    const [name, path] = [wordOf(key)[0], wordOf(value)[0]];
    return name === undefined || path === undefined ? [] : [[name, path]];
  });
}

/** A single word or number as it is written; nothing for lists and maps. */
function wordOf(node: unknown): string[] {
  return isScalar(node) ? [String(node.value)] : [];
}
