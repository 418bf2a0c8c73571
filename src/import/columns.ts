import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { toHalfWidth } from '../text/numeral.ts';

/** Which field a column head stands for, and how its values may be worded. */
export interface Columns {
  /** From a normalised head to the key path of a field, or to a key of columns.yaml's own. */
  readonly paths: ReadonlyMap<string, string>;
  /** Normalised heads that stay in the record alone. */
  readonly kept: ReadonlySet<string>;
  readonly noneIsAnswer: ReadonlySet<string>;
  /** By path: from a wording in use to the catalogue's term. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface ColumnsFile {
  readonly columns: Record<string, string[]>;
  readonly kept: string[];
  readonly none_is_answer: string[];
  readonly values: Record<string, Record<string, string>>;
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
  for (const [path, heads] of Object.entries(file.columns)) {
    for (const head of heads) paths.set(normalise(head), path);
  }
  for (const [label, path] of labels(schemaOf('item'), '', '')) {
    if (!paths.has(normalise(label))) paths.set(normalise(label), path);
  }
  return {
    paths,
    kept: new Set(file.kept.map(normalise)),
    noneIsAnswer: new Set(file.none_is_answer),
    values: file.values,
  };
}

/** Chinese names of all fields, outer fields first; `办理渠道.邮寄.邮政编码` names one exactly. */
function labels(node: SchemaNode, path: string, names: string): [string, string][] {
  const found: [string, string][] = [];
  const deeper: [string, string][] = [];
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    const at = path + key;
    const label = child['x-label'];
    if (label === undefined || OURS.test(at)) continue;
    if (child.type === 'object') deeper.push(...labels(child, `${at}.`, `${names}${label}.`));
    else found.push([label, at], [`${names}${label}`, at]);
  }
  return [...found, ...deeper];
}

/** The field a head stands for; `kept` for a column that stays in the record. */
export function matchHead({ paths, kept }: Columns, head: string): string | undefined {
  const name = normalise(head);
  return kept.has(name) ? 'kept' : (paths.get(name) ?? paths.get(name.replace(/\(.*\)$/, '')));
}

function normalise(head: string): string {
  return toHalfWidth(head).replace(/[\s*:：]+/g, '');
}
