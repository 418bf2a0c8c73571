import {
  type Columns,
  guessHead,
  matchHeads,
  PART_KINDS,
  PART_NAME,
  type PartKind,
} from '../columns.ts';
import { LISTS } from '../lists.ts';
import type { PartCell, PartRow, Row, Table, TableColumn } from '../table.ts';
import { isRecord, type JsonRecord } from './json-records.ts';

const NESTED = '原文是 JSON 对象或嵌套的列表，没有拆开填写';
/** Keys of an object that say what it is. */
const NAME = /^(?:名称|name|title|label|text|值|value|数值|数量)$/i;

/** Records as rows: objects and lists of objects field by field, each element one entry. */
export function jsonTable(records: readonly JsonRecord[], columns: Columns): Table {
  const heads = new Set<string>();
  const remarks = new Set<string>();
  const rows = records.map((record, index) => {
    const row = new RecordRow(columns, remarks);
    for (const [head, value] of Object.entries(record)) row.add(head, value);
    for (const head of row.heads) heads.add(head);
    return row.finish(index + 1);
  });
  const taken = new Set([...heads].flatMap((head) => matchHeads(columns, head).path ?? []));
  const tableColumns = [...heads].map((head): TableColumn => {
    const known = matchHeads(columns, head);
    const isKnown = known.path !== undefined || known.parts.length > 0;
    const guess = isKnown ? known : guessHead(columns, head);
    const { path, unit } = isKnown || !taken.has(guess.path ?? '') ? guess : known;
    if (path !== undefined) taken.add(path);
    return {
      head,
      ...(path === undefined ? {} : { path }),
      ...(unit === undefined ? {} : { unit }),
    };
  });
  return { columns: tableColumns, rows, remarks: [...remarks] };
}

class RecordRow {
  readonly heads = new Set<string>();
  readonly #cells = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #unread = new Map<string, string>();
  readonly #numbers = new Set<string>();
  readonly #parts = new Map<PartKind, PartRow[]>();
  readonly #columns: Columns;
  readonly #remarks: Set<string>;

  constructor(columns: Columns, remarks: Set<string>) {
    this.#columns = columns;
    this.#remarks = remarks;
  }

