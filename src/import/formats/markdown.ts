import { say } from '../../model/words.ts';
import type { Sheet } from '../sheet.ts';
import type { Format } from './format.ts';
import { encodingRemarks, hasEnding, textOf } from './text.ts';

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Markdown: every table in it; the heading above a table is its name. */
export const markdownFormat: Format = {
  id: 'markdown',
  called: say('这是 Markdown', 'this is Markdown'),
  is(file) {
    if (hasEnding(file, 'md', 'markdown')) return true;
    if (hasEnding(file, 'csv', 'tsv')) return false;
    const lines = textOf(file)
      .slice(0, MOST_SEARCHED)
      .split(/\r\n|\r|\n/);
    return lines.some((line, at) => isRule(line) && /^\s*\|/.test(lines[at - 1] ?? ''));
  },
  open(file) {
    return { sheets: tablesOf(textOf(file)), ...encodingRemarks(file) };
  },
};

const MOST_SEARCHED = 100_000;

function isRule(line: string): boolean {
  return line.includes('|') && line.includes('-') && RULE.test(line);
}

function tablesOf(text: string): Sheet[] {
  const lines = text.split(/\r\n|\r|\n/);
  const sheets: Sheet[] = [];
  let heading = '';
  for (let at = 0; at < lines.length; at += 1) {
    heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(lines[at] ?? '')?.[1] ?? heading;
    if (!isRule(lines[at + 1] ?? '') || !(lines[at] ?? '').includes('|')) continue;
    const rows = [cellsOf(lines[at] ?? '')];
    let next = at + 2;
    for (; (lines[next] ?? '').includes('|'); next += 1) rows.push(cellsOf(lines[next] ?? ''));
    sheets.push({ name: heading === '' ? `表${sheets.length + 1}` : heading, rows });
    at = next - 1;
  }
  return sheets;
}

/** `\|` is a bar within a cell. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
