import type { Kind } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';

/** A column of a sheet: one field of the records or entries that stand in its rows. */
export interface Column {
  /** The field's Chinese name, with those around it where it alone is not clear. */
  readonly head: string;
  /** Keys from the row's value to the field; none where the entry is itself the value. */
  readonly path: readonly string[];
  readonly schema: SchemaNode;
  /** What a cell holds: one value, the texts of a list, one a line, or a list of maps as JSON. */
  readonly form: 'text' | 'number' | 'boolean' | 'list' | 'json';
  /** Whose names stand for ids in the cells. */
  readonly names?: 'departments' | 'situations';
}

/** A sheet: the files of one kind, one a row, or the entries of one list that they have. */
export interface SheetLayout {
  readonly name: string;
  readonly kind: Kind;
  /** The way to the list whose entries stand here; absent for the records themselves. */
  readonly list?: readonly string[];
  /** Whether the entries are keys of a map with their texts. */
  readonly isMap: boolean;
  /** Heads before the fields: whose entry it is, and which. */
  readonly keys: readonly string[];
  readonly columns: readonly Column[];
  /** Keys without which there is no record or entry. */
  readonly required: readonly string[];
}

/** The last column of every sheet: what the row said when it was exported. */
export const MARK_HEAD = '校验码（勿改）';
/** Which entry of its list a row is, counted from 1. */
export const INDEX_HEAD = '序号';

const NOUNS: Record<Kind, string> = {
  item: '事项',
  department: '实施主体',
  hall: '大厅',
  bundle: '一件事',
  law: '法律',
  settings: '目录',
};

/** Kinds in the order of their sheets. */
export const KINDS: readonly Kind[] = ['item', 'department', 'hall', 'bundle', 'law', 'settings'];

/** Sheets that have a shorter name than their field. */
const SHORT: Readonly<Record<string, string>> = {
  materials: '材料',
  steps: '环节',
  fees: '收费',
  situations: '情形',
  basis: '依据',
};
/** These stand first among the sheets of items. */
const FIRST = ['materials', 'steps', 'fees', 'situations', 'basis'];

const LAYOUTS = new Map<Kind, readonly SheetLayout[]>();

/** All sheets of a kind of files, the records first. */
export function sheetsOf(kind: Kind): readonly SheetLayout[] {
  let sheets = LAYOUTS.get(kind);
  if (sheets === undefined) {
    sheets = makeSheets(kind);
    LAYOUTS.set(kind, sheets);
  }
  return sheets;
}

/** All heads of a sheet in their order. */
export function headsOf(layout: SheetLayout): string[] {
  return [...layout.keys, ...layout.columns.map(({ head }) => head), MARK_HEAD];
}

/** The heads of the key columns: whose record it is, by id and by name. */
export function ownerHeads(kind: Kind): readonly [id: string, name: string] {
  return [`${NOUNS[kind]}标识`, `${NOUNS[kind]}名称`];
}

function makeSheets(kind: Kind): readonly SheetLayout[] {
  const found: Found = { columns: [], lists: [] };
  collect(schemaOf(kind), [], [], found);
  const [id, name] = ownerHeads(kind);
  const records: SheetLayout = {
    name: kind === 'settings' ? '目录设置' : NOUNS[kind],
    kind,
    isMap: false,
    // The settings have no id of their own.
    keys: kind === 'settings' ? [id] : [],
    columns: headed(found.columns),
    required: schemaOf(kind).required ?? [],
  };
  const rank = ({ path }: FoundList): number => (FIRST.indexOf(path.join('.')) + 9) % 9;
  const lists = kind === 'item' ? found.lists.sort((a, b) => rank(a) - rank(b)) : found.lists;
  return [
    records,
    ...lists.map(({ path, labels, schema, isMap }) => {
      const label = labels.at(-1) ?? path.join('.');
      return {
        name: kind === 'item' ? (SHORT[path.join('.')] ?? label) : `${NOUNS[kind]}${label}`,
        ...{ kind, list: path, isMap },
        keys: kind === 'settings' ? [id, INDEX_HEAD] : [id, name, INDEX_HEAD],
        columns: isMap ? MAP_COLUMNS : headed(columnsOf(schema)),
        required: isMap ? ['key'] : (schema.required ?? []),
      };
    }),
  ];
}

