import { markerAt } from '../../text/list-markers.ts';
import type { Shape } from '../shape.ts';
import type { Line } from './line.ts';
import type { Edit, Slip } from './slip.ts';
import { tellJoined, tellPasted } from './tell-slips.ts';

/** The value that lines without a key come after. */
interface Before {
  readonly word: string;
  /** Of its key. */
  readonly indent: number;
  readonly at: number;
  readonly end: number;
  readonly shape: Shape | undefined;
  readonly how: 'plain' | 'quoted' | 'flow' | 'block';
}

/** Lines that have no key and belong to the text of the key above. */
export class PastedLines {
  readonly #text: string;
  #before: Before | undefined;
  #lines: Line[] = [];
  /** Whether YAML takes all of them for a part of the text above, as they are deeper. */
  #isJoined = true;

  constructor(text: string) {
    this.#text = text;
  }

  /** Starts anew behind a value; undefined behind a key that has none on its line. */
  after(before: Before | undefined): void {
    this.#before = before;
    this.#lines = [];
    this.#isJoined = true;
  }

  line(line: Line, isDeeper: boolean): void {
    this.#lines.push(line);
    this.#isJoined &&= isDeeper;
  }

  /** What there is to tell of the lines so far. */
  *close(): Iterable<Slip> {
    const before = this.#before;
    const lines = this.#lines;
    this.#lines = [];
    const [first] = lines;
    if (before === undefined || first === undefined || !this.#isText(before)) return;
    const edits = this.#asBlock(before, lines);
    if (!this.#isJoined) {
      const told = tellPasted(before.word, lines.length);
      yield { ...told, start: first.at, end: first.end, edits, sure: true };
    } else if (before.how === 'plain' && lines.some((line) => isNumbered(line.body))) {
      const told = tellJoined(before.word);
      yield { ...told, start: before.at, end: before.end, edits, sure: false };
    }
  }

  #isText({ shape, how }: Before): boolean {
    const isText = shape === undefined || shape.type === 'string';
    return isText && (how === 'plain' || how === 'block');
  }

  /** The value and its lines as a text that keeps its lines. */
  #asBlock({ at, end, indent, how }: Before, lines: readonly Line[]): Edit[] {
    const blanks = ' '.repeat(indent + 2);
    const moved = lines.map((line) => ({ start: line.start, end: line.at, text: blanks }));
    if (how === 'block') return moved;
    const value = this.#text.slice(at, end);
    return [{ start: at, end, text: `|\n${blanks}${value}` }, ...moved];
  }
}

function isNumbered(body: string): boolean {
  return markerAt(body) !== undefined || /^[–—－]/.test(body);
}
