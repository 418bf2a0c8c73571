import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import { renderGuidePdf } from '../src/render/pdf/guide-pdf.ts';
import { guideStrings, squashed } from './guide-strings.ts';
import { pdfHash } from './pdf-hash.ts';
import {
  fonts,
  readCodes,
  readPieces,
  readTags,
  type TagNode,
  tagsNamed,
  textOf,
} from './pdf-reader.ts';
import { longGuide, sampleGuide } from './sample-guide.ts';

const pdf = renderGuidePdf(sampleGuide, fonts);
const long = renderGuidePdf(longGuide, fonts);
const document = mupdf.PDFDocument.openDocument(pdf, 'application/pdf') as mupdf.PDFDocument;

describe('text', () => {
  test.each([
    ['guide', sampleGuide, pdf],
    ['long guide', longGuide, long],
  ])('of the %s stands in the tags, whole and in reading order', (_, guide, bytes) => {
    const text = squashed(textOf(readTags(bytes)));
    let from = 0;
    for (const string of guideStrings(guide)) {
      const at = text.indexOf(string, from);
      expect(at, `after ${text.slice(Math.max(0, from - 20), from)}: ${string}`).toBeGreaterThan(
        -1,
      );
      expect(at - from, text.slice(from, at)).toBeLessThan(8);
      from = at + string.length;
    }
    expect(text.slice(from)).toBe('');
  });

  test('matches the golden file', async () => {
    await expect(outline(readTags(pdf))).toMatchFileSnapshot('golden/pdf/sample-guide.txt');
  });
});

describe('document', () => {
  test('says its language, title and that it is tagged', () => {
    const root = document.getTrailer().get('Root');
    expect(root.get('Lang').asString()).toBe('zh-Hans');
    expect(root.get('MarkInfo', 'Marked').asBoolean()).toBe(true);
    expect(root.get('ViewerPreferences', 'DisplayDocTitle').asBoolean()).toBe(true);
    expect(document.getMetaData('info:Title')).toBe('取水许可 办事指南');
    expect(document.getMetaData('info:CreationDate')).toBe('D:20261008000000Z');
  });

  test('has a bookmark for each section', () => {
    const titles = document.loadOutline()?.map((item) => item.title) ?? [];
    expect(titles.slice(0, 3)).toEqual(['一、基本信息', '二、受理条件', '三、申请材料']);
    expect(titles.length).toBe(sampleGuide.sections.length);
  });

  test('tags headings, table heads, lists, links and pictures', () => {
    const root = readTags(pdf);
    expect(tagsNamed(root, 'H1').map(textOf)).toEqual(['取水许可']);
    expect(tagsNamed(root, 'H2').length).toBe(sampleGuide.sections.length);
    const scopes = new Set(tagsNamed(root, 'TH').map((tag) => tag.scope));
    expect(scopes).toEqual(new Set(['Row', 'Column']));
    expect(tagsNamed(root, 'Figure')[0]?.alt).toContain('https://zwfw.example.gov.cn/');
    expect(tagsNamed(root, 'Link').map(textOf)).toContain('县水务局网站');
    expect(tagsNamed(root, 'LI').length).toBeGreaterThan(10);
  });

  test('numbers its pages', () => {
    const count = document.countPages();
    const numbers = readPieces(pdf).filter((piece) => piece.text.startsWith('第 '));
    expect(numbers.map((piece) => piece.text)).toEqual(
      Array.from({ length: count }, (_, index) => `第 ${index + 1} 页 / 共 ${count} 页`),
    );
  });

  test('links to addresses only, encoded', () => {
    const links = [0, 1, 2].flatMap((page) => document.loadPage(page).getLinks());
    const addresses = links.map((link) => link.getURI());
    expect(addresses).toContain('https://water.example.gov.cn/%E5%8F%96%E6%B0%B4');
  });
});

test('a table that runs over pages repeats its head and says so', () => {
  const texts = readPieces(long).map((piece) => piece.text);
  expect(texts.filter((text) => text === '续表：县级事项受理点一览').length).toBeGreaterThan(1);
  expect(texts.filter((text) => text === '受理点').length).toBeGreaterThan(2);
  expect(
    tagsNamed(readTags(long), 'TH')
      .map(textOf)
      .filter((text) => text === '电话').length,
  ).toBe(1);
});

test('the QR code can be read', () => {
  const address = 'https://zwfw.example.gov.cn/guide/water-abstraction';
  expect(new Set(readCodes(pdf))).toEqual(new Set([address]));
});

describe('bytes', () => {
  test('are the same in two runs and in another process elsewhere', () => {
    const script = fileURLToPath(new URL('pdf-hash.ts', import.meta.url));
    const env = { ...process.env, TZ: 'America/New_York', LANG: 'C' };
    const args = ['--import', 'tsx', script];
    const other = execFileSync(process.execPath, args, { env, encoding: 'utf8' }).trim();
    expect([pdfHash(), other]).toEqual([pdfHash(), pdfHash()]);
  });

  test('are few', () => {
    expect(pdf.length).toBeLessThan(190_000);
  });
});

/** The structure tree as an indented outline. */
function outline(node: TagNode, depth = 0): string {
  const own = node.children.filter((child) => typeof child === 'string').join('');
  const alt = node.alt === undefined ? '' : ` [${node.alt}]`;
  const line = `${'  '.repeat(depth)}${node.name}${own === '' ? '' : ` ${own}`}${alt}\n`;
  const below = node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [outline(child, depth + 1)],
  );
  return line + below.join('');
}
