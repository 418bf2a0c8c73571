import { labelAt } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import type { Heads } from './heads.ts';
import { labelOf } from './reading.ts';
import { type ImportedItem, nameOf } from './summary.ts';
import { placeOf } from './table.ts';

/** Items shown whatever they are. */
const FIRST = 3;
/** Items shown because something of them was not understood. */
const MOST_ODD = 50;
const WIDEST = 60;

/** The first items and every odd one, source beside result, head by head. */
export function previewOf(
  items: readonly ImportedItem[],
  heads: Heads,
  departments: ReadonlyMap<string, string>,
): Words {
  const odd = items.filter(({ reading }, at) => at >= FIRST && reading.unresolved.length > 0);
  const shown = [...items.slice(0, FIRST), ...odd.slice(0, MOST_ODD)];
  const lines = shown.flatMap((item) => previewItem(item, heads, departments));
  const more = odd.length - Math.min(odd.length, MOST_ODD);
  const rest =
    more > 0 ? [`还有 ${more} 项有待整理，没有列出；导入后都在 import-report.md 里`] : [];
  const restEn = more > 0 ? [`${more} more items need attention`] : [];
  return say([...lines, ...rest].join('\n'), [...lines, ...restEn].join('\n'));
}

function previewItem(
  one: ImportedItem,
  heads: Heads,
  departments: ReadonlyMap<string, string>,
): string[] {
  const { row, reading, item } = one;
  const lines = [...row.cells].map(([head, text]) => {
    const path = pathOf(one, head, heads);
    const result =
      path === undefined
        ? '（不认得这个表头，只留在原始记录里）'
        : resultOf(one, path, departments);
    return `  ${short(head)} │ ${short(text)} → ${result}`;
  });
  const open = reading.unresolved.map(
    ({ field, text, reason }) =>
      `  ！待整理 ${field}：${reason}${text === '' ? '' : ` │ ${short(text)}`}`,
  );
  return [
    `第 ${placeOf(row)} 行 ${short(nameOf(reading, row))}（${item.id ?? ''}）`,
    ...lines,
    ...open,
    '',
  ];
}

function pathOf({ row }: ImportedItem, head: string, heads: Heads): string | undefined {
  const path = (row.columns ?? heads.columns).get(head)?.path;
  return path === 'limit' && heads.isPlainLimit ? 'limits.committed' : path;
}

function resultOf(
  { reading, item }: ImportedItem,
  path: string,
  departments: ReadonlyMap<string, string>,
): string {
  if (path === 'kept') return '（只留在原始记录里）';
  const field = path
    .replace(/@.*/, '')
    .replace(/^subname$/, 'name')
    .replace(/^charged$/, 'fees');
  if (field === 'department') {
    return `${labelOf(field)}：${departments.get(item.department ?? '') ?? ''}`;
  }
  const key = /^([a-z]+)\[\]\.?(.*)$/.exec(field);
  const value =
    key === null
      ? valueAt(item, fieldsOf(field, item))
      : entriesAt(item, key[1] ?? '', key[2] ?? '');
  const isOpen = reading.unresolved.some((one) => one.path.replace(/@.*/, '') === field);
  if (value === undefined) return isOpen ? '待整理' : '（没有填写）';
  const label = key === null ? labelOf(field) : labelAt('item', `/${key[1]}/0/${key[2]}`);
  return `${label}：${short(written(value))}${isOpen ? '（有待整理）' : ''}`;
}

/** Columns of import's own feed other fields. */
function fieldsOf(field: string, item: object): string {
  const own: Record<string, string> = {
    code: 'codes',
    outcome: 'result.name',
    limit: 'limits.committed',
  };
  const target = own[field];
  if (field === 'outcome' && valueAt(item, 'result.name') === undefined) return 'documents';
  return target ?? field;
}

function valueAt(value: unknown, path: string): unknown {
  let at: unknown = value;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    // A draft is made of the schema's own keys alone.
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function entriesAt(item: object, kind: string, field: string): unknown {
  const entries = valueAt(item, kind);
  if (!Array.isArray(entries)) return undefined;
  const values = entries.map((entry: unknown) => valueAt(entry, field));
  return values.every((value) => value === undefined)
    ? undefined
    : values.map((value) => value ?? '—');
}

function written(value: unknown): string {
  if (Array.isArray(value)) {
    if (value.length === 1) return written(value[0]);
    return `${value.length}项 ${value.map((one, at) => `${at + 1}. ${written(one)}`).join(' ')}`;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([, one]) => written(one))
      .join(' ');
  }
  return value === true ? '是' : value === false ? '否' : String(value);
}

function short(text: string): string {
  const line = visible(text.trim().replace(/\s*\n\s*/g, ' ⏎ '));
  return line.length > WIDEST ? `${line.slice(0, WIDEST)}…` : line;
}
