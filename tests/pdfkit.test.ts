/** What src/render/pdf/pdfkit-document.ts takes over of pdfkit, and that nothing else does. */
import { readdirSync, readFileSync } from 'node:fs';
import * as mupdf from 'mupdf';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import type { PdfDescription } from '../src/render/pdf/description.ts';
import { packObjects } from '../src/render/pdf/object-streams.ts';
import { PdfkitDocument } from '../src/render/pdf/pdfkit-document.ts';

const description: PdfDescription = {
  title: '甲 & <乙>',
  author: '丙局',
  subject: '丁',
  lang: 'zh-Hans',
  date: '2026-10-08',
};

/** A document of one page with two bookmarks, one of which has two below it. */
function written(): Uint8Array {
  const document = new PdfkitDocument(description);
  document.addPage({ size: [200, 300], margin: 0 });
  const place = { top: 0, left: 200, fit: false, zoom: 0 } as const;
  const first = document.outline.addItem('一', place);
  first.addItem('一之一', place).addItem('一之一之一', place);
  first.addItem('一之二', place);
  document.outline.addItem('二', place);
  return document.finish();
}

const bytes = written();
const text = Buffer.from(bytes).toString('latin1');
const open = (pdf: Uint8Array) =>
  mupdf.PDFDocument.openDocument(pdf, 'application/pdf') as mupdf.PDFDocument;
const contentOf = (stream: mupdf.PDFObject) =>
  Buffer.from(stream.readStream().asUint8Array()).toString('latin1');
const root = open(bytes).getTrailer().get('Root');

test('all that pdfkit writes comes by push, from its first line to its last', () => {
  expect(text.startsWith('%PDF-1.7\n%')).toBe(true);
  expect(open(bytes).countPages()).toBe(1);
  expect(open(bytes).wasRepaired()).toBe(false);
});

test('the metadata is ours alone, and a title stands in it escaped', () => {
  const xmp = root.get('Metadata').readStream().asString();
  expect(xmp.match(/<dc:title>/g)).toHaveLength(1);
  expect(xmp.match(/<pdfaid:part>/g)).toHaveLength(1);
  expect(xmp).toContain('甲 &#38; &#60;乙&#62;');
  expect(xmp).toMatch(/^<\?xpacket begin=.*<\?xpacket end="w"\?>$/s);
  expect(open(bytes).getMetaData('info:Title')).toBe(description.title);
});

test('bookmarks are counted: those at the top shown, those below folded', () => {
  const outlines = root.get('Outlines');
  const first = outlines.get('First');
  const counts = [outlines, first, first.get('First'), first.get('Next')];
  expect(counts.map((each) => each.get('Count').valueOf())).toEqual([2, -2, -1, null]);
});

test('the colours are those of the profile that pdfkit brings', () => {
  const intent = root.get('OutputIntents', 0);
  expect(intent.get('S').asName()).toBe('GTS_PDFA1');
  const profile = intent.get('DestOutputProfile').readStream().asUint8Array();
  expect(Buffer.from(profile.subarray(36, 40)).toString('latin1')).toBe('acsp');
});

test('a file of pdfkit is packed whole: every object, its trailer, no text left outside', () => {
  const plain = new PDFDocument({ pdfVersion: '1.7', info: { CreationDate: new Date(0) } });
  plain.ref({ Kind: 'Unused' }).end(Buffer.from('stream of its own'));
  plain.end();
  const before: Buffer = plain.read();
  const after = open(packObjects(before));
  const was = open(before);
  expect(after.wasRepaired()).toBe(false);
  // One object stream and the cross-reference are new.
  expect(after.countObjects()).toBe(was.countObjects() + 2);
  for (let id = 1; id < was.countObjects(); id += 1) {
    const [old, fresh] = [was.newIndirect(id), after.newIndirect(id)];
    expect(fresh.resolve().toString(true)).toBe(old.resolve().toString(true));
    if (old.isStream()) expect(contentOf(fresh)).toBe(contentOf(old));
  }
  for (const key of ['Root', 'Info', 'ID']) {
    const [old, fresh] = [was, after].map((each) => each.getTrailer().get(key).toString(true));
    expect(fresh, key).toBe(old);
  }
  const outside = text.replace(/\nstream\n.*?\nendstream\n/gs, '');
  expect(outside.match(/\d+ 0 obj\n/g)?.length).toBe(text.match(/\nstream\n/g)?.length);
});

test('no other file touches what pdfkit calls private', () => {
  const folder = new URL('../src/render/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /^(?:pdf|paper|notice)\/.*\.ts$/.test(file));
  expect(sources.length).toBeGreaterThan(40);
  const sinners = sources.filter((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const edge = file === 'pdf/pdfkit-document.ts' || file === 'pdf/pdf-writer.ts';
    return /\._\w/.test(source) || (!edge && /from 'pdfkit'|outlineData/.test(source));
  });
  expect(sinners).toEqual([]);
});
