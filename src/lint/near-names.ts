import { registry } from '../law/registry.ts';
import { isConfusable } from '../text/confusable.ts';
import { foldScript } from '../text/script.ts';

/** A stretch of a text that is a known name but for one slip. */
export interface NearName {
  /** UTF-16 units of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Shorter names differ by one character from too much that is right. */
const SHORTEST = 5;
/** What the first character adds to the number of a pair. */
const WIDTH = 1 << 16;
/** Places for marks of pairs: enough for a county's names, and for those of one item. */
const [MANY, FEW] = [1 << 16, 1 << 10];
const MOST_OF_FEW = 60;
const WRITTEN = /^[\u4e00-\u9fff]+$/;

interface Ending {
  readonly name: string;
  /** Where in the name the pair stands by which it was found. */
  readonly offset: number;
}

/** Names that a catalogue knows, found where they stand with one character wrong or two exchanged. */
export class NameIndex {
  private readonly marks: Uint8Array;
  private readonly endings = new Map<number, Ending[]>();
  private readonly pairs = new Set<number>();

  constructor(names: Iterable<string>) {
    const all = new Set(names);
    this.marks = new Uint8Array(all.size > MOST_OF_FEW ? MANY : FEW);
    for (const written of all) {
      const name = foldScript(written.replace(/（.*$|\(.*$/, '').trim());
      addPairs(name, this.pairs);
      if (name.length < SHORTEST || !WRITTEN.test(name)) continue;
      for (const offset of [0, name.length - 2]) this.add(name, offset);
    }
  }

  private add(name: string, offset: number): void {
    const pair = pairAt(name, offset);
    this.marks[this.placeOf(name.charCodeAt(offset), name.charCodeAt(offset + 1))] = 1;
    const known = this.endings.get(pair);
    if (known) known.push({ name, offset });
    else this.endings.set(pair, [{ name, offset }]);
  }

  /** Where a pair is noted; pairs may share a place, so it only rules out. */
  private placeOf(first: number, second: number): number {
    return (Math.imul(first, 0x9e37) ^ second) & (this.marks.length - 1);
  }

  /** The names that a folded text nearly says, by place. */
  near(folded: string): NearName[] {
    const found: NearName[] = [];
    const right: NearName[] = [];
    let second = folded.charCodeAt(0);
    for (let at = 0; at + 1 < folded.length; at++) {
      const first = second;
      second = folded.charCodeAt(at + 1);
      if (this.marks[this.placeOf(first, second)] === 0) continue;
      for (const { name, offset } of this.endings.get(pairAt(folded, at)) ?? []) {
        const start = at - offset;
        const differs = start < 0 ? undefined : difference(folded, start, name);
        if (differs === undefined) continue;
        const place = { start, end: start + name.length, name };
        if (differs.length === 0) right.push(place);
        else if (this.isSlip(folded, start, name, differs)) found.push(place);
      }
    }
    if (found.length === 0) return found;
    const apart = found.filter((place) => !right.some((other) => overlap(place, other)));
    return apart.filter((place, i) => apart.findIndex((other) => overlap(place, other)) === i);
  }

  private isSlip(folded: string, start: number, name: string, differs: readonly number[]): boolean {
    const [at = 0, second] = differs;
    if (second !== undefined) return true;
    const wrong = start + at;
    if (!isConfusable(folded.charAt(wrong), name.charAt(at))) return false;
    const own = [wrong - 1, wrong].filter((place) => place >= 0 && place + 1 < folded.length);
    return !own.some((place) => {
      const pair = pairAt(folded, place);
      return this.pairs.has(pair) || titlePairs().has(pair);
    });
  }
}

/** Where a name differs: nowhere, at one place or at two exchanged ones; undefined where more. */
function difference(folded: string, start: number, name: string): number[] | undefined {
  if (start + name.length > folded.length) return undefined;
  const places: number[] = [];
  for (let i = 0; i < name.length; i++) {
    if (folded.charCodeAt(start + i) === name.charCodeAt(i)) continue;
    if (places.push(i) > 2) return undefined;
  }
  const [a = 0, b] = places;
  if (b === undefined) return places;
  const exchanged =
    b === a + 1 &&
    folded.charAt(start + a) === name.charAt(b) &&
    folded.charAt(start + b) === name.charAt(a);
  return exchanged ? places : undefined;
}

const overlap = (a: NearName, b: NearName): boolean => a.start < b.end && b.start < a.end;

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * WIDTH + text.charCodeAt(at + 1);
}

function addPairs(text: string, pairs: Set<number>): void {
  for (let at = 0; at + 1 < text.length; at++) pairs.add(pairAt(text, at));
}

let ofTitles: Set<number> | undefined;

/** Pairs of characters that stand in titles of laws: words, not slips. Read when first asked for. */
function titlePairs(): Set<number> {
  if (ofTitles) return ofTitles;
  ofTitles = new Set();
  for (const title of registry().titles()) addPairs(title, ofTitles);
  return ofTitles;
}
