import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import { composeHandbooks } from '../src/guide/paper/handbook.ts';
import { byInitial } from '../src/guide/paper/pinyin.ts';
import { bytesOf, samplePress } from './paper-files.ts';
import { readCodes, readPieces, readTags, tagsNamed, textOf } from './pdf-reader.ts';

const press = samplePress();

async function files(
  output: Parameters<typeof press.printAll>[0],
): Promise<Map<string, Uint8Array>> {
  const rendered = await press.printAll(output);
  return new Map(rendered.map((file) => [file.file, bytesOf(file)]));
}

function open(bytes: Uint8Array | undefined): mupdf.PDFDocument {
  return mupdf.PDFDocument.openDocument(bytes ?? '', 'application/pdf') as mupdf.PDFDocument;
}

describe('handbooks', async () => {
  const all = await files('handbook');
  const bytes = all.get('handbooks/catalogue-service.pdf');
  const text = (page: number) =>
    readPieces(bytes ?? new Uint8Array())
      .filter((piece) => piece.page === page)
      .map((piece) => piece.text)
      .join('\n');

  test('exist for the catalogue and for each department, hall and window with items', () => {
    const names = [...all.keys()].filter((name) => name.endsWith('-materials.pdf'));
    expect(names.filter((name) => name.includes('/catalogue'))).toHaveLength(1);
    expect(names.filter((name) => name.includes('/department-'))).toHaveLength(14);
    expect(names.filter((name) => name.includes('/hall-'))).toHaveLength(2);
    expect(names).toContain('handbooks/window-county-hall-water-materials.pdf');
    expect(names).not.toContain('handbooks/window-county-hall-guide-materials.pdf');
  });

  test('have contents and an index whose page numbers are those of the chapters', () => {
    const root = readTags(bytes ?? new Uint8Array());
    const entries = [...tagsNamed(root, 'TOC'), ...tagsNamed(root, 'Index')]
      .flatMap((tag) => tagsNamed(tag, 'Link'))
      .map((tag) => /^(.*?)(\d+)$/.exec(textOf(tag)) ?? ['', '', '']);
    expect(entries).toHaveLength(press.guides.length * 2);
    for (const [, title = '', page] of entries) {
      expect(press.guides.map((guide) => guide.title)).toContain(title);
      expect(text(Number(page) - 1).replaceAll('\n', ''), title).toContain(title);
    }
  });

  test('have links that lead to the chapters, and bookmarks three deep', () => {
    const document = open(bytes);
    // The contents take two pages.
    const links = [1, 2].flatMap((page) => document.loadPage(page).getLinks());
    expect(links.length).toBe(press.guides.length);
    const pages = links.map((link) => document.resolveLink(link));
    expect(new Set(pages).size).toBe(press.guides.length);
    const outline = document.loadOutline() ?? [];
    expect(outline[0]?.title).toBe('目录');
    expect(outline.at(-1)?.title).toBe('拼音首字母索引');
    const water = outline.find((part) => part.title === '明白县水利局');
    expect(water?.down?.map((item) => item.title)).toContain('取水许可');
    expect(water?.down?.[0]?.down?.[0]?.title).toMatch(/^一、/);
  });

  test('count pages from the cover on', () => {
    const count = open(bytes).countPages();
    expect(text(0)).not.toContain('第 1 页');
    expect(text(count - 1)).toContain(`第 ${count} 页 / 共 ${count} 页`);
  });
});

test('an index goes by sound, with polyphones read as people do', () => {
  const groups = byInitial(
    ['重庆路', '长安街', '银行开户', '银杏', 'ETC 办理', '3号文'],
    (each) => each,
  );
  expect(groups.map(({ initial, entries }) => [initial, ...entries])).toEqual([
    ['#', '3号文'],
    ['C', '长安街', '重庆路'],
    ['E', 'ETC 办理'],
    ['Y', '银行开户', '银杏'],
  ]);
});

test('a handbook of materials says what is asked of each', () => {
  const books = composeHandbooks(press.catalog, press.guides);
  const book = books.find(({ id }) => id === 'window-county-hall-water-materials');
  const said = JSON.stringify(
    book?.parts.flatMap(({ guides }) => guides.map(({ sections }) => sections)),
  );
  for (const word of ['受理标准', '常见错误', '适用情形']) expect(said).toContain(word);
  expect(said).not.toContain('收费标准');
});

test('a leaflet is two pages with marks where it is folded, and its code can be read', async () => {
  const [file] = await press.print('leaflet', press.guides.length - 1);
  const document = open(file && bytesOf(file));
  expect(document.countPages()).toBe(2);
  const [, , width = 0, height = 0] = document.loadPage(0).getBounds();
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
  const stream = document.findPage(0).get('Contents').readStream().asString();
  expect(stream).toMatch(/274\.96 4 m 274\.96 9 l S/);
  expect(stream).toMatch(/558\.43 4 m 558\.43 9 l S/);
  expect(readCodes(file ? bytesOf(file) : new Uint8Array())).toHaveLength(1);
});

test('every open window has a plate with its number and a code', async () => {
  const plates = await files('plate');
  const bytes = plates.get('plates/county-hall.pdf') ?? new Uint8Array();
  const windows = press.catalog.halls.get('county-hall')?.value.windows ?? [];
  const shown = windows.filter((window) => window.closed !== true);
  const heads = tagsNamed(readTags(bytes), 'H1').map(textOf);
  expect(heads).toEqual(shown.map((window) => window.number));
  expect(readCodes(bytes)).toEqual(shown.map(() => 'https://mingbai.example'));
});

test('a board shows the seven things that must be public', async () => {
  const boards = await files('board');
  const text = textOf(readTags(boards.get('boards/hall-county-hall.pdf') ?? new Uint8Array()));
  const titles = [
    '事项名称',
    '法律依据',
    '申请材料',
    '收费标准',
    '承诺时限',
    '办理流程',
    '监督电话',
  ];
  for (const title of titles) expect(text).toContain(title);
  expect(text).toContain('《取水许可和水资源费征收管理条例》');
});

test('a routing table sends on whatever is not done here', async () => {
  const tables = await files('routing');
  const text = textOf(readTags(tables.get('routing/anju-town.pdf') ?? new Uint8Array()));
  for (const guide of press.guides) expect(text).toContain(guide.title);
  expect(text).toContain('明白县政务服务中心 二楼C区 C03（水利交通综合窗口）');
});

test('a screen shows every item of its hall and needs nothing from elsewhere', async () => {
  const screens = await files('screen');
  const html = new TextDecoder().decode(screens.get('screens/county-hall.html'));
  const here = press.catalog.items.filter(({ value }) =>
    value.channels?.windows?.some((window) => window.hall === 'county-hall'),
  );
  for (const { value } of here) expect(html).toContain(`>${value.name}<`);
  expect(html).not.toMatch(/(?:src|href)=/);
  expect(html.match(/<section/g)?.length).toBe(Math.ceil(here.length / 7));
});
