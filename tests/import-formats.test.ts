import { utils, write as writeBook } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ImportFailure } from '../src/import/failure.ts';
import { importFile } from '../src/import/import.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { memoryFiles } from './memory-files.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(bytes: Uint8Array, name: string) {
  const { files, summary } = await importFile(bytes, name);
  const items = [...files]
    .filter(([path]) => path.startsWith('items/'))
    .map(([, text]) => parse(text) as Item);
  return { items, files, summary, report: files.get('import-report.md') ?? '' };
}

const ROWS = [
  ['事项名称', '实施主体', '承诺时限'],
  ['燃气报装', '县住房和城乡建设局', '5个工作日'],
  ['路灯报修', '县城市管理局', '2个工作日'],
];
const EXPECTED = [
  ['燃气报装', '5个工作日'],
  ['路灯报修', '2个工作日'],
];

/** The same list in every format that is read. */
const FORMATS: readonly (readonly [name: string, make: () => Promise<Uint8Array> | Uint8Array])[] =
  [
    ['a.xlsx', () => writeXlsx({ sheets: [{ name: '清单', rows: ROWS }] })],
    ['a.xls', xls],
    ['a.csv', () => utf8(ROWS.map((row) => row.join()).join('\r\n'))],
    ['a.tsv', () => utf8(ROWS.map((row) => row.join('\t')).join('\n'))],
    ['wide.csv', () => utf16(ROWS.map((row) => row.join()).join('\n'))],
    ['a.html', () => utf8(`<html><table>${ROWS.map(tr).join('\n')}</table></html>`)],
    ['page.xls', () => utf8(`<html><table>${ROWS.map(tr).join('')}</table></html>`)],
    ['a.md', () => utf8(`# 清单\n\n${markdown(ROWS)}\n`)],
    ['a.json', () => utf8(JSON.stringify(objects()))],
    [
      'a.jsonl',
      () =>
        utf8(
          objects()
            .map((one) => JSON.stringify(one))
            .join('\n'),
        ),
    ],
    ['envelope.json', () => utf8(JSON.stringify({ code: 0, data: { total: 2, rows: objects() } }))],
    ['by-department.json', () => utf8(JSON.stringify(byDepartment()))],
  ];

