import { withoutMarkup } from '../text/markup.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { normaliseHead } from './head-forms.ts';
import type { Heads } from './heads.ts';
import { type Cell, type Concluded, isNone } from './reading.ts';
import type { Row, TableColumn } from './table.ts';

/** The cells of a row by field, before any of them is understood. */
export interface Composed {
  readonly cells: Map<string, Cell>;
  /** Cells whose field has another cell already. */
  readonly doubled: readonly Cell[];
  readonly notes: Concluded[];
}

type Codes = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Takes markup out, codes and units from heads, and puts columns together that feed one field. */
export function composeCells(row: Row, heads: Heads, codes: Codes): Composed {
  const cells = new Map<string, Cell>();
  const doubled: Cell[] = [];
  const notes: Concluded[] = [];
  for (const [head, written] of row.values ?? row.cells) {
    const column = (row.columns ?? heads.columns).get(head);
    const path = pathOf(column, heads);
    if (column === undefined || path === undefined || path.includes('[]')) continue;
    const own = cellOf(column, path, written, codes, notes);
    const unread = row.unread?.get(head) ?? own.unread;
    const cell = { ...own, ...(unread === undefined ? {} : { unread }) };
    if (cells.has(path)) doubled.push(cell);
    else cells.set(path, cell);
  }
  joinUnits(cells);
  joinNames(cells, notes);
  return { cells, doubled, notes };
}

function pathOf(column: TableColumn | undefined, heads: Heads): string | undefined {
  const path = column?.path;
  if (path === 'kept') return undefined;
  return path === 'limit' && heads.isPlainLimit ? 'limits.committed' : path;
}

function cellOf(
  { head, unit }: TableColumn,
  path: string,
  written: string,
  codes: Codes,
  notes: Concluded[],
): Cell {
  const { text, found } = withoutMarkup(written);
  if (found.length > 0) notes.push({ kind: 'markup', path, detail: found.join(' ') });
  const coded = termOf(head, text, codes);
  if (coded !== undefined) {
    notes.push({ kind: 'code-term', path, detail: `${head}“${text.trim()}”填为“${coded}”` });
    return { head, path, text: coded };
  }
  return { head, path, ...withUnit(text, unit, path, notes) };
}

/** 20 under 法定时限（工作日） is 20工作日; 0 is left to people. */
function withUnit(
  text: string,
  unit: string | undefined,
  path: string,
  notes: Concluded[],
): { text: string; unread?: string } {
  const number = toHalfWidth(text.trim());
  if (unit === undefined || !/^\d+(?:\.\d+)?$/.test(number)) return { text };
  const isLimit = /^limits?(?:\.|$)/.test(path);
  if (isLimit && Number(number) === 0) return { text, unread: ZERO };
  if (!isLimit && !/^fees/.test(path)) return { text };
  notes.push({ kind: 'unit-in-head', path, detail: `单位“${unit}”` });
  return { text: `${number}${/^(?:工作日|自然日|月)$/.test(unit) ? '个' : ''}${unit}` };
}

const ZERO = '写着0，看不出是当场办结还是没有填写';

/** The catalogue's word for a code, or for each of several; undefined where a code is unknown. */
export function termOf(head: string, text: string, codes: Codes): string | undefined {
  const table =
    codes.get(normaliseHead(head.split(/[/.]/).at(-1) ?? head)) ?? codes.get(normaliseHead(head));
  if (table === undefined || !/^[\d\s,，、^;；]+$/.test(text.trim())) return undefined;
  const parts = text
    .trim()
    .split(/[\s,，、^;；]+/)
    .filter((part) => part !== '');
  const terms = parts.map((part) => table[part] ?? table[part.padStart(2, '0')]);
  return terms.every((term) => term !== undefined) ? terms.join('、') : undefined;
}

/** 法定时限 20 beside 单位 工作日. */
function joinUnits(cells: Map<string, Cell>): void {
  for (const path of ['limits.statutory', 'limits.committed', 'limit']) {
    const unit = cells.get(`${path}@unit`);
    const cell = cells.get(path);
    cells.delete(`${path}@unit`);
    if (unit === undefined || cell === undefined) continue;
    const number = toHalfWidth(cell.text.trim());
    if (!/^\d+(?:\.\d+)?$/.test(number) || isNone(unit.text)) continue;
    if (/^\d+$/.test(unit.text.trim())) {
      const unread = `单位写的是代码“${unit.text.trim()}”，不能确定是工作日还是自然日`;
      cells.set(path, { ...cell, unread });
    } else if (Number(number) === 0) cells.set(path, { ...cell, unread: ZERO });
    else cells.set(path, { ...cell, text: `${number}${unit.text.trim()}` });
  }
}

/** 子项 is the item's name; a short one, such as 首次申请, stands in brackets after the main one. */
function joinNames(cells: Map<string, Cell>, notes: Concluded[]): void {
  const sub = cells.get('subname');
  cells.delete('subname');
  if (sub === undefined || isNone(sub.text) || sub.text.trim() === '') return;
  const main = cells.get('name');
  const [own, whole] = [sub.text.trim(), main?.text.trim() ?? ''];
  const isName = whole === '' || own.includes(whole) || own.length >= LEAST_NAME;
  const text = isName ? own : `${whole}（${own}）`;
  if (main !== undefined && whole !== own) {
    notes.push({ kind: 'sub-name', path: 'name', detail: `“${main.head}”和“${sub.head}”` });
  }
  cells.set('name', { ...sub, path: 'name', text });
}

const LEAST_NAME = 6;
