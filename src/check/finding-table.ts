import type { Finding, Severity } from '../model/finding.ts';
import { say } from '../model/words.ts';
import { ownCopy } from '../text/remember.ts';
import { Numbers } from './numbers.ts';

/** Numbers a finding: see `#push`. */
const WIDTH = 12;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings that stand one behind the other in a table. */
export type Rows = readonly [start: number, end: number];

/** A table as plain data, for threads and for keeping. */
export interface PackedFindings {
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly texts: readonly string[];
}

/** Findings in little memory: some bytes each, and each text once. Paths are not kept. */
export class FindingTable {
  readonly #numbers: Numbers;
  /** By number; 0 stands for a text that is not there. */
  readonly #texts: string[] = [''];
  readonly #known = new Map<string, number>();

  /** Starts with what another one packed. */
  constructor({ numbers, texts }: PackedFindings = { numbers: new Uint32Array(0), texts: [] }) {
    this.#numbers = new Numbers(numbers);
    for (const text of texts) this.#note(text);
  }

  /** How many findings there are. */
  get size(): number {
    return this.#numbers.length / WIDTH;
  }

  /** Adds findings and says where they are. */
  add(findings: Iterable<Finding>): Rows {
    const start = this.size;
    for (const finding of findings) this.#push(finding);
    return [start, this.size];
  }

  /** Adds all of another table; its rows follow those that were there. */
  addAll({ numbers, texts }: PackedFindings): void {
    const places = [0, ...texts.map((text) => this.#numberOf(text))];
    const start = this.#numbers.length;
    this.#numbers.append(numbers);
    renumber(this.#numbers.part(start), (text) => places[text] ?? 0);
  }

  /** A finding of a file. */
  at(row: number, path: string): Finding {
    const number = (place: number): number => this.#numbers.at(row * WIDTH + place);
    const text = (place: number): string => this.#texts[number(place)] ?? '';
    const finding: { -readonly [key in keyof Finding]: Finding[key] } = {
      severity: SEVERITIES[number(0)] ?? 'error',
      span: {
        line: number(1),
        column: number(2),
        endLine: number(3),
        endColumn: number(4),
      },
      rule: text(5),
      path,
      pointer: text(6),
      message: say(text(7), text(8)),
    };
    if (number(9) !== 0) finding.hint = say(text(9), text(10));
    if (number(11) !== 0) finding.citation = text(11);
    return finding;
  }

  /** How grave a finding is. */
  severity(row: number): Severity {
    return SEVERITIES[this.#numbers.at(row * WIDTH)] ?? 'error';
  }

  /** Some rows, or all of them, one behind the other and without texts that none of them has. */
  packed(parts: Iterable<Rows> = [[0, this.size]]): PackedFindings {
    const picked = new Numbers();
    for (const [start, end] of parts) {
      picked.append(this.#numbers.part(start * WIDTH, end * WIDTH));
    }
    const numbers = picked.part();
    const places = new Uint32Array(this.#texts.length);
    const texts: string[] = [];
    renumber(numbers, (text) => {
      if (text !== 0 && places[text] === 0) places[text] = texts.push(this.#texts[text] ?? '');
      return places[text] ?? 0;
    });
    return { numbers, texts };
  }

  #push({ severity, span, rule, pointer, message, hint, citation }: Finding): void {
    const number = (text: string | undefined) => (text === undefined ? 0 : this.#numberOf(text));
    this.#numbers.push(
      SEVERITIES.indexOf(severity),
      ...[span.line, span.column, span.endLine, span.endColumn],
      ...[number(rule), number(pointer), number(message.zh), number(message.en)],
      ...[number(hint?.zh), number(hint?.en), number(citation)],
    );
  }

  #numberOf(text: string): number {
    return this.#known.get(text) ?? this.#note(ownCopy(text));
  }

  #note(text: string): number {
    const number = this.#texts.push(text) - 1;
    this.#known.set(text, number);
    return number;
  }
}

/** Replaces the numbers of texts, which stand behind those of severity and place. */
function renumber(numbers: Uint32Array, placeOf: (text: number) => number): void {
  for (let row = 0; row < numbers.length; row += WIDTH) {
    for (let at = row + 5; at < row + WIDTH; at += 1) numbers[at] = placeOf(numbers[at] ?? 0);
  }
}
