import type { ItemFacts } from '../model/facts.ts';

/** An item as far as pasted texts are looked for: what it is called, and its facts with its texts. */
export interface Writer {
  /** Its place among all. */
  readonly at: number;
  readonly path: string;
  readonly name: string;
  /** The name of its result; blank when it has none. */
  readonly result: string;
  readonly facts: ItemFacts;
}

/** A name and the one item that it belongs to. */
export interface Owner {
  readonly writer: Writer;
  readonly name: string;
}

/** Names of items, found by how they begin. */
export interface Owners {
  /** By the first four characters, sorted by name. */
  readonly byHead: ReadonlyMap<string, readonly Named[]>;
  /** By hash of the first two characters: whether any name begins with them. */
  readonly pairs: Uint8Array;
}

interface Named {
  readonly owner: Owner;
  /** The longest other name that this one begins with. */
  readonly within: Named | undefined;
}

const HEAD = 4;
const PAIRS = 1 << 16;

function pairOf(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e37) ^ text.charCodeAt(at + 1)) & (PAIRS - 1);
}

/**
 * The names of items and their results, all or those that pass; one that several items have is
 * nobody’s.
 */
export function ownersOf(
  writers: Iterable<Writer>,
  passes: (name: string) => boolean = () => true,
): Owners {
  const seen = new Map<string, Owner | undefined>();
  for (const writer of writers) {
    const { name, result } = writer;
    for (const each of name === result ? [name] : [name, result]) {
      if (each.length < HEAD || !passes(each)) continue;
      seen.set(each, seen.has(each) ? undefined : { writer, name: each });
    }
  }
  const owners = [...seen.values()].filter((owner) => owner !== undefined);
  owners.sort((a, b) => (a.name < b.name ? -1 : 1));
  const byHead = new Map<string, Named[]>();
  const pairs = new Uint8Array(PAIRS);
  let last: Named | undefined;
  for (const owner of owners) {
    const head = owner.name.slice(0, HEAD);
    pairs[pairOf(head, 0)] = 1;
    last = { owner, within: innermost(last, owner.name) };
    const known = byHead.get(head);
    if (known === undefined) byHead.set(head, [last]);
    else known.push(last);
  }
  return { byHead, pairs };
}

/** Whether a name can stand in any of some texts, by how it begins. */
export function startsIn(texts: Iterable<string>): (name: string) => boolean {
  const pairs = new Uint8Array(PAIRS);
  const heads = new Set<string>();
  for (const text of texts) {
    for (let at = 0; at <= text.length - HEAD; at += 1) {
      pairs[pairOf(text, at)] = 1;
      heads.add(text.slice(at, at + HEAD));
    }
  }
  return (name) => pairs[pairOf(name, 0)] === 1 && heads.has(name.slice(0, HEAD));
}

/** Of a name and those that it begins with, the longest with which a text begins. */
function innermost(from: Named | undefined, text: string): Named | undefined {
  let named = from;
  while (named !== undefined && !text.startsWith(named.owner.name)) named = named.within;
  return named;
}

/** Of a text that names nobody. */
export const NOBODY: readonly Owner[] = [];

/** Every name in a text, with its owner, from the beginning on; at one place the longest first. */
export function foreignNames(text: string, { byHead, pairs }: Owners): readonly Owner[] {
  let found: Owner[] | undefined;
  for (let at = 0; at <= text.length - HEAD; at += 1) {
    if (pairs[pairOf(text, at)] === 0) continue;
    const sorted = byHead.get(text.slice(at, at + HEAD));
    if (sorted === undefined) continue;
    const rest = text.slice(at);
    let named = innermost(lastUpTo(sorted, rest), rest);
    for (; named !== undefined; named = named.within) {
      if (found === undefined) found = [named.owner];
      else found.push(named.owner);
    }
  }
  return found ?? NOBODY;
}

/** The last name that does not come after a text: all names that it begins with are within. */
function lastUpTo(sorted: readonly Named[], text: string): Named | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.owner.name ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