  finish(number: number): Row {
    const parts = [...this.#parts].map(([kind, rows]): [PartKind, PartRow[]] => [
      kind,
      rows.map((row) => ({ ...row, number })),
    ]);
    return {
      ...{ number, cells: this.#cells, values: this.#values },
      ...{ unread: this.#unread, numbers: this.#numbers },
      ...(parts.length === 0 ? {} : { parts: new Map(parts) }),
    };
  }

  add(head: string, value: unknown): void {
    this.heads.add(head);
    const ofEntries = LISTS.has(matchHeads(this.#columns, head).path ?? '');
    const isFlatList = Array.isArray(value) && value.every((one) => typeof one !== 'object');
    const written = isFlatList ? value.map(wording).join(ofEntries ? '\n' : '、') : wording(value);
    if (written.trim() !== '') this.#cells.set(head, written);
    if (isFlatList && value.length > 1) {
      const sign = ofEntries ? '换行' : '“、”';
      this.#remarks.add(`“${head}”在 JSON 中是列表，原始记录里用${sign}连成一段文字`);
    }
    if (isFlatList && this.#addTexts(head, value.map(wording))) return;
    if (Array.isArray(value) && !isFlatList && this.#addEntries(head, value)) return;
    if (isRecord(value) && this.#addObject(head, value)) return;
    if (typeof value === 'object' && value !== null && !isFlatList) {
      this.#unread.set(head, NESTED);
    }
    this.#set(head, value, written);
  }

  #set(head: string, value: unknown, written: string): void {
    if (typeof value === 'number') this.#numbers.add(head);
    if (written.trim() !== '') this.#values.set(head, written);
  }

  /** Each element is one material, whatever signs stand in it. */
  #addTexts(head: string, texts: readonly string[]): boolean {
    const filled = texts.filter((text) => text.trim() !== '');
    if (matchHeads(this.#columns, head).path !== 'materials' || filled.length < 2) return false;
    this.#addParts(
      'materials',
      filled.map((text) => new Map([['name', { head, text: text.trim() }]])),
    );
    return true;
  }

  #addEntries(head: string, list: readonly unknown[]): boolean {
    const kind = this.#kindOf(head, list);
    if (kind === undefined) return false;
    const entries = list.map((one) => this.#entryOf(kind, head, one));
    if (entries.some((one) => one === undefined)) return false;
    this.#addParts(
      kind,
      entries.flatMap((one) => (one === undefined ? [] : [one])),
    );
    return true;
  }

  #addParts(kind: PartKind, entries: readonly Map<string, PartCell>[]): void {
    const rows = entries.map((fields): PartRow => ({ number: 0, fields }));
    this.#parts.set(kind, [...(this.#parts.get(kind) ?? []), ...rows]);
  }

  /** By the list's own head, or by what its records are made of. */
  #kindOf(head: string, list: readonly unknown[]): PartKind | undefined {
    const match = matchHeads(this.#columns, head);
    const named = [match.path ?? '', ...match.parts.map((part) => part.replace(/\[.*/, ''))];
    const own = PART_KINDS.find((kind) => named.includes(kind));
    if (own !== undefined) return own;
    const keys = new Set(list.filter(isRecord).flatMap((one) => Object.keys(one)));
    const counts = PART_KINDS.map((kind) => {
      const parts = [...keys].flatMap((key) => matchHeads(this.#columns, key).parts);
      return [
        kind,
        parts.filter((part) => part === `${kind}[].${PART_NAME[kind]}`).length,
      ] as const;
    });
    return counts.find(([, count]) => count > 0)?.[0];
  }

  /** Undefined where the entry has nothing that names it, or a text of several lines. */
  #entryOf(kind: PartKind, head: string, one: unknown): Map<string, PartCell> | undefined {
    const fields = new Map<string, PartCell>();
    if (!isRecord(one)) {
      const text = wording(one).trim();
      return typeof one === 'object' ? undefined : fields.set(PART_NAME[kind], { head, text });
    }
    for (const [key, value] of Object.entries(one)) {
      const text = textOf(value);
      if (text.trim() === '') continue;
      const field = fieldOf(kind, key, this.#columns);
      const known = field !== undefined && !fields.has(field) ? field : `?${key}`;
      fields.set(known, { head: `${head}.${key}`, text });
    }
    return fields.has(PART_NAME[kind]) ? fields : undefined;
  }

  /** An object with a name is that name; what else it holds are columns of their own. */
  #addObject(head: string, value: JsonRecord): boolean {
    const entries = Object.entries(value);
    const plain = entries.every(([, one]) => typeof one !== 'object' || one === null);
    if (entries.length === 0 || !plain) return false;
    const names = entries.filter(([key]) => NAME.test(key));
    const own = entries.filter(
      ([key]) => matchHeads(this.#columns, `${head}/${key}`).path !== undefined,
    );
    if (names.length !== 1 && own.length !== entries.length) return false;
    const [name] = names;
    if (name !== undefined) this.#set(head, name[1], wording(name[1]));
    this.#remarks.add(
      `“${head}”在 JSON 中是对象，读了其中的${entries.map(([key]) => `“${key}”`).join('、')}`,
    );
    for (const [key, one] of entries) {
      if (key === name?.[0]) continue;
      this.heads.add(`${head}/${key}`);
      this.#set(`${head}/${key}`, one, wording(one));
    }
    return true;
  }
}

function fieldOf(kind: PartKind, key: string, columns: Columns): string | undefined {
  const part = matchHeads(columns, key).parts.find((one) => one.startsWith(`${kind}[`));
  if (part !== undefined) return part.slice(kind.length + 3);
  if (/^(?:名称|name|title)$/i.test(key)) return PART_NAME[kind];
  const own = matchHeads(columns, `${key}`).path;
  return own === 'notes' && kind !== 'basis' ? 'note' : undefined;
}

function textOf(value: unknown): string {
  if (isRecord(value)) {
    const name = Object.entries(value).find(([key]) => NAME.test(key))?.[1];
    if (typeof name === 'string') return name;
  }
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    return value.map(wording).join('、');
  }
  return wording(value);
}

function wording(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
