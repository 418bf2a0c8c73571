import { type Columns, matchHeads } from '../../columns.ts';
import type { Merge, Sheet } from '../../sheet.ts';
import type { Paragraph, WordBlock, WordTable } from './blocks.ts';
import { addRows } from './table-sheet.ts';

/** Labels that a text needs before it is taken for a guide. */
const LEAST = 3;

/** A guide written as headings and text, as the form that it is; and what is no part of it. */
export interface GuideSheet {
  readonly sheet: Sheet;
  readonly outside: readonly string[];
  /** The title that the item is named by, where no heading says its name. */
  readonly named?: string;
}

interface Section {
  readonly label: string;
  readonly lines: string[];
  readonly tables: WordTable[];
}

/** Undefined for a text without enough labels that are known. */
export function guideSheetOf(
  blocks: readonly WordBlock[],
  columns: Columns,
  name: string,
): GuideSheet | undefined {
  const sections: Section[] = [];
  const outside: string[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.kind === 'table') last?.tables.push(block);
    else if (!addLabel(block, columns, sections)) {
      if (last === undefined) outside.push(block.text);
      else last.lines.push(block.text);
    }
  }
  const paths = sections.map(({ label }) => pathOf(label, columns));
  if (new Set(paths).size < LEAST) return undefined;
  const title = paths.includes('name') ? undefined : titleIn(outside);
  if (!paths.includes('name') && title === undefined) return undefined;
  const rows: string[][] = title === undefined ? [] : [['事项名称', title.name]];
  const merges: Merge[] = [];
  for (const { label, lines, tables } of sections) {
    // A heading over headings has nothing of its own.
    if (lines.length > 0) rows.push([label, lines.join('\n')]);
    for (const table of tables) addRows(table, 0, rows, merges);
  }
  const bare = sections.filter(({ lines, tables }) => lines.length + tables.length === 0);
  const headings = bare.map(({ label }) => label).filter((label) => !pathOf(label, columns));
  const left = [...outside, ...headings].filter((text) => text !== title?.text);
  return {
    sheet: { name, rows, merges },
    outside: left,
    ...(title === undefined ? {} : { named: title.text }),
  };
}

const NUMBER =
  /^(?:[（(]?[一二三四五六七八九十]+[)）]?[、.．]?|第[一二三四五六七八九十]+[章节部分]*[、\s]?|[（(]?\d{1,2}[)）]?[、.．\s]?|[①-⑳]|●\s?|【)\s*/;

/** `三、办理时限：20个工作日`: a label, with the value behind it or below. */
function addLabel({ text, isHeading }: Paragraph, columns: Columns, sections: Section[]): boolean {
  const bare = text.replace(NUMBER, '').replace(/】/, '：');
  const [, label = '', value = ''] = /^([^：:\n]{2,20})[：:]\s*([\s\S]*)$/.exec(bare) ?? [];
  const numbered = bare !== text;
  const whole = bare.trim();
  if (label !== '' && pathOf(label, columns) !== undefined) {
    sections.push({ label, lines: value.trim() === '' ? [] : [value.trim()], tables: [] });
    return true;
  }
  const isShort = [...whole].length <= 16 && !/[，。；;]/.test(whole);
  if (!isShort || !(isHeading || numbered || pathOf(whole, columns) !== undefined)) return false;
  if (pathOf(whole, columns) === undefined && !isHeading) return false;
  sections.push({ label: whole, lines: [], tables: [] });
  return true;
}

function pathOf(label: string, columns: Columns): string | undefined {
  const { path, parts } = matchHeads(columns, label);
  return path === 'kept' ? undefined : (path ?? parts[0]);
}

/** `取水许可办事指南` → 取水许可. */
function titleIn(texts: readonly string[]): { text: string; name: string } | undefined {
  for (const text of texts) {
    const name = /^《?(.{2,60}?)》?(?:事项)?(?:办事指南|服务指南|办理指南|办事须知)$/.exec(
      text,
    )?.[1];
    if (name !== undefined) return { text, name };
  }
  return undefined;
}
