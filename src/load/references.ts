import type { Catalog, Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { idOfPath, type Kind, kindOfPath } from '../model/kinds.ts';
import { say, type Words } from '../model/words.ts';
import { nearest } from '../text/similar.ts';
import { escapePointer } from './convert.ts';
import { loadFinding } from './findings.ts';
import type { LoadRuleId } from './rules.ts';

/** Ids by kind, of all files there are, also of those that could not be read. */
export type KnownIds = ReadonlyMap<Kind, ReadonlySet<string>>;

/** The ids that the paths of a catalogue stand for. */
export function knownIds(paths: Iterable<string>): KnownIds {
  const ids = new Map<Kind, Set<string>>();
  for (const path of paths) {
    const kind = kindOfPath(path);
    if (kind === undefined) continue;
    const set = ids.get(kind) ?? new Set<string>();
    ids.set(kind, set.add(idOfPath(path)));
  }
  return ids;
}

/** What there is to refer to: ids of files by kind, and links that lead out of the catalogue. */
export interface Targets {
  readonly ids: KnownIds;
  readonly escapes: ReadonlySet<string>;
}

/** Findings for whatever one file says of another that is not so. */
export function checkReferences(catalog: Catalog, targets: Targets): Finding[] {
  const findings = [
    ...catalog.items,
    ...catalog.departments.values(),
    ...catalog.halls.values(),
    ...catalog.bundles.values(),
    ...catalog.laws.values(),
  ].flatMap((entry) => checkReferencesOf(entry, catalog, targets));
  return [...findings, ...checkUnique(catalog)];
}

/** What one file says of another that is not so; looks at no items but by their ids. */
export function checkReferencesOf(
  entry: Entry<unknown>,
  catalog: Catalog,
  { ids, escapes }: Targets,
): Finding[] {
  const kind = kindOfPath(entry.path);
  if (kind === 'settings') return [];
  const findings = checkId(entry as Entry<{ id: string }>);
  walk(entry.value, [], '', (path, key, value) => {
    const pointer = path.map((step) => `/${escapePointer(step)}`).join('');
    findings.push(...checkValue(entry, catalog, ids, escapes, pointer, key, value));
  });
  if (kind !== 'item') return findings;
  const item = entry as Catalog['items'][number];
  return [...findings, ...checkFolder(item), ...checkSituations(item)];
}

/** What may refer to something: a text or a map, its key and the steps that lead to it. */
type Visit = (path: readonly string[], key: string, value: object | string) => void;

function walk(value: unknown, path: string[], key: string, visit: Visit): void {
  if (typeof value === 'string') {
    if (REFERRING.has(key)) visit(path, key, value);
  } else if (typeof value === 'object' && value !== null) {
    const isList = Array.isArray(value);
    if (!isList && 'window' in value) visit(path, key, value);
    for (const name of Object.keys(value)) {
      if (name === 'imported') continue;
      path.push(name);
      walk((value as Record<string, unknown>)[name], path, isList ? key : name, visit);
      path.pop();
    }
  }
}

/** Keys that hold an id, by kind of file. */
const REFERS: Partial<Record<Kind, Record<string, Kind>>> = {
  item: { department: 'department', hall: 'hall', related: 'item' },
  bundle: { lead: 'department', partners: 'department', hall: 'hall', item: 'item', after: 'item' },
};
const FILES = new Set(['blank', 'sample', 'form', 'flowchart']);
const REFERRING = new Set([
  'law',
  ...FILES,
  ...Object.values(REFERS).flatMap((keys) => Object.keys(keys)),
]);

const NAMES: Record<string, Words> = {
  department: say('部门', 'department'),
  hall: say('大厅', 'hall'),
  item: say('事项', 'item'),
  window: say('窗口', 'window'),
  law: say('法律', 'law'),
  situation: say('情形', 'situation'),
};

function checkValue(
  entry: Entry<unknown>,
  catalog: Catalog,
  ids: KnownIds,
  escapes: ReadonlySet<string>,
  pointer: string,
  key: string,
  value: string | object,
): Finding[] {
  if (typeof value !== 'string') return checkWindow(entry, catalog, pointer, value);
  if (FILES.has(key) && value.startsWith('forms/')) {
    return checkForm(entry, catalog, escapes, pointer, value);
  }
  if (key === 'law' && /^[a-z0-9-]+$/.test(value) && !ids.get('law')?.has(value)) {
    return [missing(entry, pointer, 'law', value, ids.get('law') ?? [])];
  }
  const kind = REFERS[kindOfPath(entry.path) ?? 'law']?.[key];
  if (kind === undefined || value === '' || ids.get(kind)?.has(value)) return [];
  return [missing(entry, pointer, kind, value, ids.get(kind) ?? [])];
}

function missing(
  entry: Entry<unknown>,
  pointer: string,
  what: string,
  value: string,
  known: Iterable<string>,
): Finding {
  const list = [...known];
  const guess = nearest(value, list);
  const name = NAMES[what] ?? say(what, what);
  const hint =
    guess === undefined
      ? say(`已有的${name.zh}：${list.join('、') || '没有'}`, `known: ${list.join(', ') || 'none'}`)
      : say(`是不是“${guess}”？`, `did you mean “${guess}”?`);
  const message = say(`没有“${value}”这个${name.zh}`, `there is no ${name.en} “${value}”`);
  return at(entry, 'missing-reference', pointer, message, hint);
}

function checkWindow(
  entry: Entry<unknown>,
  catalog: Catalog,
  pointer: string,
  value: { readonly hall?: unknown; readonly window?: unknown },
): Finding[] {
  const { hall, window } = value;
  if (typeof hall !== 'string' || typeof window !== 'string') return [];
  const windows = catalog.halls.get(hall)?.value.windows;
  if (windows === undefined || windows.some((each) => each.id === window)) return [];
  return [
    missing(
      entry,
      `${pointer}/window`,
      'window',
      window,
      windows.map((each) => each.id),
    ),
  ];
}

function checkForm(
  entry: Entry<unknown>,
  catalog: Catalog,
  escapes: ReadonlySet<string>,
  pointer: string,
  path: string,
): Finding[] {
  if (escapes.has(path) || path.split('/').includes('..') || path.includes('\\')) {
    const message = say(`“${path}”指向目录之外`, `“${path}” leads out of the catalogue`);
    const hint = say('把文件放进 forms/ 再引用', 'put the file below forms/');
    return [at(entry, 'path-escape', pointer, message, hint)];
  }
  if (catalog.forms.has(path)) return [];
  const guess = nearest(path, catalog.forms);
  const message = say(`没有“${path}”这个文件`, `there is no file “${path}”`);
  const hint =
    guess === undefined
      ? say('把文件放到这个位置，或改正路径', 'put the file there, or correct the path')
      : say(`是不是“${guess}”？`, `did you mean “${guess}”?`);
  return [at(entry, 'missing-file', pointer, message, hint)];
}

function checkId(entry: Entry<{ id: string }>): Finding[] {
  const expected = idOfPath(entry.path);
  if (entry.value.id === expected || entry.value.id === '') return [];
  return [
    at(
      entry,
      'id-mismatch',
      '/id',
      say(
        `标识“${entry.value.id}”与文件名“${expected}”不一致`,
        `id “${entry.value.id}” differs from the file name “${expected}”`,
      ),
      say(`改为 id: ${expected}，或给文件改名`, `write id: ${expected}, or rename the file`),
    ),
  ];
}

function checkFolder(item: Catalog['items'][number]): Finding[] {
  const folder = item.path.split('/')[1] ?? '';
  const { department } = item.value;
  if (department === folder || department === '') return [];
  return [
    at(
      item,
      'department-folder',
      '/department',
      say(
        `实施主体是“${department}”，文件却在 items/${folder}/`,
        `the department is “${department}” but the file lies in items/${folder}/`,
      ),
      say(`移到 items/${department}/，或改正实施主体`, `move it to items/${department}/`),
    ),
  ];
}

function checkSituations(item: Catalog['items'][number]): Finding[] {
  const known = new Set(item.value.situations?.map((each) => each.id));
  const findings: Finding[] = [];
  for (const list of ['conditions', 'materials', 'steps'] as const) {
    for (const [index, each] of (item.value[list] ?? []).entries()) {
      for (const [place, id] of (each.situations ?? []).entries()) {
        if (known.has(id)) continue;
        const pointer = `/${list}/${index}/situations/${place}`;
        findings.push(missing(item, pointer, 'situation', id, known));
      }
    }
  }
  return findings;
}

const UNIQUE_CODES = ['implementation', 'handling', 'local'] as const;

/** Ids and codes that several items have. */
export function checkUnique(catalog: Catalog): Finding[] {
  const findings: Finding[] = [];
  const ids = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const item of catalog.items) {
    const other = ids.get(item.id);
    if (other === undefined) ids.set(item.id, item.path);
    else {
      const message = say(
        `标识“${item.id}”已被 ${other} 使用`,
        `id “${item.id}” is used by ${other}`,
      );
      findings.push(at(item, 'duplicate-id', '/id', message, say('换一个标识', 'use another id')));
    }
    for (const key of UNIQUE_CODES) {
      const code = item.value.codes?.[key];
      if (code === undefined || code === '') continue;
      const owner = codes.get(`${key} ${code}`);
      if (owner === undefined) codes.set(`${key} ${code}`, item.path);
      else {
        const message = say(
          `编码“${code}”已被 ${owner} 使用`,
          `code “${code}” is used by ${owner}`,
        );
        const hint = say('核对两个事项的编码', 'compare the codes of both items');
        findings.push(at(item, 'duplicate-code', `/codes/${key}`, message, hint));
      }
    }
  }
  return findings;
}

function at(
  entry: Entry<unknown>,
  rule: LoadRuleId,
  pointer: string,
  message: Words,
  hint: Words,
): Finding {
  const place = { pointer, span: entry.source.locate(pointer) };
  return loadFinding(rule, entry.path, place, message, hint);
}
