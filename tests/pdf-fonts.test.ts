import { readFileSync } from 'node:fs';
import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import type { Guide } from '../src/guide/guide.ts';
import { plain } from '../src/guide/guide.ts';
import { missingIn } from '../src/render/paper/paper-resources.ts';
import { renderGuidePdf } from '../src/render/pdf/guide-pdf.ts';
import { fonts, readPieces } from './pdf-reader.ts';
import { sampleGuide } from './sample-guide.ts';

const listed = readFileSync(new URL('../fonts/characters.txt', import.meta.url), 'utf8');

test('both faces have every listed character', () => {
  const characters = Array.from(listed.replaceAll('\n', ''));
  expect(characters.length).toBeGreaterThan(12_000);
  const absent = characters.filter((character) =>
    fonts.faces.some((face) => face.glyph(character.codePointAt(0) ?? 0) === 0),
  );
  expect(absent).toEqual([]);
});

test('rare characters of names, symbols and ballot boxes are there', () => {
  expect(missingIn(fonts, '䶮𬱖𫖯囧堃㎡℃‰×≤≥→·—…①⑳ⅠⅫ☐☑☒\u200b\n')).toEqual([]);
});

test('a character no face has is reported once and printed as a stand-in', () => {
  expect(missingIn(fonts, '甲𠀀乙𠀀😀')).toEqual(['𠀀', '😀']);
  const pieces = readPieces(renderGuidePdf(withText('甲𠀀乙'), fonts));
  expect(pieces.some((piece) => piece.text === '甲𠀀乙')).toBe(true);
});

test('every character listed is copied from the PDF as it was written', () => {
  const pdf = renderGuidePdf(withText(listed.replaceAll('\n', '')), fonts);
  const shown = new Set(readPieces(pdf).flatMap((piece) => Array.from(piece.text)));
  const changed = Array.from(listed.replaceAll('\n', '')).filter((each) => !shown.has(each));
  expect(changed).toEqual([]);
});

test('embedded subsets are sound fonts that hold only what is used', () => {
  const pdf = renderGuidePdf(withText('口人工⼝⼈⼯'), fonts);
  const document = mupdf.PDFDocument.openDocument(pdf, 'application/pdf') as mupdf.PDFDocument;
  const found = document.findPage(0).get('Resources', 'Font', 'F1', 'DescendantFonts', 0);
  const name = found.get('BaseFont').asName();
  expect(name).toMatch(/^[A-Z]{6}\+NotoSerifSC-Regular$/);
  const file = found.get('FontDescriptor', 'FontFile2').readStream().asUint8Array();
  const font = new mupdf.Font(name, file);
  expect(font.advanceGlyph(1, 0)).toBeGreaterThan(0);
  expect(file.length).toBeLessThan(60_000);
});

function withText(text: string): Guide {
  const blocks = [{ kind: 'paragraph' as const, text: plain(text) }];
  return { ...sampleGuide, highlights: [], sections: [{ id: 'text', heading: '文字', blocks }] };
}