interface FoundColumn extends Omit<Column, 'head'> {
  readonly labels: readonly string[];
  readonly ofBasis: boolean;
}

interface FoundList {
  readonly path: readonly string[];
  readonly labels: readonly string[];
  readonly schema: SchemaNode;
  readonly isMap: boolean;
}

interface Found {
  readonly columns: FoundColumn[];
  readonly lists: FoundList[];
}

const TEXT: SchemaNode = { type: 'string' };
const MAP_COLUMNS: readonly Column[] = [
  { head: '名称', path: ['key'], schema: TEXT, form: 'text' },
  { head: '内容', path: ['value'], schema: TEXT, form: 'text' },
];

/** Lists within an entry that have no sheet of their own. */
const INSIDE: ReadonlySet<string> = new Set(['allow', 'fields']);

function columnsOf(entry: SchemaNode): FoundColumn[] {
  const found: Found = { columns: [], lists: [] };
  collect(entry, [], [], found);
  // Allowances beside an entry are about its wording, fields of a form are many and short: as JSON.
  const columns = found.lists.map(({ path, labels, schema }): FoundColumn => {
    if (!INSIDE.has(path.at(-1) ?? '')) throw new Error('a list within a list has no sheet');
    return { path, labels, schema, form: 'json', ofBasis: false };
  });
  return [...found.columns, ...columns];
}

/** Goes down the schema in its order: fields become columns, lists of maps sheets. */
function collect(
  node: SchemaNode,
  path: readonly string[],
  labels: readonly string[],
  found: Found,
): void {
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    const at = { path: [...path, key], labels: [...labels, child['x-label'] ?? key] };
    const items = listItems(child);
    if (items?.properties !== undefined) {
      found.lists.push({ ...at, schema: items, isMap: false });
      const other = child.anyOf?.find((each) => each.const !== undefined);
      if (other?.const !== undefined) {
        const schema = { type: 'string', enum: [other.const] };
        found.columns.push({ ...at, schema, form: 'text', ofBasis: false });
      }
    } else if (child.properties !== undefined) collect(child, at.path, at.labels, found);
    else if (child.type === 'object') found.lists.push({ ...at, schema: child, isMap: true });
    else found.columns.push({ ...at, ...formOf(child, items, at.path), ofBasis: isBasis(node) });
  }
}

function formOf(schema: SchemaNode, items: SchemaNode | undefined, path: readonly string[]) {
  const last = path.at(-1);
  const names = last === 'department' ? 'departments' : last === 'situations' ? last : undefined;
  const named = names === undefined ? {} : ({ names } as const);
  if (items !== undefined) return { schema: items, form: 'list', ...named } as const;
  const { type } = schema;
  if (type === 'boolean') return { schema, form: 'boolean' } as const;
  const isNumber = type === 'integer' || type === 'number';
  return { schema, form: isNumber ? 'number' : 'text', ...named } as const;
}

function isBasis({ properties }: SchemaNode): boolean {
  return properties?.law !== undefined && properties.article !== undefined;
}

/** A field of a basis is named with what it is the basis of; others where their name is not alone. */
function headed(found: readonly FoundColumn[]): Column[] {
  const count = new Map<string, number>();
  for (const { labels } of found) {
    const last = labels.at(-1) ?? '';
    count.set(last, (count.get(last) ?? 0) + 1);
  }
  return found.map(({ labels, ofBasis, ...column }) => {
    const last = labels.at(-1) ?? '';
    const isAlone = count.get(last) === 1 && !(ofBasis && labels.length > 1);
    return { ...column, head: isAlone || labels.length === 1 ? last : labels.join('.') };
  });
}
