import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { headForms, normaliseHead } from './head-forms.ts';

/** Which field a column head stands for, and how its values may be worded. */
export interface Columns {
  /** From a normalised head to the key path of a field, or to a key of columns.yaml's own. */
  readonly paths: ReadonlyMap<string, string>;
  /** From a normalised head to the fields of entries it may stand for, such as `materials[].form`. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Normalised heads that stay in the record alone. */
  readonly kept: ReadonlySet<string>;
  readonly modifiers: readonly string[];
  /** The field of a head that no list has, by its form. */
  readonly patterned: (head: string) => string | undefined;
  readonly noneIsAnswer: ReadonlySet<string>;
  /** By path: from a wording in use to the catalogue's term. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By normalised head: from a code to the catalogue's term. */
  readonly codes: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

interface ColumnsFile {
  readonly columns: Record<string, string[]>;
  readonly kept: string[];
  readonly modifiers: readonly string[];
  readonly patterns: {
    readonly unless: string;
    readonly fields: readonly {
      readonly path: string;
      readonly form: string;
      readonly always?: boolean;
    }[];
  };
  readonly none_is_answer: string[];
  readonly values: Record<string, Record<string, string>>;
  readonly codes: Record<string, Record<string, string>>;
}

const FILE = new URL('../../src/import/columns.yaml', import.meta.url);
/** Keys that are not read from a column but made by the import, or are tables of their own. */
const OURS = /^(?:id|imported|allow|limits\.statutory_basis\.|situations)/;

let columns: Columns | undefined;

/** The synonyms in `columns.yaml`, and every field's own Chinese name. */
export function loadColumns(): Columns {
  columns ??= readColumns(parse(readFileSync(FILE, 'utf8')) as ColumnsFile);
  return columns;
}

function readColumns(file: ColumnsFile): Columns {
  const paths = new Map<string, string>();
  const parts = new Map<string, string[]>();
  for (const [path, heads] of Object.entries(file.columns)) {
    for (const head of heads) addHead(paths, parts, normaliseHead(head), path);
  }
  for (const [label, path] of labels(schemaOf('item'), '', '')) {
    addHead(paths, parts, normaliseHead(label), path);
  }
  return {
    paths,
    parts,
    kept: new Set(file.kept.map(normaliseHead)),
    modifiers: file.modifiers,
    patterned: patternsOf(file.patterns),
    noneIsAnswer: new Set(file.none_is_answer),
    values: file.values,
    codes: new Map(Object.entries(file.codes).map(([head, codes]) => [normaliseHead(head), codes])),
  };
}

function patternsOf({ unless, fields }: ColumnsFile['patterns']): Columns['patterned'] {
  const not = new RegExp(unless);
  const forms = fields.map(({ path, form, always = false }) => ({
    ...{ path, always, form: new RegExp(`^(?:${form})$`) },
  }));
  return (head) => {
    if (head.length > LONGEST_HEAD) return undefined;
    const isOther = not.test(head);
    return forms.find(({ form, always }) => (always || !isOther) && form.test(head))?.path;
  };
}

/** In characters: longer texts are sentences. */
const LONGEST_HEAD = 14;

function addHead(
  paths: Map<string, string>,
  parts: Map<string, string[]>,
  head: string,
  path: string,
): void {
  if (!path.includes('[]')) {
    if (!paths.has(head)) paths.set(head, path);
    return;
  }
  const known = parts.get(head) ?? [];
  const kind = path.slice(0, path.indexOf('['));
  if (known.some((one) => one.startsWith(`${kind}[`))) return;
  parts.set(head, [...known, path]);
}

/** Lists whose entries have columns of their own. */
export const PART_KINDS = ['materials', 'steps', 'situations', 'fees', 'basis', 'faq'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The column that an entry cannot be without. */
export const PART_NAME: Record<PartKind, string> = {
  materials: 'name',
  steps: 'name',
  situations: 'name',
  fees: 'name',
  basis: 'law',
  faq: 'question',
};

/** Chinese names of all fields, outer fields first; `办理渠道.邮寄.邮政编码` names one exactly. */
function labels(node: SchemaNode, path: string, names: string): [string, string][] {
  const found: [string, string][] = [];
  const deeper: [string, string][] = [];
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    const at = path + key;
    const label = child['x-label'];
    if (label === undefined) continue;
    const entries = listItems(child);
    const isPart = path === '' && PART_KINDS.some((kind) => kind === key);
    if (isPart && entries !== undefined) deeper.push(...partLabels(entries, key));
    if (OURS.test(at)) continue;
    if (child.type === 'object') deeper.push(...labels(child, `${at}.`, `${names}${label}.`));
    else found.push([label, at], [`${names}${label}`, at]);
  }
  return [...found, ...deeper];
}

function partLabels(entries: SchemaNode, kind: string): [string, string][] {
  return Object.entries(entries.properties ?? {}).flatMap(([key, child]) => {
    const label = child['x-label'];
    if (label === undefined || key === 'id' || child.properties !== undefined) return [];
    return [[label, `${kind}[].${key}`] as [string, string]];
  });
}

/** What a head may stand for. */
export interface HeadMatch {
  /** The field of the item; `kept` for a column that stays in the record. */
  readonly path?: string;
  /** Fields of entries of lists. */
  readonly parts: readonly string[];
  /** `工作日` of `法定时限（工作日）`. */
  readonly unit?: string;
}

const UNKNOWN: HeadMatch = { parts: [] };
const MATCHES = new WeakMap<Columns, Map<string, HeadMatch>>();
const MOST_REMEMBERED = 5000;

/** All that a head may stand for; its group's head stands before it, parted by `/`. */
export function matchHeads(columns: Columns, head: string): HeadMatch {
  const matches = MATCHES.get(columns) ?? new Map<string, HeadMatch>();
  const known = matches.get(head);
  if (known !== undefined) return known;
  const found = findMatch(columns, head);
  if (matches.size >= MOST_REMEMBERED) matches.clear();
  MATCHES.set(columns, matches.set(head, found));
  return found;
}

function findMatch(columns: Columns, head: string): HeadMatch {
  const { forms, unit } = headForms(head, (form) => isKnown(columns, form));
  for (const form of [...forms, ...forms.flatMap((one) => unmodified(columns, one))]) {
    const named = columns.kept.has(form) ? 'kept' : columns.paths.get(form);
    // 办理时间（工作日） is no time of day.
    const path = named === 'channels.hours' && DAYS.test(unit ?? '') ? 'limit' : named;
    const parts = columns.parts.get(form) ?? [];
    if (path === undefined && parts.length === 0) continue;
    return {
      ...(path === undefined ? {} : { path }),
      parts,
      ...(unit === undefined ? {} : { unit }),
    };
  }
  return UNKNOWN;
}

/**
 * The field of a head that `matchHeads` does not know, by its form. For heads of columns that are
 * found already: a value may have such a form, too.
 */
export function guessHead(columns: Columns, head: string): HeadMatch {
  const { forms, unit } = headForms(head, (form) => isKnown(columns, form));
  // Groups and brackets have been looked up in every order by now.
  const path = forms.length > 2 ? undefined : forms.map(columns.patterned).find((one) => one);
  if (path === undefined) return UNKNOWN;
  return { path, parts: [], ...(unit === undefined ? {} : { unit }) };
}

const DAYS = /[日天月]$/;

/** A head without the word it begins with, where that says nothing of what it is. */
function unmodified({ modifiers }: Columns, form: string): string[] {
  const start = modifiers.find((word) => form.startsWith(word) && form.length > word.length);
  return start === undefined ? [] : [form.slice(start.length)];
}

function isKnown(columns: Columns, form: string): string | undefined {
  return columns.kept.has(form)
    ? 'kept'
    : (columns.paths.get(form) ?? columns.parts.get(form)?.[0]);
}

/** The field a head stands for; `kept` for a column that stays in the record. */
export function matchHead(columns: Columns, head: string): string | undefined {
  return matchHeads(columns, head).path;
}
