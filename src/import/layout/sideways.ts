import { readFee } from '../../phrase/fee.ts';
import { readLimit } from '../../phrase/limit.ts';
import type { Sheet } from '../sheet.ts';
import type { Grid } from './grid.ts';

/** A list that was laid out with its heads in a column and an item in each column beside it. */
export interface Sideways {
  /** The list upright; its rows have the numbers of the columns they stood in. */
  readonly sheet: Sheet;
  /** Rows of the sheet above and below, which have no head. */
  readonly outside: readonly number[];
}

const MOST_LABEL_COLUMNS = 3;
const MOST_ROWS = 200;
const LEAST_LABELS = 3;

/** Undefined unless each of two columns or more is an item for sure: an example is none. */
export function sidewaysOf(grid: Grid): Sideways | undefined {
  if (grid.height > MOST_ROWS || grid.height < LEAST_LABELS) return undefined;
  for (let column = 0; column < Math.min(grid.width, MOST_LABEL_COLUMNS); column += 1) {
    const labels = labelsIn(grid, column);
    const names = [...labels].filter(([, path]) => path === 'name');
    const [name] = names[0] ?? [];
    if (labels.size < LEAST_LABELS || names.length !== 1 || name === undefined) continue;
    const [top, bottom] = [Math.min(...labels.keys()), Math.max(...labels.keys())];
    const items = grid.filled(name).filter((at) => at > column && !grid.isCovered(name, at));
    if (items.length < 2 || new Set(items.map((at) => grid.text(name, at))).size < 2) return;
    if (hasLabelsBeside(grid, labels, column) || isExplained(grid, top)) return undefined;
    if (!items.every((item) => isItem(grid, labels, item))) return undefined;
    const rows = Array.from({ length: grid.height }, (_, row) => row);
    const outside = rows.filter(
      (row) => (row < top || row > bottom) && grid.filled(row).length > 0,
    );
    return { sheet: upright(grid, { top, bottom, column }), outside };
  }
  return undefined;
}

/** By row: the field that the label in a column stands for. */
function labelsIn(grid: Grid, column: number): Map<number, string> {
  const found = new Map<number, string>();
  for (let row = 0; row < grid.height; row += 1) {
    const { path, parts } = grid.match(row, column);
    const field = path ?? parts[0];
    if (field !== undefined && field !== 'kept' && !grid.isCovered(row, column)) {
      found.set(row, field);
    }
  }
  return new Set(found.values()).size < LEAST_LABELS ? new Map() : found;
}

/** A form has labels in the columns beside, too; a single word that is a label may be a value. */
function hasLabelsBeside(grid: Grid, labels: ReadonlyMap<number, string>, column: number): boolean {
  let values = 0;
  let heads = 0;
  for (const row of labels.keys()) {
    for (const at of grid.filled(row)) {
      if (at <= column || grid.isCovered(row, at)) continue;
      values += 1;
      if (grid.match(row, at).path !== undefined) heads += 1;
    }
  }
  return heads > values / 10;
}

/** Whether the row above calls a column an example or an explanation. */
function isExplained(grid: Grid, top: number): boolean {
  const above = Array.from({ length: top }, (_, row) => row);
  return above.some((row) => grid.filled(row).some((at) => EXPLAINS.test(grid.text(row, at))));
}

const EXPLAINS = /示例|样例|范例|举例|说明|要求|备注|须知|修改|调整|变更[前后]|原|现/;

const DEPARTMENT =
  /^(?![写填请按如例见])[^，,。；;]{2,30}(?:[局委办厅部院所队科站]|中心|政府|街道|公司)$/;
/** How an explanation begins that stands beside the name. */
const REMARK = /^(?:写|填|请|按|如|例|见|同上|必填|选填|与.*一致)|全称$/;

/** Fields whose values show what they are. */
const PROOFS: readonly (readonly [path: RegExp, is: (text: string) => boolean])[] = [
  [/^type$/, (text) => /^(?:行政\p{Script=Han}{2}|其[他它]行政权力|公共服务)$/u.test(text)],
  [/^limit/, (text) => readLimit(text).understood || /^\d+$/.test(text)],
  [/^(?:code|codes)/, (text) => /^[0-9A-Z][0-9A-Z-]{3,}$/i.test(text)],
  [/^contact/, (text) => /\d{5,}/.test(text)],
  [/^(?:fees|charged)/, (text) => /^[是否]$/.test(text) || readFee(text).understood],
  [/^case$/, (text) => /^(?:即办|承诺)件?$/.test(text)],
  [/^basis/, (text) => /《[^》]+》/.test(text)],
  [/^department$/, (text) => DEPARTMENT.test(text)],
  [/^(?:level|audience)$/, (text) => /(?:级|人|法人|企业|组织|单位|公民)$/.test(text)],
];
/** Proofs that a column needs, and their share of those it could give. */
const LEAST_PROOFS = 2;
const LEAST_SHARE = 0.75;

function isItem(grid: Grid, labels: ReadonlyMap<number, string>, column: number): boolean {
  let asked = 0;
  let proven = 0;
  for (const [row, path] of labels) {
    const text = valueAt(grid, row, column);
    if (path === 'name' && REMARK.test(text)) return false;
    const proof = PROOFS.find(([form]) => form.test(path))?.[1];
    if (proof === undefined || text === '') continue;
    asked += 1;
    if (proof(text)) proven += 1;
  }
  return proven >= LEAST_PROOFS && proven >= asked * LEAST_SHARE;
}

/** A value that is merged across items is each one's. */
function valueAt(grid: Grid, row: number, column: number): string {
  const merge = grid.merge(row, column);
  return merge === undefined ? grid.text(row, column) : grid.text(merge.top, merge.left);
}

function upright(
  { sheet, width }: Grid,
  { top, bottom, column }: { top: number; bottom: number; column: number },
): Sheet {
  const height = bottom - top + 1;
  const cell = <T>(rows: readonly (readonly T[])[], blank: T) =>
    Array.from({ length: width }, (_, row) =>
      row < column ? [] : Array.from({ length: height }, (_, at) => rows[top + at]?.[row] ?? blank),
    );
  const merges = (sheet.merges ?? [])
    .filter((merge) => merge.top >= top && merge.bottom <= bottom && merge.left >= column)
    .map((merge) => ({
      ...{ top: merge.left, bottom: merge.right },
      ...{ left: merge.top - top, right: merge.bottom - top },
    }));
  return {
    ...{ name: sheet.name, rows: cell(sheet.rows, ''), merges },
    numbers: cell(sheet.numbers ?? [], false),
    hiddenRows: sheet.hiddenColumns ?? [],
    remarks: [...(sheet.remarks ?? []), ...hiddenRemarks(sheet)],
  };
}

function hiddenRemarks({ hiddenRows = [] }: Sheet): string[] {
  if (hiddenRows.length === 0) return [];
  const rows = hiddenRows.map((row) => row + 1);
  return [`有隐藏的栏目，照样读了，请核对要不要：原表第${rows.join('、')}行`];
}
