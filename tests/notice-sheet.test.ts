import { describe, expect, test } from 'vitest';
import type { Guide } from '../src/guide/guide.ts';
import { plain } from '../src/guide/guide.ts';
import { renderNoticePdf } from '../src/render/notice/notice-pdf.ts';
import { noticeSteps } from '../src/render/notice/notice-theme.ts';
import { noticeStrings, squashed } from './guide-strings.ts';
import { fonts, readCodes, readPieces, readTags, textOf } from './pdf-reader.ts';
import { sampleGuide } from './sample-guide.ts';

/** The sample with `count` materials to tick. */
function withMaterials(count: number): Guide {
  const entries = Array.from({ length: count }, (_, index) => ({
    title: plain(`材料${index + 1}：建设项目水资源论证报告书（表）`),
    details: [plain('原件1份；申请人自备；须加盖公章并由法定代表人签名')],
  }));
  const notice = sampleGuide.notice;
  const sections = notice.sections.map((section) =>
    section.id === 'materials'
      ? { ...section, blocks: [{ kind: 'checklist' as const, entries }] }
      : section,
  );
  return { ...sampleGuide, notice: { ...notice, sections } };
}

describe('size', () => {
  test('is the largest that fits one page', () => {
    const sheets = [4, 8, 12, 24].map((count) => renderNoticePdf(withMaterials(count), fonts));
    expect(sheets.map((sheet) => sheet.pages)).toEqual([1, 1, 1, 1]);
    const scales = sheets.map((sheet) => sheet.scale);
    expect(scales[0]).toBe(noticeSteps[0]?.body);
    expect(scales).toEqual([...scales].sort((a, b) => b - a));
    expect(new Set(scales).size).toBeGreaterThan(2);
  });

  test('is comfortable again when one page cannot hold it all', () => {
    const sheet = renderNoticePdf(withMaterials(40), fonts);
    expect(sheet.pages).toBeGreaterThan(1);
    expect(sheet.scale).toBe(10.5);
    const texts = readPieces(sheet.body).map((piece) => piece.text);
    expect(texts).toContain(`第 1 页 / 共 ${sheet.pages} 页`);
  });
});

test.each([4, 16, 40])('all text of a sheet with %i materials is there, in order', (count) => {
  const guide = withMaterials(count);
  const text = squashed(textOf(readTags(renderNoticePdf(guide, fonts).body)));
  let from = 0;
  for (const string of noticeStrings(guide)) {
    const at = text.indexOf(string, from);
    expect(at, string).toBeGreaterThan(-1);
    from = at + string.length;
  }
  expect(text.slice(from)).toBe('');
});

test('the foot of the sheet stands at the foot of the page', () => {
  const pieces = readPieces(renderNoticePdf(sampleGuide, fonts).body);
  const print = pieces.at(-1);
  expect(print?.text.startsWith('明白县政务服务事项目录')).toBe(true);
  expect(print?.baseline).toBeGreaterThan(750);
});

test('a sheet without code, signatures and subtitle is made too', () => {
  const { code, ...rest } = sampleGuide.notice;
  expect(code).toBeDefined();
  const notice = { ...rest, subtitle: '', signatures: [], footer: '' };
  expect(renderNoticePdf({ ...sampleGuide, notice }, fonts).pages).toBe(1);
});

test('the QR code can be read and the file is small', () => {
  const { body } = renderNoticePdf(sampleGuide, fonts);
  expect(readCodes(body)).toEqual(['https://zwfw.example.gov.cn/guide/water-abstraction']);
  expect(body.length).toBeLessThan(90_000);
});
