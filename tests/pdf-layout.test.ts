import { expect, test } from 'vitest';
import { renderNoticePdf } from '../src/render/notice/notice-pdf.ts';
import { noticeTheme } from '../src/render/notice/notice-theme.ts';
import { renderGuidePdf } from '../src/render/pdf/guide-pdf.ts';
import { guideTheme } from '../src/render/pdf/theme.ts';
import { layoutFaults } from './pdf-checks.ts';
import { fonts, readPieces } from './pdf-reader.ts';
import { longGuide, sampleGuide } from './sample-guide.ts';

const notice = renderNoticePdf(sampleGuide, fonts);
const sheetTheme = noticeTheme({ body: notice.scale, dense: false });

test.each([
  ['guide', renderGuidePdf(sampleGuide, fonts), guideTheme],
  ['long guide', renderGuidePdf(longGuide, fonts), guideTheme],
  ['notice', notice.body, sheetTheme],
])('%s: margins kept, no forbidden line start or end, no overlap', (_, bytes, theme) => {
  const pieces = readPieces(bytes);
  expect(pieces.length).toBeGreaterThan(30);
  expect(layoutFaults(pieces, theme)).toEqual([]);
});

test('a fault is found', () => {
  const [piece] = readPieces(notice.body);
  if (!piece) throw new Error('no text');
  expect(layoutFaults([piece, piece], sheetTheme)[0]).toMatch(/^overlap/);
  expect(layoutFaults([{ ...piece, left: 3 }], sheetTheme)[0]).toMatch(/^outside/);
  expect(layoutFaults([{ ...piece, text: '，次日' }], sheetTheme)[0]).toMatch(/^forbidden/);
});
