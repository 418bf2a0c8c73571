import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formFaults } from '../src/load/forms/examine.ts';
import { loadCatalog } from '../src/load/load.ts';
import { MOST_FORM, RefusedError } from '../src/model/files.ts';
import { memoryFiles } from './memory-files.ts';
import { readCatalogFiles } from './patched-catalog.ts';
import { zipOf } from './zip-bytes.ts';

const TYPES = '<Types><Override ContentType="application/xml"/></Types>';
const WORD = { '[Content_Types].xml': TYPES, 'word/document.xml': '<w:document/>' };
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1528)]);
const PDF = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n';

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(17);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size]);
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffd8ffc0001108000000000103', 'hex');
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  return Buffer.concat([frame, Buffer.alloc(16)]);
}

function svg(inner: string, attributes = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`;
}

function relations(type: string, mode: string): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return `<Relationships><Relationship Type="${base}/${type}" Target="https://x.example/" TargetMode="${mode}"/></Relationships>`;
}

/** An object stream with a name of its own, as newer PDFs pack them. */
function packedPdf(objects: string): Buffer {
  const stream = deflateSync(Buffer.from(objects));
  const head = `${PDF}2 0 obj\n<</Type/ObjStm/Filter/FlateDecode/Length ${stream.length}>>stream\n`;
  return Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n')]);
}

function empties(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, '1']));
}

/** An archive with something between its directory and the end of that. */
function hiding(archive: Uint8Array): Uint8Array {
  const END = 22;
  const cut = archive.length - END;
  return Buffer.concat([archive.subarray(0, cut), Buffer.from('hidden'), archive.subarray(cut)]);
}

/** An archive in which a number of two bytes says something else, so many bytes from its end. */
function patched(archive: Buffer, fromEnd: number, value: number): Buffer {
  const bytes = Buffer.from(archive);
  bytes.writeUInt16LE(value, bytes.length - fromEnd);
  return bytes;
}

const ONE = zipOf({ 'a.txt': '1' });
/** Where the directory's entry of `a.txt` stands, from the end: 46 bytes, the name, the end. */
const ENTRY = 46 + 5 + 22;

type Form = readonly [path: string, body: string | Uint8Array];

const SOUND: readonly Form[] = [
  ['forms/water/申请表（2026版）.docx', zipOf(WORD)],
  [
    'forms/a.docx',
    zipOf({ ...WORD, 'word/_rels/document.xml.rels': relations('hyperlink', 'External') }),
  ],
  [
    'forms/a.xlsx',
    zipOf({ 'xl/workbook.xml': '', 'xl/printerSettings/printerSettings1.bin': '1' }),
  ],
  ['forms/a.wps', OLE],
  ['forms/a.et', zipOf({ 'xl/workbook.xml': '' })],
  ['forms/a.doc', '{\\rtf1 \\b 表}'],
  ['forms/a.ofd', zipOf({ 'OFD.xml': '<OFD/>' })],
  ['forms/a.odt', zipOf({ mimetype: 'x', 'content.xml': '' })],
  ['forms/a.pdf', PDF],
  ['forms/b.pdf', `${PDF}<</Length 9>>stream\n/JS /Launch\nendstream\n`],
  ['forms/c.pdf', packedPdf('<</Type/Page>>')],
  ['forms/a.PNG', png(1200, 800)],
  ['forms/a.jpg', jpeg(1200, 800)],
  ['forms/a.txt', '一般说明：<1 个工作日'],
  ['forms/a.csv', '名称,份数\n=1+1,-3\n'],
  ['forms/b.csv', utf16('\ufeff名称\t份数')],
  ['forms/a.zip', zipOf({ '表/': '', '表/a.pdf': PDF, '__MACOSX/x': '', '说明.txt': '一' })],
  [
    'forms/a.svg',
    svg('<rect width="1" style="fill:url(#a)"/><use href="#a"/><text>甲 &amp; 乙</text>'),
  ],
  ['forms/c.svg', svg('<!-- A & B, url(https://x.example) --><circle r="1"/>')],
  ['forms/d.svg', svg('', ' xmlns:d="http://ns.example/d"')],
  ['forms/b.svg', `<?xml version="1.0"?><!-- 图 -->\n${svg('<style>rect{fill:#fff}</style>')}`],
  ['forms/a.ttf', Buffer.from('00010000', 'hex')],
];

test.each(SOUND)('%s is published', (path, body) => {
  expect(formFaults(path, Buffer.from(body))).toEqual([]);
});

/** What is not published, by rule, and a word of what is said. */
const UNSOUND: readonly (readonly [rule: string, says: string, ...form: Form])[] = [
  ['form-type', '.html', 'forms/a.html', '<p>'],
  ['form-type', '.htm', 'forms/a.HTM', '<p>'],
  ['form-type', '.js', 'forms/a.js', '1'],
  ['form-type', '.php', 'forms/a.pdf.php', PDF],
  ['form-type', '.exe', 'forms/申请表.docx.exe', 'MZ'],
  ['form-type', '.docm', 'forms/a.docm', zipOf(WORD)],
  ['form-type', '.xhtml', 'forms/a.xhtml', '<html/>'],
  ['form-type', '.xml', 'forms/a.xml', '<a/>'],
  ['form-type', '.svgz', 'forms/a.svgz', ''],
  ['form-type', '.lnk', 'forms/a.lnk', ''],
  ['form-type', '.constructor', 'forms/a.constructor', '1'],
  ['form-type', '没有扩展名', 'forms/README', '1'],
  ['form-content', '没有内容', 'forms/a.pdf', ''],
  ['form-content', '网页', 'forms/a.pdf', '<html><script>1</script>'],
  ['form-content', '网页', 'forms/a.doc', '<!DOCTYPE html><p>表'],
  ['form-content', '网页', 'forms/a.txt', '\ufeff  <script>1</script>'],
  ['form-content', '网页', 'forms/a.jpg', '<!-- --><iframe src=//x>'],
  ['form-content', '纯文本', 'forms/a.docx', '申请表'],
  ['form-content', 'PDF', 'forms/a.docx', PDF],
  ['form-content', 'ZIP 压缩包', 'forms/a.docx', zipOf({ a: '1' })],
  ['form-content', 'Excel 表格', 'forms/a.docx', zipOf({ 'xl/workbook.xml': '' })],
  ['form-content', '旧版 Office', 'forms/a.docx', OLE],
  ['form-content', 'Windows 程序', 'forms/a.pdf', 'MZ\x90'],
  ['form-content', 'Windows 程序', 'forms/a.txt', 'MZ\x90'],
  ['form-content', '脚本', 'forms/a.txt', '#!/bin/sh\nrm'],
  ['form-content', 'RAR', 'forms/a.zip', 'Rar!\x1a\x07\x00'],
  ['form-content', '认不出', 'forms/a.txt', '甲\0乙'],
  ['form-content', '宏', 'forms/a.docx', zipOf({ ...WORD, 'word/vbaProject.bin': '1' })],
  [
    'form-content',
    '宏',
    'forms/a.docx',
    zipOf({
      ...WORD,
      '[Content_Types].xml':
        '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    }),
  ],
  [
    'form-content',
    '宏',
    'forms/a.xlsx',
    zipOf({ 'xl/workbook.xml': '', 'xl/activeX/activeX1.xml': '' }),
  ],
  ['form-content', '宏', 'forms/a.docx', zipOf({ ...WORD, 'word/embeddings/oleObject1.bin': '1' })],
  [
    'form-content',
    '宏',
    'forms/a.odt',
    zipOf({ 'content.xml': '', 'Basic/Standard/Module1.xml': '' }),
  ],
  [
    'form-content',
    '别处的模板',
    'forms/a.docx',
    zipOf({ ...WORD, 'word/_rels/settings.xml.rels': relations('attachedTemplate', 'External') }),
  ],
  [
    'form-content',
    '宏',
    'forms/a.xlsx',
    zipOf({
      'xl/workbook.xml': '',
      'xl/externalLinks/externalLink1.xml': '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>',
    }),
  ],
  ['form-content', '已损坏', 'forms/a.doc', OLE.subarray(0, 600)],
  ['form-content', '密码', 'forms/a.docx', zipOf(WORD, { encrypted: true })],
  ['form-content', '200 MB', 'forms/a.docx', zipOf(WORD, { size: 300_000_000 })],
  ['form-content', '已损坏', 'forms/a.docx', zipOf(WORD, { size: 90_000_000 })],
  ['form-content', '已损坏', 'forms/a.zip', zipOf({ 'a.txt': '1' }).subarray(0, 60)],
  ['form-content', '已损坏', 'forms/a.zip', zipOf(empties(10_001))],
  ['form-content', '已损坏', 'forms/a.zip', hiding(zipOf({ 'a.txt': '1' }))],
  ['form-content', '宏', 'forms/a.doc', Buffer.concat([OLE, utf16('_VBA_PROJECT')])],
  ['form-content', '宏', 'forms/a.wps', Buffer.concat([OLE, utf16('\u0001Ole10Native')])],
  ['form-content', '嵌入的对象', 'forms/a.rtf', '{\\rtf1{\\object\\objdata 01}}'],
  ['form-content', 'JavaScript', 'forms/a.pdf', `${PDF}<</S/JavaScript/JS(1)>>`],
  ['form-content', 'JavaScript', 'forms/a.pdf', `${PDF}<</S/J#61vaScript>>`],
  ['form-content', 'Launch', 'forms/a.pdf', `${PDF}<</S/Launch/F(cmd.exe)>>`],
  ['form-content', 'JS', 'forms/a.pdf', packedPdf('<</S/JS(1)>>')],
  ['form-content', '“a.exe”', 'forms/a.zip', zipOf({ 'a.exe': 'MZ' })],
  ['form-content', '“b.zip”', 'forms/a.zip', zipOf({ 'b.zip': zipOf({}) })],
  ['form-content', '网页', 'forms/a.zip', zipOf({ 'a.pdf': '<html>' })],
  [
    'form-content',
    '宏',
    'forms/a.zip',
    zipOf({ 'a.docx': zipOf({ ...WORD, 'word/vbaProject.bin': '' }) }),
  ],
  ['form-content', '不安全', 'forms/a.zip', zipOf({ '../a.txt': '1' })],
  ['form-content', '不安全', 'forms/a.zip', zipOf({ 'C:\\a.txt': '1' })],
  ['form-content', '不安全', 'forms/a.zip', zipOf({ 'a\u202etxt.txt': '1' })],
  ['form-content', '解不开', 'forms/a.zip', patched(ONE, ENTRY - 10, 12)],
  ['form-content', '解不开', 'forms/a.zip', patched(ONE, ENTRY - 10, 0)],
  ['form-content', '已损坏', 'forms/a.zip', patched(ONE, 12, 2)],
  ['form-content', '已损坏', 'forms/a.zip', patched(ONE, ENTRY, 0)],
  ['form-content', '已损坏', 'forms/a.png', png(0, 800)],
  ['form-content', '已损坏', 'forms/a.bmp', 'BM1234'],
  ['form-content', '已损坏', 'forms/a.jpg', Buffer.from('ffd8ff00'.padEnd(48, '0'), 'hex')],
  ['form-content', '1 MB', 'forms/a.svg', svg(`<!--${' '.repeat(1_100_000)}-->`)],
  ['form-content', '50000×50000', 'forms/a.png', png(50_000, 50_000)],
  ['form-content', '15000×15000', 'forms/a.png', png(15_000, 15_000)],
  ['form-content', '65000×65000', 'forms/a.jpg', jpeg(65_000, 65_000)],
  ['form-content', '已损坏', 'forms/a.jpg', Buffer.from('ffd8ff00', 'hex')],
  ['form-content', '已损坏', 'forms/a.png', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['form-content', '命令', 'forms/a.csv', "甲,=cmd|'/C calc'!A0"],
  ['form-content', '<script>', 'forms/a.svg', svg('<script>1</script>')],
  ['form-content', '不是 UTF-8', 'forms/a.svg', Buffer.from(svg('<text>\xe9</text>'), 'latin1')],
  [
    'form-content',
    '<ns:script>',
    'forms/a.svg',
    svg('<ns:script xmlns:ns="http://www.w3.org/2000/svg">1</ns:script>'),
  ],
  ['form-content', '<foreignObject>', 'forms/a.svg', svg('<foreignObject></foreignObject>')],
  ['form-content', '<a>', 'forms/a.svg', svg('<a href="https://x.example"></a>')],
  ['form-content', '<animate>', 'forms/a.svg', svg('<animate attributeName="href"/>')],
  ['form-content', 'onload', 'forms/a.svg', svg('', ' onload="x()"')],
  ['form-content', 'href', 'forms/a.svg', svg('<use href="https://x.example/a.svg#a"/>')],
  ['form-content', 'xlink:href', 'forms/a.svg', svg('<use xlink:href="data:image/svg+xml,x"/>')],
  ['form-content', 'style', 'forms/a.svg', svg('<rect style="fill:url(https://x.example)"/>')],
  ['form-content', '@', 'forms/a.svg', svg('<style>@import "https://x.example/a.css";</style>')],
  ['form-content', '<!DOCTYPE', 'forms/a.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
  ['form-content', '<![CDATA[', 'forms/a.svg', svg('<style><![CDATA[a{}]]></style>')],
  ['form-content', '<?xml-stylesheet', 'forms/a.svg', `<?xml-stylesheet href="x"?>${svg('')}`],
  ['form-content', '&', 'forms/a.svg', svg('<text>&xxe;</text>')],
  ['form-name', '“"”', 'forms/申请"表.docx', zipOf(WORD)],
  ['form-name', '“#”', 'forms/申请表#1.docx', zipOf(WORD)],
  ['form-name', '“%”', 'forms/100%.pdf', PDF],
  ['form-name', '“;”', 'forms/a;b.pdf', PDF],
  ['form-name', '“\\”', 'forms/a\\b.pdf', PDF],
  ['form-name', '全角空格', 'forms/申请　表.pdf', PDF],
  ['form-name', '连字符', 'forms/-rf.pdf', PDF],
  ['form-name', '结尾', 'forms/甲 /a.pdf', PDF],
  ['form-name', '设备名', 'forms/CON.pdf', PDF],
  ['form-name', '太长', `forms/${'表'.repeat(80)}.pdf`, PDF],
];

test.each(UNSOUND)('%s (%s): %s', (rule, says, path, body) => {
  const [fault, ...more] = formFaults(path, Buffer.from(body));
  expect(fault?.rule).toBe(rule);
  expect(fault?.message.zh).toContain(says);
  expect(fault?.message.en).not.toBe('');
  expect(more).toEqual([]);
});

describe('a catalogue', () => {
  const FILES = readCatalogFiles('tests/catalog');
  const told = (files: Record<string, string | Uint8Array>): string[] =>
    loadCatalog(memoryFiles({ ...FILES, ...files })).findings.map(
      ({ rule, path }) => `${rule} ${path}`,
    );

  test('tells what is not published at the file, whether anybody refers to it or not', () => {
    expect(told({ 'forms/bundle/blank.txt': '<html>', 'forms/x.svg': svg('<script/>') })).toEqual([
      'form-content forms/bundle/blank.txt',
      'form-content forms/x.svg',
    ]);
  });

  test('tells names that are one on other disks', () => {
    const files = {
      'forms/bundle/Blank.txt': '甲',
      'forms/e\u0301.txt': '甲',
      'forms/é.txt': '甲',
    };
    expect(told(files)).toHaveLength(2);
    expect(told(files).every((each) => each.startsWith('duplicate-file-name'))).toBe(true);
  });

  test('does not read forms beyond the limit', () => {
    const files = memoryFiles({ ...FILES, 'forms/a.zip': '' });
    const read = (path: string): Uint8Array => {
      if (path === 'forms/a.zip') throw new RefusedError(path, 'large');
      return files.read(path);
    };
    const { findings } = loadCatalog({ ...files, read });
    expect(findings.map(({ rule, message }) => `${rule} ${message.zh}`)).toEqual([
      `file-size 文件超过 ${MOST_FORM / 1024 / 1024} MB，没有读取`,
    ]);
  });
});
