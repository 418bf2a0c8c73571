import { foldScript } from '../../text/script.ts';
import { Triggers } from '../../text/triggers.ts';
import { beginningsOf } from './beginnings.ts';
import { compilePattern, type Pattern, type WordClasses } from './pattern.ts';
import { PatternIndex } from './pattern-index.ts';
import type { WordingCategory, WordingEntry, WordingField, WordingGroup } from './terms.ts';

/** A place where an entry's words stand, before anything is known of its surroundings. */
export interface Hit {
  readonly entry: WordingEntry;
  readonly start: number;
  readonly end: number;
}

/** The longest that a guard of the data can match, in characters; a test holds it. */
export const LONGEST_GUARD = 80;

/** An entry that is looked for, and the numbers of the guards that may keep it away. */
interface Sought {
  readonly entry: WordingEntry;
  readonly own: number;
  readonly kind: number;
}

interface SoughtHit extends Hit {
  readonly sought: Sought;
}

interface Guard {
  /** Of what it keeps hits away, by number; 0 is everything. */
  readonly keeps: number;
  readonly start: number;
  readonly end: number;
}

/** Finds the words of many entries in one pass; the work at each place is bounded. */
export class Matcher {
  private readonly finds = new PatternIndex<Sought>();
  private readonly guards = new PatternIndex<number>();
  /** Of the patterns that find: without one of their anchors no text has a hit. */
  private readonly anchors = new Triggers();
  /** By number: whether a guard can matter to one of the hits of the text that is read. */
  private readonly wanted: Uint8Array;
  private longest = LONGEST_GUARD;

  constructor(
    groups: readonly WordingGroup[],
    classes: WordClasses,
    allowed: readonly string[],
    uses: (entry: WordingEntry) => boolean,
  ) {
    const words: string[] = [];
    const kinds = new Map<WordingCategory, number>();
    let count = 1;
    for (const group of groups) {
      const kind = kinds.get(group.category) ?? count++;
      kinds.set(group.category, kind);
      index(this.guards, kind, group.guards, classes);
      for (const entry of group.entries.filter(uses)) {
        const sought = { entry, own: count++, kind };
        index(this.finds, sought, entry.words, classes);
        index(this.guards, sought.own, entry.guards ?? [], classes);
        words.push(...entry.words);
      }
    }
    for (const text of allowed) this.allow(foldScript(text));
    this.wanted = new Uint8Array(count);
    this.finds.settle();
    this.guards.settle();
    this.anchors.add(words.flatMap((word) => beginningsOf(word, classes).anchors));
  }

  /** Whether a text, which need not be folded, can have a hit: most are done with after this. */
  mayHit(text: string): boolean {
    return this.anchors.in(text) !== 0;
  }

  /** The hits in a folded text of a field (not given: of any) that no guard keeps away, by start. */
  hits(folded: string, field?: WordingField): Hit[] {
    const hits: SoughtHit[] = [];
    const { finds } = this;
    const { length } = folded;
    for (
      let at = finds.seek(folded, 0, length);
      at < length;
      at = finds.seek(folded, at + 1, length)
    ) {
      for (const probe of finds.probesAt(folded, at)) {
        const { purpose: sought } = probe;
        const { entry } = sought;
        if (field !== undefined && entry.fields && !entry.fields.includes(field)) continue;
        const end = probe.end(folded, at);
        if (end > at) hits.push({ entry, start: at, end, sought });
      }
    }
    return hits.length === 0 ? hits : unguarded(hits, this.guardsOf(folded, hits));
  }

  /** The guards that can keep one of the hits away, by start: they begin before it or where it does. */
  private guardsOf(folded: string, hits: readonly SoughtHit[]): Guard[] {
    const { wanted, guards: index } = this;
    wanted.fill(0);
    wanted[0] = 1;
    for (const { sought } of hits) {
      wanted[sought.own] = 1;
      wanted[sought.kind] = 1;
    }
    const guards: Guard[] = [];
    let at = 0;
    for (const { start } of hits) {
      at = index.seek(folded, Math.max(at, start - this.longest), start + 1);
      for (; at <= start; at = index.seek(folded, at + 1, start + 1)) {
        for (const probe of index.probesAt(folded, at)) {
          if (wanted[probe.purpose] === 0) continue;
          const end = probe.end(folded, at);
          if (end > at) guards.push({ keeps: probe.purpose, start: at, end });
        }
      }
    }
    return guards;
  }

  private allow(text: string): void {
    if (text === '') return;
    const source = text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    this.guards.add(0, () => source, [text.slice(0, 3)]);
    this.longest = Math.max(this.longest, text.length);
  }
}

function index<T>(
  into: PatternIndex<T>,
  purpose: T,
  patterns: readonly string[],
  classes: WordClasses,
): void {
  for (const pattern of patterns) {
    const { prefixes } = beginningsOf(pattern, classes);
    into.add(purpose, () => compiled(pattern, classes).source, prefixes);
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

function unguarded(hits: readonly SoughtHit[], guards: readonly Guard[]): Hit[] {
  const longest = guards.reduce((length, g) => Math.max(length, g.end - g.start), 0);
  let from = 0;
  return hits.filter(({ sought, start }) => {
    while (from < guards.length && (guards[from]?.start ?? 0) < start - longest) from += 1;
    for (let i = from; i < guards.length; i++) {
      const guard = guards[i];
      if (!guard || guard.start > start) break;
      if (guard.end > start && keeps(guard.keeps, sought)) return false;
    }
    return true;
  });
}

function keeps(what: number, { own, kind }: Sought): boolean {
  return what === 0 || what === own || what === kind;
}
