import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import { readPieces, readTags, tagsNamed } from './pdf-reader.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const MM = 72 / 25.4;

/** A grey JPEG of two by two, made by hand from its tables. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAACAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z',
  'base64',
);

/** The test catalogue built with other paper settings; gives its folder of the first item. */
async function built(paper: string, files: Record<string, Uint8Array> = {}, force = true) {
  const catalog = join(emptyFolder(), 'catalog');
  cpSync(join(ROOT, 'tests/catalog'), catalog, { recursive: true });
  mkdirSync(join(catalog, 'forms/look'), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(catalog, 'forms/look', name), bytes);
  }
  const settings = readFileSync(join(catalog, 'mingbai.yaml'), 'utf8');
  const rest = settings.replace(/^paper:\n(?: {2}.*\n)*/m, '');
  writeFileSync(join(catalog, 'mingbai.yaml'), `${rest}\npaper: ${paper}\n`);
  const out = join(emptyFolder(), 'public');
  const argv = ['build', catalog, '--out', out, '--only', 'guide,notice'];
  if (force) argv.push('--force');
  const result = await run(argv, ROOT);
  const read = (name: string) => readFileSync(join(out, 'items/water/water-abstraction', name));
  return { ...result, read };
}

describe('the paper settings', () => {
  test('公文 margins are 37, 28, 35 and 26 mm', async () => {
    const { read } = await built('{ margins: 公文 }');
    const pieces = readPieces(read('guide.pdf')).filter((each) => each.baseline > 37 * MM);
    const left = Math.min(...pieces.map((each) => each.left));
    expect(left).toBeGreaterThan(28 * MM - 6);
    expect(left).toBeLessThan(28 * MM + 8);
    expect(Math.max(...pieces.map((each) => each.right))).toBeLessThan(595.28 - 26 * MM + 6);
  });

  test('two copies are two marked sheets', async () => {
    const { read } = await built('{ copies: "2" }');
    const texts = readPieces(read('notice.pdf')).map((each) => each.text);
    expect(texts.filter((text) => /^第[一二]联：/.test(text))).toEqual([
      '第一联：交被告知人',
      '第二联：受理单位留存',
    ]);
    expect(texts.join('')).toContain('本告知单一式两份');
  });

  test('a colour only ever adds to rules, never to text', async () => {
    const plain = await built('{ margins: 常规 }');
    const coloured = await built('{ colour: "#8c1d18" }');
    const texts = (bytes: Uint8Array) => readPieces(bytes).map((each) => each.text);
    expect(texts(coloured.read('guide.pdf'))).toEqual(texts(plain.read('guide.pdf')));
    expect(contents(coloured.read('guide.pdf'))).toMatch(/0\.55 0\.11 0\.09 RG/);
    expect(contents(plain.read('guide.pdf'))).not.toMatch(/ RG| rg/);
  });

  test('own fonts are used, and the program’s where they lack a character', async () => {
    const sans = readFileSync(join(ROOT, 'fonts/mingbai-sans-bold.ttf'));
    const { read } = await built('{ serif: forms/look/own.ttf }', { 'own.ttf': sans });
    const document = mupdf.PDFDocument.openDocument(read('notice.pdf'), 'application/pdf');
    const names: string[] = [];
    (document as mupdf.PDFDocument)
      .findPage(0)
      .get('Resources', 'Font')
      .forEach((font) => {
        names.push(font.get('BaseFont').asName().slice(7));
      });
    expect(new Set(names)).toEqual(new Set(['NotoSansSC-Bold']));
  });

  test('an emblem stands in the title, with words for those who cannot see it', async () => {
    const { read, code } = await built('{ emblem: forms/look/a.jpg }', { 'a.jpg': JPEG });
    expect(code).toBe(0);
    const figures = tagsNamed(readTags(read('notice.pdf')), 'Figure').map(({ alt }) => alt);
    expect(figures).toContain('徽标');
    expect(contents(read('guide.pdf'))).toContain('/I1 Do');
  });

  const sans = readFileSync(join(ROOT, 'fonts/mingbai-sans-bold.ttf'));
  const torn: readonly (readonly [string, string, Uint8Array])[] = [
    ['serif', 'a.ttf', sans.subarray(0, 5000)],
    ['sans', 'b.ttf', sans.subarray(0, sans.length / 2)],
    ['emblem', 'c.jpg', JPEG.subarray(0, -2)],
  ];
  test.each(torn)('a %s that was torn off is told by the check', async (key, name, bytes) => {
    const catalog = join(emptyFolder(), 'catalog');
    cpSync(join(ROOT, 'tests/catalog'), catalog, { recursive: true });
    mkdirSync(join(catalog, 'forms/look'), { recursive: true });
    writeFileSync(join(catalog, 'forms/look', name), bytes);
    const settings = readFileSync(join(catalog, 'mingbai.yaml'), 'utf8');
    const rest = settings.replace(/^paper:\n(?: {2}.*\n)*/m, '');
    writeFileSync(join(catalog, 'mingbai.yaml'), `${rest}\npaper:\n  ${key}: forms/look/${name}\n`);
    const { code, out } = await run(['check', catalog], ROOT);
    expect([code, out]).toEqual([1, expect.stringContaining(`“forms/look/${name}”用不了`)]);
    // Sound again, it is found sound: nothing of before is remembered for it.
    writeFileSync(join(catalog, 'forms/look', name), key === 'emblem' ? JPEG : sans);
    expect((await run(['check', catalog], ROOT)).code).toBe(0);
  });

  test('a font or emblem that is no use is a finding with its place', async () => {
    const files = { 'a.svg': new TextEncoder().encode('<svg/>') };
    const paper = '{ emblem: forms/look/a.svg, sans: forms/none.ttf }';
    const { err } = await built(paper, files, false);
    expect(err).toContain('“forms/look/a.svg”用不了');
    expect(err).toContain('“forms/none.ttf”用不了');
    expect(err).toMatch(/mingbai\.yaml:\d+:\d+/);
  });
});

function contents(bytes: Uint8Array): string {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf') as mupdf.PDFDocument;
  return document.findPage(0).get('Contents').readStream().asString();
}
