import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OutputName } from '../src/render/index.ts';
import { bytesOf, samplePress } from './paper-files.ts';

const press = samplePress();
const ITEM: readonly OutputName[] = ['pdf', 'notice', 'brief', 'large', 'leaflet', 'label'];
const HALL: readonly OutputName[] = ['handbook', 'board', 'plate'];
const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const output of ITEM) {
    const [file] = await press.print(output, press.guides.length - 1);
    if (file) files.set(output, bytesOf(file));
  }
  for (const output of HALL) {
    const [file] = await press.printAll(output);
    if (file) files.set(output, bytesOf(file));
  }
});

/** Children each tag may have, as PDF 1.7 (14.8.4) nests them; others may hold anything. */
const NESTING: Readonly<Record<string, RegExp>> = {
  Table: /^(?:TR|Caption)$/,
  TR: /^T[HD]$/,
  L: /^LI$/,
  LI: /^(?:Lbl|LBody)$/,
  TOC: /^(?:TOCI|Caption)$/,
};

interface Node {
  readonly name: string;
  readonly object: mupdf.PDFObject;
  readonly children: readonly Node[];
  readonly content: boolean;
}

function readTree(object: mupdf.PDFObject): Node {
  const kids = object.get('K');
  const list: mupdf.PDFObject[] = [];
  if (kids.isArray()) for (let at = 0; at < kids.length; at += 1) list.push(kids.get(at));
  else if (!kids.isNull()) list.push(kids);
  const isTag = (kid: mupdf.PDFObject) => kid.isDictionary() && !kid.get('S').isNull();
  return {
    name: object.get('S').asName(),
    object,
    children: list.filter(isTag).map(readTree),
    content: list.some((kid) => !isTag(kid)),
  };
}

function all(node: Node): Node[] {
  return [node, ...node.children.flatMap(all)];
}

describe.each([...ITEM, ...HALL])('%s', (output) => {
  const open = () => {
    const bytes = files.get(output) ?? new Uint8Array();
    return mupdf.PDFDocument.openDocument(bytes, 'application/pdf') as mupdf.PDFDocument;
  };
  const tree = () => all(readTree(open().getTrailer().get('Root', 'StructTreeRoot', 'K', 0)));

  test('names the standards it follows, its title, language and colours', () => {
    const root = open().getTrailer().get('Root');
    const xmp = root.get('Metadata').readStream().asString();
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain(open().getMetaData('info:Title') ?? '?');
    expect(root.get('Lang').asString()).toBe('zh-Hans');
    expect(root.get('MarkInfo', 'Marked').asBoolean()).toBe(true);
    expect(root.get('ViewerPreferences', 'DisplayDocTitle').asBoolean()).toBe(true);
    const profile = root.get('OutputIntents', 0, 'DestOutputProfile').readStream().asUint8Array();
    expect(new TextDecoder().decode(profile.subarray(36, 40))).toBe('acsp');
    expect(new DataView(profile.buffer, profile.byteOffset).getUint32(0)).toBe(profile.length);
  });

  test('nests tags as the standard says, none of them empty', () => {
    for (const { name, children, content } of tree()) {
      for (const child of children) expect(child.name, name).toMatch(NESTING[name] ?? /./);
      if (!/^T[RHD]$/.test(name)) expect(children.length > 0 || content, name).toBe(true);
    }
  });

  test('has headings that skip no level, and tables whose rows are equally wide', () => {
    let level = 0;
    for (const { name, object, children } of tree()) {
      const heading = /^H(\d)$/.exec(name);
      if (heading) {
        expect(Number(heading[1])).toBeLessThanOrEqual(level + 1);
        level = Number(heading[1]);
      }
      if (name === 'TH') expect(object.get('A', 'Scope').isNull()).toBe(false);
      if (name === 'Figure') expect(object.get('Alt').asString()).not.toBe('');
      if (name !== 'Table') continue;
      const widths = children
        .filter((row) => row.name === 'TR')
        .map((row) => row.children.reduce((sum, cell) => sum + spanOf(cell), 0));
      expect(new Set(widths).size).toBe(1);
    }
  });

  test('paints nothing outside marked content, and tabs by structure', () => {
    const document = open();
    for (let index = 0; index < document.countPages(); index += 1) {
      const page = document.findPage(index);
      expect(page.get('Tabs').asName()).toBe('S');
      const stream = page.get('Contents').readStream().asString();
      const outside = stream.replace(/\/\w+ (?:<<\/MCID \d+>> BDC|BMC)\n[\s\S]*?EMC\n/g, '');
      expect(outside).not.toMatch(/ (?:Tj|TJ|f|S|re|b)\b/);
    }
  });

  test('leads from each page and each link back to its tags', () => {
    const document = open();
    const nums = document.getTrailer().get('Root', 'StructTreeRoot', 'ParentTree', 'Nums');
    const owners = new Map<number, mupdf.PDFObject>();
    for (let at = 0; at < nums.length; at += 2) {
      owners.set(nums.get(at).asNumber(), nums.get(at + 1));
    }
    for (let index = 0; index < document.countPages(); index += 1) {
      const page = document.findPage(index);
      const tags = owners.get(page.get('StructParents').asNumber());
      const marks = page
        .get('Contents')
        .readStream()
        .asString()
        .match(/\/MCID \d+>> BDC/g);
      expect(tags?.length).toBe(marks?.length);
      tags?.forEach((tag) => {
        expect(tag.get('S').isNull()).toBe(false);
      });
      page.get('Annots').forEach((link) => {
        const tag = owners.get(link.get('StructParent').asNumber());
        expect(tag?.get('S').asName()).toBe('Link');
      });
    }
  });

  test('has embedded fonts that say which characters they print', () => {
    const document = open();
    document
      .findPage(0)
      .get('Resources', 'Font')
      .forEach((font) => {
        expect(font.get('ToUnicode').isNull()).toBe(false);
        const descriptor = font.get('DescendantFonts', 0, 'FontDescriptor');
        expect(descriptor.get('FontFile2').isNull()).toBe(false);
        expect(descriptor.get('CIDSet').isNull()).toBe(false);
      });
  });
});

test('every file is the same to the byte when it is made again', async () => {
  const again = samplePress();
  for (const output of HALL) {
    const [file] = await again.printAll(output);
    expect(
      file && Buffer.from(bytesOf(file)).equals(files.get(output) ?? Buffer.of()),
      output,
    ).toBe(true);
  }
  for (const output of ITEM) {
    const [file] = await again.print(output, again.guides.length - 1);
    expect(
      file && Buffer.from(bytesOf(file)).equals(files.get(output) ?? Buffer.of()),
      output,
    ).toBe(true);
  }
});

function spanOf({ object }: Node): number {
  const span = object.get('A', 'ColSpan');
  return span.isNull() ? 1 : span.asNumber();
}
