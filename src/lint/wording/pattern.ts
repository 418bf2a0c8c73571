import { foldScript } from '../../text/script.ts';

/**
 * The notation of the wording data, for people who know law rather than regular expressions:
 * `(甲|乙)` either, `?` the character or group before it may be missing, `<材料>` any word of that
 * class, `#` a number, `~` up to 4 characters of one expression (no 的 or 、), `…` up to 16
 * characters of one sentence, `^` the beginning of an entry or sentence (its number left out) and
 * `$` its end, `[甲乙]` first that neither character stands before, later that neither follows.
 * Brackets, `?` and `|` may be full-width. What follows `\`, and everything else, stands for itself.
 */

/** One thing in a pattern. */
export type Node =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'either'; readonly branches: readonly Sequence[] }
  | { readonly kind: 'gap'; readonly source: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'edge'; readonly source: string };
/** A thing and whether it may be missing. */
export type Step = { readonly node: Node; readonly optional: boolean };
/** Things one after the other. */
export type Sequence = readonly Step[];

/** Words by the name of their class. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** A compiled pattern: its regular expression and the characters it can begin with. */
export interface Pattern {
  readonly source: string;
  /** Each of one to three characters; where it has fewer than three, anything may follow. */
  readonly prefixes: readonly string[];
  readonly sequence: Sequence;
}

const NUMERALS = '0123456789一二两三四五六七八九十百几数';
const NUMBER = '(?:[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百千万几数]+)';
const SHORT_GAP = '[^。；，、！？：\\n的]{0,4}?';
const LONG_GAP = '[^。；！？：\\n]{0,16}?';
const START = '(?<=(?:^|[。；\\n])[\\s（）0-9一二三四五六七八九十.．、]{0,10})';
const END = '(?=[。；.，：）”、]?\\s*$|[。；）\\n])';
/** After what is known of a beginning: anything may follow. */
const ANY = '\0';

/** Compiles one pattern. Throws on a bracket or class that is not closed or known. */
export function compilePattern(text: string, classes: WordClasses): Pattern {
  const sequence = new Parser(text, classes).parse();
  const long = knownPrefixes(sequence, LONGEST_PREFIX);
  const prefixes = long.size > MOST_PREFIXES ? knownPrefixes(sequence, 2) : long;
  if (prefixes.has('')) throw new Error(`wording pattern must begin with a word: ${text}`);
  return { source: sequence.map(sourceOf).join(''), prefixes: [...prefixes], sequence };
}

/** Longer ones would tell a little more apart and be many more. */
const LONGEST_PREFIX = 3;
/** A pattern that begins in more ways is told by two characters. */
const MOST_PREFIXES = 300;

function knownPrefixes(sequence: Sequence, length: number): Set<string> {
  const prefixes = [...prefixesOf(sequence, 0, length, ANY)];
  return new Set(prefixes.map((prefix) => prefix.split(ANY)[0] ?? ''));
}

class Parser {
  private at = 0;
  private readonly chars: readonly string[];
  private readonly text: string;
  private readonly classes: WordClasses;

  constructor(text: string, classes: WordClasses) {
    this.text = text;
    this.chars = [...text.replace(/[（）？｜]/g, (mark) => foldMark(mark))];
    this.classes = classes;
  }

  parse(): Sequence {
    const branches = this.branches();
    if (this.at < this.chars.length) this.fail();
    return [{ node: { kind: 'either', branches }, optional: false }];
  }

  private branches(): Sequence[] {
    const branches = [this.sequence()];
    while (this.chars[this.at] === '|') {
      this.at += 1;
      branches.push(this.sequence());
    }
    return branches;
  }

  private fail(): never {
    throw new Error(`wording pattern cannot be read at character ${this.at + 1}: ${this.text}`);
  }

  private sequence(): Sequence {
    const steps: Step[] = [];
    for (let char = this.chars[this.at]; char !== undefined; char = this.chars[this.at]) {
      if (char === '|' || char === ')') break;
      const node = this.node(char);
      const optional = this.chars[this.at] === '?';
      if (optional) this.at += 1;
      steps.push({ node, optional });
    }
    return steps;
  }

