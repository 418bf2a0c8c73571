import { unzipSync } from 'fflate';
import { letterOf } from '../sheet.ts';

interface Font {
  readonly font?: { readonly strikethrough?: boolean };
}

/** What hucre says of a cell besides its value, as far as it is looked at. */
export interface MarkedCell {
  readonly style?: Font;
  readonly richText?: readonly ({ readonly text: string } & Font)[];
  readonly comment?: { readonly text: string };
}

/** Whether any style of a workbook strikes out; styles are not read where none does. */
export function hasStruckStyle(bytes: Uint8Array): boolean {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === STYLES });
  return Object.values(parts).some((part) => new TextDecoder().decode(part).includes('<strike'));
}

const STYLES = 'xl/styles.xml';

/** Cells freed of what is struck out, and what the report says of it and of comments. */
export function withoutStruck<Row extends readonly unknown[]>(
  rows: readonly Row[],
  cells: ReadonlyMap<string, MarkedCell> | undefined,
): { readonly rows: readonly (Row | unknown[])[]; readonly remarks: readonly string[] } {
  if (cells === undefined) return { rows, remarks: [] };
  const struck: string[] = [];
  const comments: string[] = [];
  const changed = new Map<number, unknown[]>();
  for (const [key, cell] of cells) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const place = `${letterOf(column)}${row + 1}`;
    if (cell.comment !== undefined) comments.push(`${place}“${oneLine(cell.comment.text)}”`);
    const value = rows[row]?.[column];
    const gone = struckText(cell, value);
    if (gone.trim() === '') continue;
    const line = changed.get(row) ?? [...(rows[row] ?? [])];
    line[column] = cell.style?.font?.strikethrough === true ? null : unstruckText(cell);
    changed.set(row, line);
    struck.push(`${place}“${oneLine(gone)}”`);
  }
  const left = changed.size === 0 ? rows : rows.map((row, at) => changed.get(at) ?? row);
  const told = [
    struck.length === 0 ? '' : struckRemark(struck),
    comments.length === 0 ? '' : `单元格的批注没有导入：${listed(comments)}`,
  ];
  return { rows: left, remarks: told.filter((one) => one !== '') };
}

/** Runs of their own font speak before the font of the cell. */
function struckText({ style, richText }: MarkedCell, value: unknown): string {
  if (style?.font?.strikethrough === true) return value === null ? '' : String(value ?? '');
  const runs = richText ?? [];
  return runs.map(({ text, font }) => (font?.strikethrough === true ? text : '')).join('');
}

function unstruckText({ richText = [] }: MarkedCell): string {
  return richText.map(({ text, font }) => (font?.strikethrough === true ? '' : text)).join('');
}

/** What the report says of struck-out text, each with its place where it has one. */
export function struckRemark(struck: readonly string[]): string {
  return `划了删除线的文字没有导入，请核对：${listed(struck)}`;
}

const MOST_LISTED = 20;
const LONGEST = 40;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}……` : line;
}

function listed(places: readonly string[]): string {
  const shown = places.slice(0, MOST_LISTED).join('、');
  return places.length > MOST_LISTED ? `${shown}……共${places.length}处` : shown;
}
