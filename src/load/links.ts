import type { Entry } from '../model/catalog.ts';
import type { NotedFacts } from '../model/facts.ts';
import { idOfPath, type Kind, kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { perField, strings } from '../model/texts.ts';
import { say } from '../model/words.ts';
import { nearest } from '../text/similar.ts';
import { type KnownIds, missing } from './missing.ts';
import type { Unplaced } from './unplaced.ts';

/** What there is to refer to: ids of files by kind, forms, and links out of the catalogue. */
export interface Targets {
  readonly ids: KnownIds;
  readonly forms: ReadonlySet<string>;
  readonly escapes: ReadonlySet<string>;
}

const FILES = new Set(['blank', 'sample', 'form', 'flowchart']);
/** Keys that hold the id of an item, by kind of file. */
const ITEMS: Partial<Record<Kind, readonly string[]>> = {
  item: ['related'],
  bundle: ['item', 'after', 'later', 'members', 'from', 'to'],
};
const LINKING = new Set([...FILES, 'related', ...(ITEMS.bundle ?? [])]);

const keyOf = perField((field) => {
  const key = field.replace(/(?:\/0)+$/, '').replace(/^.*\//, '');
  return LINKING.has(key) ? key : '';
});

const FORM = 'form';
const ITEM = 'item';

/**
 * What a file refers to of which the names of other files alone decide, in threes: form or item,
 * the pointer, and what is referred to.
 */
export function linkFacts({ path, value }: Entry<unknown>): string[] {
  const items = ITEMS[kindOfPath(path) ?? 'law'] ?? [];
  const facts: string[] = [];
  for (const place of strings(value)) {
    const key = keyOf(place);
    if (key === '') continue;
    const { text } = place;
    if (FILES.has(key)) {
      if (text.startsWith('forms/')) facts.push(FORM, place.pointer, text);
    } else if (text !== '' && items.includes(key)) facts.push(ITEM, place.pointer, text);
  }
  return facts;
}

/** Links of one file that lead nowhere. */
export function* checkLinks({ path, facts }: NotedFacts, targets: Targets): Iterable<Unplaced> {
  for (let at = 0; at < facts.length; at += 3) {
    const [what, pointer = '', value = ''] = facts.slice(at, at + 3);
    if (what === FORM) yield* checkForm(path, pointer, value, targets);
    else if (!targets.ids.get('item')?.has(value)) {
      const words = missing('item', value, targets.ids.get('item') ?? []);
      yield { rule: 'missing-reference', path, pointer, ...words };
    }
  }
}

function* checkForm(
  path: string,
  pointer: string,
  value: string,
  { forms, escapes }: Targets,
): Iterable<Unplaced> {
  if (escapes.has(value) || value.split('/').includes('..') || value.includes('\\')) {
    const message = say(`“${value}”指向目录之外`, `“${value}” leads out of the catalogue`);
    const hint = say('把文件放进 forms/ 再引用', 'put the file below forms/');
    yield { rule: 'path-escape', path, pointer, message, hint };
  } else if (!forms.has(value)) {
    const guess = nearest(value, forms);
    const message = say(`没有“${value}”这个文件`, `there is no file “${value}”`);
    const hint =
      guess === undefined
        ? say('把文件放到这个位置，或改正路径', 'put the file there, or correct the path')
        : say(`是不是“${guess}”？`, `did you mean “${guess}”?`);
    yield { rule: 'missing-file', path, pointer, message, hint };
  }
}

const UNIQUE_CODES = ['implementation', 'handling', 'local'] as const;

/** The codes of an item that no other may have; blank where there is none. */
export function codeFacts({ value }: Entry<Item>): string[] {
  return UNIQUE_CODES.map((key) => value.codes?.[key] ?? '');
}

/** Ids and codes that several items have. */
export function* checkUnique(items: Iterable<NotedFacts>): Iterable<Unplaced> {
  const ids = new Map<string, string>();
  const codes = UNIQUE_CODES.map(() => new Map<string, string>());
  for (const { path, facts } of items) {
    const id = idOfPath(path);
    const other = ids.get(id);
    if (other === undefined) ids.set(id, path);
    else {
      const message = say(`标识“${id}”已被 ${other} 使用`, `id “${id}” is used by ${other}`);
      const hint = say('换一个标识', 'use another id');
      yield { rule: 'duplicate-id', path, pointer: '/id', message, hint };
    }
    for (const [at, key] of UNIQUE_CODES.entries()) {
      const code = facts[at] ?? '';
      const owner = code === '' ? undefined : codes[at]?.get(code);
      if (owner === undefined) {
        if (code !== '') codes[at]?.set(code, path);
        continue;
      }
      const message = say(`编码“${code}”已被 ${owner} 使用`, `code “${code}” is used by ${owner}`);
      const hint = say('核对两个事项的编码', 'compare the codes of both items');
      yield { rule: 'duplicate-code', path, pointer: `/codes/${key}`, message, hint };
    }
  }
}
