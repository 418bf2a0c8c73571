import { describe, expect, test } from 'vitest';
import type { Guide, Paper } from '../src/guide/guide.ts';
import { composeBrief } from '../src/guide/paper/brief.ts';
import { guideStrings, paperStrings } from './guide-strings.ts';
import { bytesOf, samplePress } from './paper-files.ts';
import { paperFaults } from './paper-layout.ts';
import { readPieces, readTags, textOf } from './pdf-reader.ts';

const press = samplePress();
const items = press.guides.map((guide, index) => [guide.id, index] as const);

/** What paper adds between the strings of a guide: numbers, bullets, boxes, its own name. */
const ADDED = /^(?:[一二三四五六七八九十]+、|\d+\.?|[•：☐]|办事指南(?:（简版）|（大字版）)?)*$/;

/** The first string that a text lacks, or what it has too much; undefined when both are equal. */
function difference(text: string, strings: readonly string[]): string | undefined {
  let from = 0;
  for (const string of strings) {
    const at = text.indexOf(string, from);
    if (at < 0) return `missing after “${text.slice(Math.max(0, from - 20), from)}”: ${string}`;
    if (!ADDED.test(text.slice(from, at))) return `added: ${text.slice(from, at)}`;
    from = at + string.length;
  }
  return from === text.length ? undefined : `added: ${text.slice(from)}`;
}

function tagText(bytes: Uint8Array): string {
  return textOf(readTags(bytes)).replace(/\s/gu, '');
}

/** The words as another reader extracts them, sorted: order differs in tables. */
function painted(bytes: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of readPieces(bytes)) {
    for (const each of text.replace(/\s/gu, '')) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return counts;
}

describe.each(items)('%s', (_, index) => {
  const guide = press.guides[index] as Guide;

  test.each([
    ['pdf', guide],
    ['brief', composeBrief(guide)],
  ] as const)(
    '%s holds every character of the guide, in order, and nothing else',
    async (output, said) => {
      const [file] = await press.print(output, index);
      const bytes = file ? bytesOf(file) : new Uint8Array();
      expect(difference(tagText(bytes), guideStrings(said))).toBeUndefined();
      const shown = painted(bytes);
      const wanted = new Map<string, number>();
      for (const each of guideStrings(said).join('')) wanted.set(each, (wanted.get(each) ?? 0) + 1);
      const lost = [...wanted].filter(([each, count]) => (shown.get(each) ?? 0) < count);
      expect(lost).toEqual([]);
    },
  );

  test('a guide of four pages takes less than 190 kB', async () => {
    const [file] = await press.print('pdf', index);
    const bytes = file ? bytesOf(file) : new Uint8Array();
    const last = Math.max(...readPieces(bytes).map((piece) => piece.page));
    if (last < 4) expect(bytes.length).toBeLessThan(190_000);
  });

  test('every notice sheet holds its own words and takes one page', async () => {
    const sheets = await press.print('notice', index);
    const papers: Paper[] = [guide.notice, ...guide.notices];
    expect(sheets.length).toBe(papers.length);
    sheets.forEach((sheet, at) => {
      const text = tagText(bytesOf(sheet));
      expect(difference(text, paperStrings(papers[at] as Paper)), sheet.file).toBeUndefined();
      expect(sheet.pages, sheet.file).toBe(1);
      expect(bytesOf(sheet).length, sheet.file).toBeLessThan(90_000);
    });
  });

  test.each(['pdf', 'notice', 'brief', 'large', 'leaflet', 'label', 'walkthrough'] as const)(
    '%s keeps its margins, lines, rows and paragraphs',
    async (output) => {
      for (const file of await press.print(output, index)) {
        expect(paperFaults(bytesOf(file)), file.file).toEqual([]);
        expect(file.missing ?? [], file.file).toEqual([]);
        expect(file.overflow, file.file).toBeUndefined();
        expect(file.left, file.file).toBeUndefined();
      }
    },
  );
});

test('nothing in the large edition is smaller than 18 pt', async () => {
  const [file] = await press.print('large', 0);
  const sizes = readPieces(file ? bytesOf(file) : new Uint8Array()).map((piece) => piece.size);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
});

test.each(['handbook', 'board', 'routing', 'plate'] as const)(
  '%s keeps its margins, lines, rows and paragraphs',
  async (output) => {
    const files = await press.printAll(output);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(paperFaults(bytesOf(file)), file.file).toEqual([]);
  },
);
