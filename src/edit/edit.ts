import { isDeepStrictEqual } from 'node:util';
import { convert } from '../load/convert.ts';
import { readTree } from '../load/parse.ts';
import { shapeOf } from '../load/shape.ts';
import type { ListNode, MapNode, TreeNode } from '../load/tree.ts';
import type { Kind } from '../model/kinds.ts';
import { schemaOf } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import { type Edit, editData, isEmpty } from './data.ts';
import { addEntry, dropEntry } from './in-list.ts';
import { addKey, dropKey } from './in-map.ts';
import { findPlace, type Place } from './place.ts';
import { replaceValue } from './replace.ts';
import type { Language } from './written.ts';

export type { Edit } from './data.ts';

/** A text with edits made in it, and those that could not be made. */
export interface Edited {
  readonly text: string;
  readonly refused: readonly Edit[];
}

/**
 * Makes edits in the text of a catalogue file, one after the other (pointers count what the ones
 * before have done). What it promises:
 *
 * - Only the lines of the value change: comments, order of keys, blank lines, quotes, brackets,
 *   line breaks and the language of the keys around it stay as they were written.
 * - `set` replaces the value at a pointer, or adds the key where the schema has it among those
 *   that are there, with maps and lists that are missing on the way; a list grows at its end.
 * - `insert` puts an entry into a list before the one that stands at the pointer.
 * - `delete` takes a key or entry out; a map or list that is left empty goes too.
 * - Each edit is proven: the new text is read again and has to give the old data with just this
 *   edit made. What cannot be proven is not made and stands among `refused`.
 *
 * Pointers have the keys of the schema, whatever the language of the file. The text has to be
 * readable; values are texts, numbers, booleans, lists and maps of them.
 */
export function editYaml(text: string, kind: Kind, edits: readonly Edit[]): Edited {
  const refused: Edit[] = [];
  let current = text;
  for (const edit of edits) {
    const next = editOnce(current, kind, edit);
    if (next === undefined) refused.push(edit);
    else current = next;
  }
  return { text: current, refused };
}

function editOnce(text: string, kind: Kind, edit: Edit): string | undefined {
  const tree = readTree(text);
  const data = dataOf(tree, kind);
  const wanted = editData(data, edit);
  if (wanted === undefined || isEmpty(wanted)) return undefined;
  if (isDeepStrictEqual(wanted, data)) return text;
  const written = write(text, tree, kind, edit, data);
  if (written === undefined) return undefined;
  // A text that cannot be read again is no proof.
  try {
    return isDeepStrictEqual(dataOf(readTree(written), kind), wanted) ? written : undefined;
  } catch {
    return undefined;
  }
}

/** The data of a tree; what does not fit the schema is no part of it. */
function dataOf(tree: TreeNode | null, kind: Kind): unknown {
  return convert(tree, schemaOf(kind), () => {});
}

function write(
  text: string,
  tree: TreeNode | null,
  kind: Kind,
  edit: Edit,
  data: unknown,
): string | undefined {
  const language = languageOf(tree);
  const { place, rest } = findPlace(text, tree, shapeOf(schemaOf(kind)), edit.pointer);
  if (edit.op === 'delete') return isWhole(place, rest) ? drop(text, place) : undefined;
  if (edit.op === 'insert' && rest.length === 0) {
    const { up, index } = place;
    return isList(up) ? addEntry(text, up, index, edit.value, language) : undefined;
  }
  const [step, ...deeper] = rest;
  if (step === undefined) return replaceValue(text, place, edit.value, language);
  const value = nested(edit.value, deeper);
  if (isMap(place)) return addKey(text, place, step, value, language);
  if (isList(place) && place.node.items.length > 0) {
    return addEntry(text, place, place.node.items.length, value, language);
  }
  // A text that stands for a map, an empty list, a key with nothing behind it.
  const pointer = edit.pointer.split('/').slice(0, -rest.length).join('/');
  const wanted = valueAt(editData(data, edit), pointer);
  return replaceValue(text, place, wanted, language);
}

/** Whether steps lead to the place itself, or to the one key for which its text stands. */
function isWhole({ node, shape }: Place, [step, ...deeper]: readonly string[]): boolean {
  if (step === undefined) return true;
  return node?.kind === 'text' && shape.shorthand?.name === step && deeper.length === 0;
}

function drop(text: string, place: Place): string | undefined {
  const { up } = place;
  if (up === undefined) return undefined;
  if (isMap(up)) {
    return up.node.entries.length > 1 ? dropKey(text, up, place.index) : drop(text, up);
  }
  if (isList(up)) {
    return up.node.items.length > 1 ? dropEntry(text, up, place.index) : drop(text, up);
  }
  return undefined;
}

/** Maps and lists around a value for the steps that are missing. */
function nested(value: unknown, steps: readonly string[]): unknown {
  return steps.reduceRight((inner, step) => (step === '0' ? [inner] : { [step]: inner }), value);
}

/** The language in which most keys of a file are written. */
function languageOf(tree: TreeNode | null): Language {
  const keys = tree?.kind === 'map' ? tree.entries.map(({ key }) => key.text) : [];
  const chinese = keys.filter((key) => /[\u4e00-\u9fff]/.test(key)).length;
  return chinese * 2 > keys.length ? 'zh' : 'en';
}

function isMap(place: Place): place is Place & { readonly node: MapNode } {
  return place.node?.kind === 'map';
}

function isList(place: Place | undefined): place is Place & { readonly node: ListNode } {
  return place?.node?.kind === 'list';
}
