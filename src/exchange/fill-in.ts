import { type Edit, editYaml } from '../edit/edit.ts';
import { decodeText } from '../load/decode.ts';
import { readEntry } from '../load/read.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { valueAt } from '../model/texts.ts';
import { checksum } from './mark.ts';
import { amendMemory, memoryCell } from './memory.ts';
import { textOf } from './open-import.ts';
import type { FilledValue } from './open-values.ts';
import { readFilled } from './read-filled.ts';

/** What became of the cells that were filled in. */
export interface FilledIn {
  /** Texts of files that are to be written, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly taken: readonly FilledValue[];
  /** Rows that were not taken, each with the reason. */
  readonly left: readonly { readonly value: FilledValue; readonly why: string }[];
  /** Whether any file would say something else. */
  readonly isChanged: boolean;
}

/** Puts what was filled in into the files, in place; a value that changed meanwhile is told. */
export function fillIn(
  values: readonly FilledValue[],
  catalog: Catalog,
  files: Files,
  { force }: { readonly force: boolean },
): FilledIn {
  const texts = new Map<string, string>();
  const taken: FilledValue[] = [];
  const left: { value: FilledValue; why: string }[] = [];
  const known = new Set(files.list());
  const textOfFile = (path: string): string | undefined =>
    texts.get(path) ?? (known.has(path) ? textIn(files, path) : undefined);
  const fill = (value: FilledValue): string | undefined => {
    const kind = kindOfPath(value.file);
    const before = kind === undefined ? undefined : textOfFile(value.file);
    if (kind === undefined || before === undefined) return `目录里没有“${value.file}”`;
    const done = fillOne(value, kind, before, catalog, force);
    if ('why' in done) return done.why;
    texts.set(value.file, done.text);
    taken.push(value);
    return undefined;
  };
  // What stands in an entry can be filled in only when the entry is there.
  const waiting = values.filter((value) => fill(value) !== undefined);
  for (const value of waiting) {
    const why = fill(value);
    if (why !== undefined) left.push({ value, why });
  }
  const isChanged = [...texts].some(([path, text]) => text !== textIn(files, path));
  return { files: texts, taken, left, isChanged };
}

function fillOne(
  filled: FilledValue,
  kind: Kind,
  before: string,
  catalog: Catalog,
  force: boolean,
): { readonly text: string } | { readonly why: string } {
  const { pointer, file } = filled;
  const value = readEntry(file, kind, oneFile(file, before)).entry?.value;
  const current = valueAt(value, pointer);
  // The same workbook may come twice.
  if (textOf(current) === filled.text) {
    return { text: editYaml(before, kind, settled(filled, value)).text };
  }
  const read = readFilled(filled, kind, current, { catalog, value });
  if ('why' in read) return read;
  const { text, refused } = editYaml(before, kind, read.edits);
  const isSame = text === before && refused.length === 0;
  if (checksum(textOf(current)) !== filled.before && !force && !isSame) {
    return { why: `目录里这一栏已经改成“${textOf(current).slice(0, 40)}”` };
  }
  if (refused.length > 0) return { why: '不能在原处改，请在文件里改' };
  return { text: editYaml(text, kind, settled(filled, value)).text };
}

/** Takes the text that was left to people from the item, or lets it know what the source says. */
function settled({ field, original, pointer, settles }: FilledValue, value: unknown): Edit[] {
  const { imported } = (value ?? {}) as Partial<Item>;
  const at = (imported?.unresolved ?? []).findIndex((one) => {
    return one.field === field && one.text.trim() === original.trim();
  });
  if (at !== -1) return [{ op: 'delete', pointer: `/imported/unresolved/${at}` }];
  if (settles === undefined || imported?.read === undefined) return [];
  const cell = memoryCell(value, pointer);
  if (cell === undefined) return [];
  const read = amendMemory(imported.read, cell, settles);
  return [{ op: 'set', pointer: '/imported/read', value: read }];
}

function textIn(files: Files, path: string): string | undefined {
  const decoded = decodeText(files.read(path));
  return 'text' in decoded ? decoded.text : undefined;
}

function oneFile(path: string, text: string): Files {
  return {
    list: () => [path],
    read: () => new TextEncoder().encode(text),
    escapes: () => new Set(),
  };
}