function xls(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), '清单');
  return new Uint8Array(writeBook(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
}

function tr(row: readonly string[]): string {
  return `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, '|---|:---:|---|', ...body].join('\n');
}

function objects(): Record<string, string>[] {
  const [head = [], ...rows] = ROWS;
  return rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at] ?? ''])));
}

function byDepartment(): unknown {
  return objects().map(({ 实施主体, ...item }) => ({ 实施主体, 事项清单: [item] }));
}

describe('the same list', () => {
  it.each(FORMATS)('in %s', async (name, make) => {
    const { items, summary } = await read(await make(), name);
    expect(items.map((item) => [item.name, item.limits?.committed])).toEqual(EXPECTED);
    expect(summary.departments).toBe(2);
  });
});

describe('JSON', () => {
  it('reads objects and lists of objects field by field', async () => {
    const record = {
      ...{ 事项名称: '燃气报装', 事项类型: '公共服务' },
      实施主体: { 名称: '县住房和城乡建设局', 编码: '113300' },
      申请材料: [
        { 材料名称: '报装申请表', 份数: 2, 必要性: '必要' },
        { 材料名称: '身份证', 份数: 1, 材料类型: '复印件', 材料形式: '纸质' },
      ],
      设定依据: [{ 法律名称: '《城镇燃气管理条例》', 条款: '第十五条' }],
      办理流程: [{ 环节名称: '受理', 环节时限: '1个工作日' }, { 环节名称: '办结' }],
    };
    const { items, summary } = await read(utf8(JSON.stringify({ data: [record] })), 'a.json');
    expect(items[0]).toMatchObject({
      materials: [
        { name: '报装申请表', copies: 2, necessity: '必要' },
        { name: '身份证', form: '复印件', medium: '纸质', copies: 1 },
      ],
      basis: [{ law: '城镇燃气管理条例', article: '第十五条' }],
      steps: [{ name: '受理', limit: '1个工作日' }, { name: '办结' }],
    });
    expect(summary.items[0]?.reading.unresolved).toEqual([]);
    expect(summary.remarks.join()).toContain('“data”');
  });

  it('takes keys for codes, and each element of a list for one entry', async () => {
    const records = {
      'RQ-001': { 事项名称: '燃气报装', 申请材料: ['1.申请表；一式两份', '身份证、户口簿'] },
      'RQ-002': { 事项名称: '燃气改管' },
    };
    const { items } = await read(utf8(JSON.stringify(records)), 'a.json');
    expect(items.map(({ codes }) => codes?.local)).toEqual(['RQ-001', 'RQ-002']);
    expect(items[0]?.materials).toHaveLength(2);
  });
});

describe('markup in cells', () => {
  it('becomes text, told in the report; the record keeps it', async () => {
    const list = '<p>1.报装申请表</p><p>2.身份证&nbsp;</p>';
    const { items, report } = await read(
      utf8(`事项名称,申请材料,受理条件\n**燃气报装**,${list},已通气&ldquo;小区&rdquo;`),
      'a.csv',
    );
    expect(items[0]).toMatchObject({
      name: '燃气报装',
      materials: [{ name: '报装申请表' }, { name: '身份证' }],
      conditions: ['已通气“小区”'],
      imported: { record: { 申请材料: list } },
    });
    expect(report).toContain('标记已去掉');
  });
});

describe('heads', () => {
  it.each([
    ['审批服务/事项名稱', 'name'],
    ['2、事项名称（全称）', 'name'],
    ['dept_name', 'department'],
    ['taskName', 'name'],
  ])('%s stands for %s', async (head, path) => {
    const { summary } = await importFile(utf8(`${head},事项,备注\n甲,乙,丙`), 'a.csv');
    expect(summary.fields.find((field) => field.heads.includes(head))?.path).toBe(path);
  });

  it.each(['法定时限/承诺时限', '咨询/投诉电话', '办理时限（法定/承诺）'])(
    '%s stands for neither',
    async (head) => {
      const { items } = await read(utf8(`事项名称,${head}\n甲,3个工作日`), 'a.csv');
      expect(items[0]?.limits?.statutory).toBeUndefined();
      expect(items[0]?.contact).toBeUndefined();
    },
  );

  it('an unknown head names the nearest known one, and a map settles it', async () => {
    const file = utf8('事项名称,监督的电话号码,风水\n甲,0990-5550102,好');
    const { report } = await read(file, 'a.csv');
    expect(report).toMatch(/监督的电话号码：不认得这个表头（是不是“[^”]*电话/);
    const map = '监督的电话号码: 监督投诉电话\n风水: 不导入\n';
    const { files, summary, draftMap } = await importFile(file, 'a.csv', { map });
    expect(summary.unknown).toEqual([]);
    const [item] = summary.items;
    expect(item?.item.contact?.complain).toBe('0990-5550102');
    expect(files.get('import-map.yaml')).toBe(map);
    const { findings } = loadCatalog(memoryFiles(Object.fromEntries(files)));
    expect(findings.map(({ path }) => path)).not.toContain('import-map.yaml');
    expect(findings.filter(({ pointer }) => pointer.startsWith('/imported'))).toEqual([]);
    expect(parse(draftMap())).toMatchObject({ 监督的电话号码: 'contact.complain' });
    const wrong = await importFile(file, 'a.csv', { map: '风水: 监督电号' }).catch(String);
    expect(wrong).toContain('没有“监督电号”这个字段');
  });
});

describe('the title', () => {
  it.each([
    [['平川县水利局'], '平川县水利局政务服务事项目录'],
    [['平川县水利局', '平川县民政局', '省气象局'], '平川县政务服务事项目录'],
    [['县水利局', '县民政局'], '政务服务事项目录'],
  ])('of %j is %s', async (bodies, title) => {
    const rows = bodies.map((body, at) => `事项${at},${body}`);
    const { files } = await read(utf8(`事项名称,实施主体\n${rows.join('\n')}`), 'zzz清单.csv');
    expect(files.get('mingbai.yaml')).toBe(`title: ${title}\n`);
  });
});

describe('files that are not read say what they are and what to do', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const named = (stream: string): Uint8Array =>
    new Uint8Array([...ole, ...Buffer.from(stream, 'utf16le')]);
  it.each([
    ['PDF', utf8('%PDF-1.7\n'), 'a.pdf'],
    ['图片', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'a.png'],
    ['压缩包', utf8('Rar!\u001a'), 'a.rar'],
    ['XML', utf8('<?xml version="1.0"?><a><b>1</b></a>'), 'a.xml'],
    ['密码', named('EncryptedPackage'), 'a.xlsx'],
    ['旧版 Word', named('WordDocument'), 'a.doc'],
    ['网页', utf8('<html><p>事项名称</p></html>'), 'a.html'],
    ['文本', utf8('办理地点：政务大厅\n电话：12345'), 'a.txt'],
  ])('%s', async (words, bytes, name) => {
    const failure = await importFile(bytes, name).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportFailure);
    expect((failure as ImportFailure).words.zh).toContain(words);
    expect((failure as ImportFailure).words.zh).not.toMatch(/[a-z]{4,} [a-z]{3,}/);
  });
});

describe('what a workbook hides', () => {
  it('is told: rows and columns are read, sheets are not', async () => {
    const [head = [], first = [], second = []] = ROWS;
    const file = await writeXlsx({
      sheets: [
        {
          ...{ name: '清单', rows: [head, first, second] },
          rowDefs: new Map([[2, { hidden: true }]]),
          columns: [{}, { hidden: true }],
        },
        { name: '旧', rows: ROWS, hidden: true },
      ],
    });
    const { items, report } = await read(file, 'a.xlsx');
    expect(items).toHaveLength(2);
    expect(report).toContain('有隐藏的行，照样读了，请核对要不要：第3行');
    expect(report).toContain('B列');
    expect(report).toContain('隐藏的工作表“旧”没有导入');
  });

  it('is told: what is struck out is not taken, be it a cell, a part of one or a row', async () => {
    const struck = { style: { font: { strikethrough: true } } };
    const [head = [], first = [], second = []] = ROWS;
    const limit = [{ text: '7个工作日', font: { strikethrough: true } }, { text: '5个工作日' }];
    const file = await writeXlsx({
      sheets: [
        {
          ...{ name: '清单', rows: [head, [...first.slice(0, 2), ''], second, ['户口迁移']] },
          cells: new Map([
            ['1,1', { value: first[1] ?? '', comment: { text: '改由镇办' } }],
            ['1,2', { value: '7个工作日5个工作日', richText: limit }],
            ['2,2', { value: '2个工作日', ...struck }],
            ['3,0', { value: '户口迁移', ...struck }],
          ]),
        },
      ],
    });
    const { items, report } = await read(file, 'a.xlsx');
    const told = items.map(({ name, limits }) => [name, limits?.committed]);
    expect(told).toEqual([
      ['燃气报装', '5个工作日'],
      ['路灯报修', undefined],
    ]);
    expect(report).toContain('C2“7个工作日”、C3“2个工作日”、A4“户口迁移”');
    expect(report).toContain('批注没有导入：B2“改由镇办”');
  });

  it('is told of a web page, too', async () => {
    const cells = ['<s>户口迁移</s>燃气报装', '县住建局', '<del>7个工作日</del>5个工作日'];
    const rows = [(ROWS[0] ?? []).join('</td><td>'), cells.join('</td><td>')];
    const page = rows.map((row) => `<tr><td>${row}</td></tr>`).join('');
    const { items, report } = await read(utf8(`<html><table>${page}</table></html>`), 'a.html');
    expect(items.map(({ name, limits }) => [name, limits?.committed])).toEqual([
      ['燃气报装', '5个工作日'],
    ]);
    expect(report).toContain('划了删除线的文字没有导入，请核对：“户口迁移”、“7个工作日”');
  });

  it('a workbook of old with the ending of a new one is read', async () => {
    const { items } = await read(xls(), 'a.xlsx');
    expect(items.map(({ name }) => name)).toEqual(['燃气报装', '路灯报修']);
  });

  it('ends endless merged ranges in words', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: '清单',
          rows: ROWS,
          merges: [{ startRow: 0, startCol: 0, endRow: 900_000, endCol: 1 }],
        },
      ],
    });
    await expect(importFile(file, 'a.xlsx')).rejects.toThrow('合并单元格');
  });
});

describe('what a table says by where rows stand', () => {
  it('is the type, also above the first head', async () => {
    const rows = [
      '一、行政许可,',
      '事项名称,实施主体',
      '甲,县水利局',
      '二、行政确认,',
      '乙,县公安局',
    ];
    const { items } = await read(utf8(rows.join('\n')), 'a.csv');
    expect(items.map(({ type }) => type)).toEqual(['行政许可', '行政确认']);
  });

  it('concludes no case type beside a code that is not certain', async () => {
    const { items } = await read(utf8('事项名称,办件类型,承诺时限\n甲,1,5个工作日'), 'a.csv');
    expect(items[0]?.case).toBeUndefined();
    expect(items[0]?.imported?.unresolved).toContainEqual(
      expect.objectContaining({ field: '办件类型', text: '1' }),
    );
  });
});

describe('texts with cells in other ways', () => {
  const told = async (text: string) => {
    const { items, report } = await read(utf8(text), 'a.csv');
    return { rows: items.map(({ name, limits }) => [name, limits?.committed]), report };
  };

  it('takes blanks behind commas for no part of a cell', async () => {
    const text = ROWS.map((row) => row.map((cell) => `"${cell}"`).join(', ')).join('\n');
    const more = '\n"甲, 乙许可", "县水利局", "1个工作日"'.repeat(1);
    expect((await told(text + more)).rows).toEqual([...EXPECTED, ['甲, 乙许可', '1个工作日']]);
  });

  it('takes apostrophes for quotes where nothing else is', async () => {
    const text = ROWS.map((row) => row.map((cell) => `'${cell}'`).join()).join('\n');
    expect((await told(text)).rows).toEqual(EXPECTED);
  });

  it('reads a quote inside of a cell by the number of cells, and tells its line', async () => {
    const text = '事项名称,实施主体,承诺时限\n"24"寸照片审核","县局, 一处",2个工作日\n';
    const { rows, report } = await told(text);
    expect(rows).toEqual([['24"寸照片审核', '2个工作日']]);
    expect(report).toContain('第2行');
    await expect(told('事项名称,实施主体\n甲,乙\n"丙,丁,戊"己,庚\n')).rejects.toThrow('第 3 行');
  });
});
