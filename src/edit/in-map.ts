import type { MapNode } from '../load/tree.ts';
import { endOf, isFlow, type Place } from './place.ts';
import {
  indentAt,
  isFirstOnLine,
  joined,
  lineEnd,
  lineStart,
  newlineOf,
  nextLine,
  splice,
} from './splice.ts';
import { entryLines, flowText, type Language, rankOf, wordOf } from './written.ts';

/** The text with a key more in a map, where the schema has it among those that are there. */
export function addKey(
  text: string,
  place: Place & { readonly node: MapNode },
  name: string,
  value: unknown,
  language: Language,
): string | undefined {
  const { node, shape } = place;
  const inner = shape.branch(false).field(name)?.shape;
  if (inner === undefined) return undefined;
  const word = wordOf(name, shape, language);
  const before = entryBefore(node, place, name);
  if (isFlow(text, node) || place.inBrackets) {
    const written = `${word}: ${flowText(value, inner, language)}`;
    return inBrackets(text, node, before, written);
  }
  const [first] = node.entries;
  if (first === undefined) return undefined;
  const indent = indentAt(text, first.key.start);
  const lines = entryLines(word, value, inner, language);
  const written = joined(text, lines, indent);
  if (before === undefined) {
    return splice(text, first.key.start, first.key.start, written + newlineOf(text) + indent);
  }
  const end = lineEnd(text, endOf(text, { node: before.value, key: before.key }));
  return splice(text, end, end, newlineOf(text) + indent + written);
}

function inBrackets(
  text: string,
  node: MapNode,
  before: Entry | undefined,
  written: string,
): string {
  const [first] = node.entries;
  if (first === undefined) return splice(text, node.start, node.end, `{ ${written} }`);
  if (before === undefined) return splice(text, first.key.start, first.key.start, `${written}, `);
  const end = endOf(text, { node: before.value, key: before.key });
  return splice(text, end, end, `, ${written}`);
}

type Entry = MapNode['entries'][number];

/** The entry after which a key is to stand: of those that the schema has before it, the last. */
function entryBefore({ entries }: MapNode, { shape }: Place, name: string): Entry | undefined {
  const branch = shape.branch(false);
  if (branch.keys === undefined) return entries.at(-1);
  const rankIn = (entry: Entry): number => {
    const known = branch.field(entry.key.text)?.name;
    return known === undefined ? -1 : rankOf(known, shape);
  };
  const rank = rankOf(name, shape);
  const earlier = entries.filter((entry) => rankIn(entry) !== -1 && rankIn(entry) < rank);
  return earlier.sort((a, b) => rankIn(a) - rankIn(b)).at(-1);
}

/** The text without an entry of a map that has others. */
export function dropKey(text: string, map: Place & { readonly node: MapNode }, at: number): string {
  const { entries } = map.node;
  const entry = entries[at];
  if (entry === undefined) return text;
  const end = endOf(text, { node: entry.value, key: entry.key });
  const next = entries[at + 1];
  if (isFlow(text, map.node) || map.inBrackets) {
    if (next !== undefined) return splice(text, entry.key.start, next.key.start, '');
    const before = entries[at - 1];
    const start =
      before === undefined ? entry.key.start : endOf(text, { node: before.value, key: before.key });
    return splice(text, start, end, '');
  }
  if (isFirstOnLine(text, entry.key.start)) {
    return splice(text, lineStart(text, entry.key.start), nextLine(text, end), '');
  }
  // The key stands behind a dash: the next one moves up there, unless a comment is between.
  if (next === undefined) return text;
  const between = text.slice(end, next.key.start);
  return splice(text, entry.key.start, between.trim() === '' ? next.key.start : end, '');
}
