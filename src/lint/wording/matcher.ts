import { foldScript } from '../../text/script.ts';
import { Triggers } from '../../text/triggers.ts';
import { beginningsOf } from './beginnings.ts';
import { compilePattern, type Pattern, type WordClasses } from './pattern.ts';
import type { WordingCategory, WordingEntry, WordingGroup } from './terms.ts';

/** A place where an entry's words stand, before anything is known of its surroundings. */
export interface Hit {
  readonly entry: WordingEntry;
  readonly start: number;
  readonly end: number;
}

/** What one pattern is for: finding an entry, or keeping hits of an entry or a kind away. */
type Purpose =
  | { readonly finds: WordingEntry }
  | { readonly keeps: WordingEntry | WordingCategory | 'all' };

class Probe {
  readonly purpose: Purpose;
  private readonly source: () => string;
  private regex: RegExp | undefined;

  constructor(purpose: Purpose, source: () => string) {
    this.purpose = purpose;
    this.source = source;
  }

  /** Where a match that begins at `at` ends, or -1. */
  end(text: string, at: number): number {
    this.regex ??= new RegExp(this.source(), 'y');
    this.regex.lastIndex = at;
    return this.regex.test(text) ? this.regex.lastIndex : -1;
  }
}

interface Bucket {
  any: Probe[];
  readonly second: Map<number, Probe[]>;
}

interface Guard {
  readonly keeps: WordingEntry | WordingCategory | 'all';
  readonly start: number;
  readonly end: number;
}

const PAIRS = 1 << 16;

/** Where a pair of characters is noted; pairs may share a place, so it only rules out. */
function pairPlace(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ second) & (PAIRS - 1);
}

/** Finds the words of many entries in one pass; the work at each place is bounded. */
export class Matcher {
  private readonly buckets: (Bucket | undefined)[] = [];
  /** By first character: 0 begins nothing, 1 only with certain second ones, 2 with any. */
  private readonly firsts = new Uint8Array(0x10000);
  private readonly pairs = new Uint8Array(PAIRS);
  /** Of the patterns that find: without one of their anchors no text has a hit. */
  private readonly anchors = new Triggers();

  constructor(
    groups: readonly WordingGroup[],
    classes: WordClasses,
    allowed: readonly string[],
    uses: (entry: WordingEntry) => boolean,
  ) {
    for (const group of groups) {
      this.add({ keeps: group.category }, group.guards, classes);
      for (const entry of group.entries.filter(uses)) {
        this.add({ finds: entry }, entry.words, classes);
        this.add({ keeps: entry }, entry.guards ?? [], classes);
      }
    }
    for (const text of allowed) this.addLiteral(foldScript(text));
    const words = groups.flatMap(({ entries }) => entries.filter(uses).flatMap((e) => e.words));
    this.anchors.add(words.flatMap((word) => beginningsOf(word, classes).anchors));
    for (const bucket of this.buckets) if (bucket) mergeAny(bucket);
  }

  /** Whether a text, which need not be folded, can have a hit: most are done with after this. */
  mayHit(text: string): boolean {
    return this.anchors.in(text) !== 0;
  }

  /** The hits in a folded text that no guard keeps away, by start. */
  hits(folded: string): Hit[] {
    const hits: Hit[] = [];
    const guards: Guard[] = [];
    const { firsts, pairs } = this;
    for (let at = 0; at < folded.length; at++) {
      const code = folded.charCodeAt(at);
      const first = firsts[code];
      if (first === 0) continue;
      if (first === 1 && pairs[pairPlace(code, folded.charCodeAt(at + 1))] === 0) continue;
      this.probe(folded, at, code, hits, guards);
    }
    return guards.length === 0 || hits.length === 0 ? hits : unguarded(hits, guards);
  }

  private probe(folded: string, at: number, code: number, hits: Hit[], guards: Guard[]): void {
    const bucket = this.buckets[code];
    const probes = bucket?.second.get(folded.charCodeAt(at + 1)) ?? bucket?.any ?? [];
    for (const probe of probes) {
      const end = probe.end(folded, at);
      if (end <= at) continue;
      const { purpose } = probe;
      if ('finds' in purpose) hits.push({ entry: purpose.finds, start: at, end });
      else guards.push({ keeps: purpose.keeps, start: at, end });
    }
  }

  private add(purpose: Purpose, patterns: readonly string[], classes: WordClasses): void {
    for (const pattern of patterns) {
      const { prefixes } = beginningsOf(pattern, classes);
      this.index(new Probe(purpose, () => compiled(pattern, classes).source), prefixes);
    }
  }

  private addLiteral(text: string): void {
    const source = text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    if (text !== '') this.index(new Probe({ keeps: 'all' }, () => source), [text.slice(0, 2)]);
  }

  private index(probe: Probe, prefixes: readonly string[]): void {
    for (const prefix of prefixes) {
      const first = prefix.charCodeAt(0);
      const bucket: Bucket = this.buckets[first] ?? { any: [], second: new Map() };
      this.buckets[first] = bucket;
      if (prefix.length === 1) {
        bucket.any.push(probe);
        this.firsts[first] = 2;
      } else {
        const second = prefix.charCodeAt(1);
        this.firsts[first] ||= 1;
        this.pairs[pairPlace(first, second)] = 1;
        bucket.second.set(second, [...(bucket.second.get(second) ?? []), probe]);
      }
    }
  }
}

const patterns = new WeakMap<WordClasses, Map<string, Pattern>>();

/** Each pattern is compiled once, whatever profile or field it is used for. */
function compiled(text: string, classes: WordClasses): Pattern {
  const known = patterns.get(classes) ?? new Map<string, Pattern>();
  patterns.set(classes, known);
  const pattern = known.get(text) ?? compilePattern(text, classes);
  known.set(text, pattern);
  return pattern;
}

function mergeAny(bucket: Bucket): void {
  if (bucket.any.length === 0) return;
  for (const [second, probes] of bucket.second) {
    bucket.second.set(second, [...new Set([...probes, ...bucket.any])]);
  }
}

function unguarded(hits: readonly Hit[], guards: readonly Guard[]): Hit[] {
  const longest = guards.reduce((length, g) => Math.max(length, g.end - g.start), 0);
  let from = 0;
  return hits.filter(({ entry, start }) => {
    while (from < guards.length && (guards[from]?.start ?? 0) < start - longest) from += 1;
    for (let i = from; i < guards.length; i++) {
      const guard = guards[i];
      if (!guard || guard.start > start) break;
      if (guard.end > start && keeps(guard.keeps, entry)) return false;
    }
    return true;
  });
}

function keeps(what: Guard['keeps'], entry: WordingEntry): boolean {
  return what === 'all' || what === entry.category || what === entry;
}
