/** One pattern and what it is for. It is compiled when it is first tried. */
export class Probe<T> {
  readonly purpose: T;
  /** Those that were added first are tried first. */
  readonly number: number;
  private readonly source: () => string;
  private regex: RegExp | undefined;

  constructor(purpose: T, number: number, source: () => string) {
    this.purpose = purpose;
    this.number = number;
    this.source = source;
  }

  /** Where a match that begins at `at` ends, or -1. */
  end(text: string, at: number): number {
    this.regex ??= new RegExp(this.source(), 'y');
    this.regex.lastIndex = at;
    return this.regex.test(text) ? this.regex.lastIndex : -1;
  }
}

type Probes<T> = Probe<T>[];

/** Patterns after a beginning: those that anything may follow, and those by the next character. */
interface Level<T> {
  any: Probes<T>;
  readonly next: Map<number, Level<T>>;
}

const PAIRS = 1 << 16;
const NOTHING: readonly never[] = [];

/** Where a pair of characters is noted; pairs may share a place, so it only rules out. */
function pairPlace(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ second) & (PAIRS - 1);
}

/** Patterns by the one to three characters that they begin with. */
export class PatternIndex<T> {
  private readonly root: (Level<T> | undefined)[] = [];
  /** By first character: 0 begins nothing, 1 only with certain second ones, 2 with any. */
  private readonly firsts = new Uint8Array(0x10000);
  private readonly pairs = new Uint8Array(PAIRS);
  private count = 0;

  add(purpose: T, source: () => string, prefixes: readonly string[]): void {
    const probe = new Probe(purpose, this.count++, source);
    for (const prefix of prefixes) {
      const first = prefix.charCodeAt(0);
      if (prefix.length === 1) this.firsts[first] = 2;
      else {
        this.firsts[first] ||= 1;
        this.pairs[pairPlace(first, prefix.charCodeAt(1))] = 1;
      }
      let level: Level<T> = this.root[first] ?? newLevel();
      this.root[first] = level;
      for (let i = 1; i < prefix.length; i++) level = below(level, prefix.charCodeAt(i));
      level.any.push(probe);
    }
  }

  /** To be called when all are added: what anything may follow goes with each that follows. */
  settle(): void {
    for (const level of this.root) if (level) settleLevel(level, []);
  }

  /** The next place from `at` on, before `to`, where something may be tried; `to` where there is none. */
  seek(folded: string, at: number, to: number): number {
    const { firsts, pairs } = this;
    for (let place = at; place < to; place++) {
      const code = folded.charCodeAt(place);
      const first = firsts[code];
      if (first === 0) continue;
      if (first === 2 || pairs[pairPlace(code, folded.charCodeAt(place + 1))] !== 0) return place;
    }
    return to;
  }

  /** What is to be tried at a place. */
  probesAt(folded: string, at: number): readonly Probe<T>[] {
    const first = this.root[folded.charCodeAt(at)];
    if (first === undefined) return NOTHING;
    const second = first.next.get(folded.charCodeAt(at + 1));
    if (second === undefined) return first.any;
    return second.next.get(folded.charCodeAt(at + 2))?.any ?? second.any;
  }
}

function newLevel<T>(): Level<T> {
  return { any: [], next: new Map() };
}

function below<T>(level: Level<T>, code: number): Level<T> {
  const known = level.next.get(code);
  if (known) return known;
  const made = newLevel<T>();
  level.next.set(code, made);
  return made;
}

function settleLevel<T>(level: Level<T>, above: Probes<T>): void {
  if (above.length > 0) {
    const all = new Set([...level.any, ...above]);
    level.any = [...all].sort((a, b) => a.number - b.number);
  }
  for (const next of level.next.values()) settleLevel(next, level.any);
}
