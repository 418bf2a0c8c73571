import type { ItemFacts } from '../model/facts.ts';

/** An item as far as pasted texts are looked for: what it is called, and its facts with its texts. */
export interface Writer {
  readonly path: string;
  readonly name: string;
  /** The name of its result; blank when it has none. */
  readonly result: string;
  /** Ids of related items, with blanks between them. */
  readonly related: string;
  readonly facts: ItemFacts;
}

/** A name and the one item that it belongs to. */
export interface Owner {
  readonly writer: Writer;
  readonly name: string;
}

/** Names of items, found by how they begin. */
export interface Owners {
  /** By the first four characters. */
  readonly byHead: ReadonlyMap<string, readonly Owner[]>;
  /** By hash of the first two characters: whether any name begins with them. */
  readonly pairs: Uint8Array;
}

const HEAD = 4;
const PAIRS = 1 << 16;

function pairOf(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e37) ^ text.charCodeAt(at + 1)) & (PAIRS - 1);
}

/** The names of all items and their results; one that several items have is nobody’s. */
export function ownersOf(writers: readonly Writer[]): Owners {
  const seen = new Map<string, Owner | undefined>();
  for (const writer of writers) {
    const { name, result } = writer;
    for (const each of name === result ? [name] : [name, result]) {
      if (each.length < HEAD) continue;
      seen.set(each, seen.has(each) ? undefined : { writer, name: each });
    }
  }
  const byHead = new Map<string, Owner[]>();
  const pairs = new Uint8Array(PAIRS);
  for (const owner of seen.values()) {
    if (owner === undefined) continue;
    const head = owner.name.slice(0, HEAD);
    pairs[pairOf(head, 0)] = 1;
    const known = byHead.get(head);
    if (known === undefined) byHead.set(head, [owner]);
    else known.push(owner);
  }
  return { byHead, pairs };
}

const NOBODY: readonly Owner[] = [];

/** Every name in a text, with its owner, from the beginning on. */
export function foreignNames(text: string, { byHead, pairs }: Owners): readonly Owner[] {
  let found: Owner[] | undefined;
  for (let at = 0; at <= text.length - HEAD; at += 1) {
    if (pairs[pairOf(text, at)] === 0) continue;
    for (const owner of byHead.get(text.slice(at, at + HEAD)) ?? []) {
      if (!text.startsWith(owner.name, at)) continue;
      if (found === undefined) found = [owner];
      else found.push(owner);
    }
  }
  return found ?? NOBODY;
}