  private node(char: string): Node {
    this.at += 1;
    switch (char) {
      case '(':
        return this.either();
      case '<':
        return this.wordClass();
      case '~':
        return { kind: 'gap', source: SHORT_GAP };
      case '…':
        return { kind: 'gap', source: LONG_GAP };
      case '#':
        return { kind: 'number' };
      case '[':
        return this.notBeside();
      case '^':
        return { kind: 'edge', source: START };
      case '$':
        return { kind: 'edge', source: END };
      case '?':
        return this.fail();
      case '\\':
        return { kind: 'char', char: foldScript(this.chars[this.at++] ?? this.fail()) };
      default:
        return { kind: 'char', char: foldScript(char) };
    }
  }

  private notBeside(): Node {
    const before = this.at === 1;
    const end = this.chars.indexOf(']', this.at);
    if (end < 0) this.fail();
    const others = foldScript(this.chars.slice(this.at, end).join('')).replace(/[\]\\^-]/g, '\\$&');
    this.at = end + 1;
    return { kind: 'edge', source: before ? `(?<![${others}])` : `(?![${others}])` };
  }

  private either(): Node {
    const branches = this.branches();
    if (this.chars[this.at] !== ')') this.fail();
    this.at += 1;
    return { kind: 'either', branches };
  }

  private wordClass(): Node {
    const end = this.chars.indexOf('>', this.at);
    const name = this.chars.slice(this.at, end).join('');
    const words = this.classes[name];
    if (end < 0 || !words) this.fail();
    this.at = end + 1;
    const longestFirst = [...words].sort((a, b) => b.length - a.length);
    const branches = longestFirst.map((word) => literal(word));
    return { kind: 'either', branches };
  }
}

function foldMark(mark: string): string {
  return '()?|'.charAt('（）？｜'.indexOf(mark));
}

function literal(word: string): Sequence {
  return [...foldScript(word)].map((char) => ({ node: { kind: 'char', char }, optional: false }));
}

function sourceOf({ node, optional }: Step): string {
  const mark = optional ? '?' : '';
  switch (node.kind) {
    case 'char':
      return node.char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') + mark;
    case 'either':
      return `(?:${node.branches.map((b) => b.map(sourceOf).join('')).join('|')})${mark}`;
    case 'number':
      return NUMBER + mark;
    default:
      return node.source;
  }
}

/**
 * What can stand from a place of a sequence on, up to so many characters; shorter where the rest
 * is not known.
 */
export function beginningsAt(sequence: Sequence, from: number, most: number): Set<string> {
  const found = prefixesOf(sequence, from, most, ANY);
  return new Set(Array.from(found, (each) => each.split(ANY)[0] ?? ''));
}

/** `end` is what stands after the sequence: ANY after a pattern, '' after a branch of one. */
function prefixesOf(sequence: Sequence, from: number, need: number, end: string): Set<string> {
  if (need === 0) return new Set(['']);
  const step = sequence[from];
  if (!step) return new Set([end]);
  const found = new Set<string>();
  for (const head of headsOf(step.node, need)) {
    const open = !head.includes(ANY) && head.length < need;
    const rest = open ? prefixesOf(sequence, from + 1, need - head.length, end) : [''];
    for (const tail of rest) found.add(head + tail);
  }
  if (step.optional) {
    for (const prefix of prefixesOf(sequence, from + 1, need, end)) found.add(prefix);
  }
  return found;
}

function headsOf(node: Node, need: number): Iterable<string> {
  switch (node.kind) {
    case 'char':
      return [node.char];
    case 'either':
      return node.branches.flatMap((branch) => [...prefixesOf(branch, 0, need, '')]);
    case 'number':
      return [...NUMERALS].map((char) => char + ANY);
    case 'edge':
      return [node.source.startsWith('(?<') ? '' : ANY];
    default:
      return [ANY];
  }
}
