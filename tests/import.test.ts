import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ImportFailure } from '../src/import/failure.ts';
import { importFile } from '../src/import/import.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { memoryFiles } from './memory-files.ts';
import { emptyFolder, run } from './program.ts';

const CASES = new URL('cases/import/', import.meta.url);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (...lines: string[]): Uint8Array => bytes(lines.join('\r\n'));

async function itemsOf(file: Uint8Array, name: string): Promise<Item[]> {
  const { files } = await importFile(file, name);
  return [...files].filter(([path]) => path.startsWith('items/')).map(([, text]) => parse(text));
}

async function firstOf(file: Uint8Array, name = 'a.csv'): Promise<Item> {
  const [item] = await itemsOf(file, name);
  return item!;
}

describe('a county in JSON', async () => {
  const { files } = await importFile(readFileSync(new URL('county.json', CASES)), 'county.json');

  it.each([...files.keys()])('%s is as a person would write it', async (path) => {
    const expected = new URL(`expected/${path}`, CASES);
    await expect(files.get(path)).toMatchFileSnapshot(expected.pathname);
  });

  it('loads with nothing to complain of in form or reference', () => {
    const { catalog, findings } = loadCatalog(memoryFiles(Object.fromEntries(files)));
    expect(findings).toEqual([]);
    expect(catalog.items).toHaveLength(4);
  });
});

describe('the same records in other files', () => {
  const heads = ['许可事项名称', '实施机关', '事项编码', '法定办结时限', '是否收费', '地图编号'];
  const row = ['甲许可', '甲局', '000123', '20工作日', '否', '12-7'];

  it.each([
    ['UTF-8', csv(heads.join(), row.join())],
    ['UTF-8 with a byte order mark', csv(`\ufeff${heads.join()}`, row.join())],
    ['tabs', csv(heads.join('\t'), row.join('\t'))],
    ['a title above the heads', csv('甲县权力清单,,', heads.join(), '', row.join())],
  ])('CSV: %s', async (_, file) => {
    expect(await firstOf(file)).toMatchObject({
      id: '000123',
      name: '甲许可',
      codes: { local: '000123' },
      limits: { statutory: '20个工作日' },
      fees: '不收费',
      imported: { record: { 地图编号: '12-7', 法定办结时限: '20工作日' } },
    });
  });

  it('CSV in GB18030, said so', async () => {
    const file = readFileSync(new URL('gb18030.csv', CASES));
    const { summary, files } = await importFile(file, 'gb18030.csv');
    expect(summary.items[0]?.item.name).toBe('乡村民宿登记');
    expect(files.get('import-report.md')).toContain('文件编码是 GB18030');
  });

  it('XLSX, with digits lost to a number cell said so', async () => {
    const rows = [heads, row, ['乙许可', '甲局', 2 ** 70, '', '', true]];
    const file = await writeXlsx({ sheets: [{ name: '清单', rows }] });
    const { summary } = await importFile(file, 'a.xlsx');
    expect(summary.items.map(({ item }) => item.name)).toEqual(['甲许可', '乙许可']);
    expect(summary.remarks.join()).toContain('C3');
  });

  it('XLSX: every sheet with known heads, the others named', async () => {
    const file = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['说明'], ['各单位填报']] },
        { name: '公安', rows: [heads, row] },
        { name: '空', rows: [] },
        {
          name: '医保',
          rows: [
            ['事项名称', '实施主体'],
            ['乙许可', '乙局'],
          ],
        },
        { name: '附注', rows: [['填表须知', '一']] },
      ],
    });
    const { summary, files } = await importFile(file, 'a.xlsx');
    expect(summary.items.map(({ item }) => [item.name, item.imported?.from])).toEqual([
      ['甲许可', 'a.xlsx（工作表：公安）'],
      ['乙许可', 'a.xlsx（工作表：医保）'],
    ]);
    const report = files.get('import-report.md');
    expect(report).toContain('- 读了 2 张工作表：公安、医保');
    expect(report).toContain('工作表“说明”没有导入：没有“事项名称”这一栏');
    expect(report).toContain('工作表“附注”没有导入：没有认得的表头');
    expect(report).not.toContain('“空”');
    expect(report).toContain('| 医保 2 |');
  });

  it('with the labels of the schema, inner ones by their full name, too', async () => {
    const item = await firstOf(
      csv(
        '事项名称,行使层级,到办事现场次数,实施编码,办理渠道.办理时间,是否支持物流快递,实施日期,服务对象,预约电话',
        '甲,市级,1次,A,工作日,是,2026年1月5日,企业法人、自然人,0990-5550103',
      ),
    );
    expect(item).toMatchObject({
      level: '市级',
      visits: 1,
      codes: { implementation: 'A' },
      channels: { hours: '工作日', express: true, booking: { phone: '0990-5550103' } },
      effective: '2026-01-05',
      audience: ['企业法人', '自然人'],
    });
  });

  it('with heads in use for dates, reasons and a limit without a name', async () => {
    const heads = '事项名称,计划生效日期,计划取消日期,必须现场办理原因说明,办理时限,是否网办';
    const { summary, files } = await importFile(
      csv(heads, '甲,2026-01-05,2027-01-05,核验原件,5个工作日,是'),
      'a.csv',
    );
    expect(summary.items[0]?.item).toMatchObject({
      effective: '2026-01-05',
      cancelled: '2027-01-05',
      visits_reason: '核验原件',
      limits: { committed: '5个工作日' },
    });
    const report = files.get('import-report.md');
    expect(report).toContain('只有“办理时限”一栏');
    expect(report).toContain('- 是否网办：内容保留在原始记录中');

    const beside = await firstOf(csv('事项名称,法定时限,办理时限', '甲,20日,5个工作日'));
    expect(beside.limits).toEqual({ statutory: '20日' });
    expect(beside.imported?.unresolved?.[0]).toMatchObject({
      field: '办理时限',
      text: '5个工作日',
    });
  });

  it('keeps a column it does not know in the record and names it', async () => {
    const { summary, files } = await importFile(csv('事项名称,风水', '甲,好'), 'a.csv');
    expect(summary.unknown).toEqual(['风水']);
    expect(files.get('import-report.md')).toContain('- 风水：不认得这个表头');
  });
});

describe('nothing guessed', () => {
  it('leaves blanks blank', async () => {
    const item = await firstOf(csv('事项名称,承诺时限,收费,办件类型,到现场次数', '甲,,,,'));
    for (const key of ['limits', 'fees', 'case', 'visits']) expect(item).not.toHaveProperty(key);
  });

  it('does not merge two columns for one field', async () => {
    const item = await firstOf(csv('事项名称,咨询电话,联系电话', '甲,111,222'));
    expect(item.contact).toEqual({ consult: '111' });
    expect(item.imported?.unresolved).toMatchObject([
      { field: '咨询电话', text: '222' },
      { field: '实施主体' },
      { field: '事项类型' },
    ]);
  });

  it('keeps what is no term, date, number or address', async () => {
    const item = await firstOf(
      csv('事项名称,行使层级,实施日期,到现场次数,网上办理地址', '甲,全国,去年,若干,见官网'),
    );
    const texts = item.imported?.unresolved?.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['全国', '去年', '若干', '见官网']));
  });

  it('counts every wording that was put in the terms of the catalogue', async () => {
    const file = csv(
      '事项名称,服务对象,承诺时限',
      '甲,企业、个人,85个工作日+15日公示期',
      '乙,企业,',
    );
    const { files } = await importFile(file, 'a.csv');
    const report = files.get('import-report.md');
    expect(report).toContain('- 表格里的叫法换成目录规定的说法：3 处');
    expect(report).toContain('  - 服务对象“企业”填为“企业法人”：2 处');
    expect(report).toContain('读作不计入办结时限：1 处\n  - 公示 15日：1 处');
  });

  it('reports digits that were kept as a number', async () => {
    const heads = ['事项名称', '国家基本编码', '咨询电话', '邮编', '到现场次数'];
    const rows = [heads, ['甲', 123014000, 5550103, '030000', 1]];
    const sheet = await writeXlsx({ sheets: [{ name: '清单', rows }] });
    const records = [{ 事项名称: '甲', 国家基本编码: 123014000, 咨询电话: 5550103 }];
    const json = bytes(JSON.stringify(records));
    for (const [file, name] of [
      [sheet, 'a.xlsx'],
      [json, 'a.json'],
    ] as const) {
      const item = await firstOf(file, name);
      const lost = item.imported?.unresolved?.filter(({ reason }) => reason.includes('前导零'));
      expect(lost?.map(({ text }) => text)).toEqual(['123014000', '5550103']);
    }
  });

  it('keeps lists in lists of JSON word for word', async () => {
    const materials = [[{ 名称: '申请书', 份数: 2 }], '身份证'];
    const record = { 事项名称: '甲', 实施主体: '乙局', 类型: '', 申请材料: materials };
    const item = await firstOf(bytes(JSON.stringify([record])), 'a.json');
    expect(item.materials).toBeUndefined();
    expect(item.imported?.record?.申请材料).toBe(JSON.stringify(materials));
    expect(item.imported?.unresolved?.[0]).toMatchObject({
      field: '申请材料',
      text: JSON.stringify(materials),
    });
  });

  it('reads a list of texts in JSON entry by entry and says how it was kept', async () => {
    const record = { 事项名称: '甲', 申请材料: ['申请书', '身份证、户口簿'] };
    const { summary, files } = await importFile(bytes(JSON.stringify([record])), 'a.json');
    expect(summary.items[0]?.item.materials).toEqual([
      { name: '申请书' },
      { name: '身份证、户口簿' },
    ]);
    expect(files.get('import-report.md')).toContain('“申请材料”在 JSON 中是列表');
  });

  it('reads a boolean for whether a fee is charged', async () => {
    const free = await firstOf(bytes('[{"事项名称":"甲","收费":false}]'), 'a.json');
    expect(free.fees).toBe('不收费');
    const charged = await firstOf(bytes('[{"事项名称":"甲","收费":true}]'), 'a.json');
    expect(charged.fees).toBe('收费，标准待整理');
    expect(charged.imported?.unresolved?.[0]?.reason).toContain('要收费');
  });

  it('says that a fee is charged and that the columns disagree', async () => {
    const charged = await firstOf(csv('事项名称,是否收费,收费标准', '甲,是,无'));
    expect(charged.fees).toBe('收费，标准待整理');
    expect(charged.imported?.unresolved?.[0]).toMatchObject({ field: '是否收费', text: '是' });
    const mixed = await firstOf(csv('事项名称,是否收费,收费标准', '甲,否,证书费10元/本'));
    expect(mixed.fees).toBeUndefined();
  });
});

describe('materials that nobody has to bring', () => {
  it('are an empty list, and told as concluded', async () => {
    const { summary, files } = await importFile(
      csv('事项名称,申请材料', '甲,无需提交材料'),
      'a.csv',
    );
    expect(summary.items[0]?.item.materials).toEqual([]);
    expect(files.get('import-report.md')).toContain('填为无需提交材料（空列表）：1 处');
    const { catalog } = loadCatalog(memoryFiles(Object.fromEntries(files)));
    expect(catalog.items[0]?.value.materials).toEqual([]);
  });

  it.each(['详见附件', '无'])('%s is no such answer', async (text) => {
    const { materials, imported } = await firstOf(csv('事项名称,申请材料', `甲,${text}`));
    expect(materials).toBeUndefined();
    expect(imported?.unresolved?.[0]).toMatchObject({ field: '申请材料', text });
  });
});

describe('rates and their basis in two columns', () => {
  const LAW = '《不动产登记收费通知》（发改价格规〔2016〕2559号）';
  const fee = {
    name: '登记费',
    standard: '每件80元',
    basis: { law: '不动产登记收费通知', document: '发改价格规〔2016〕2559号' },
  };

  it.each([
    ['事项名称,收费标准,收费依据', `甲,登记费每件80元,${LAW}`, [fee]],
    ['事项名称,收费依据,收费标准', `甲,${LAW},登记费每件80元`, [fee]],
    ['事项名称,收费依据,收费标准', '甲,无,不收费', '不收费'],
    ['事项名称,收费标准,收费依据', '甲,不收费,无', '不收费'],
    ['事项名称,收费标准', '甲,0元', '不收费'],
    ['事项名称,是否收费,收费标准', '甲,是,按规定收取', '收费，标准待整理'],
    ['事项名称,收费标准', '甲,100元起', '收费，标准待整理'],
    ['事项名称,收费标准', '甲,80元/件', '收费，标准待整理'],
    ['事项名称,收费标准', '甲,详见附件', undefined],
  ])('%s: %s', async (heads, row, fees) => {
    expect((await firstOf(csv(heads, row))).fees).toEqual(fees);
  });

  it('keeps word for word what it does not take', async () => {
    const { fees, imported } = await firstOf(csv('事项名称,收费标准', '甲,80元/件'));
    expect(fees).toBe('收费，标准待整理');
    const [first] = imported?.unresolved ?? [];
    expect(first).toMatchObject({ text: '80元/件' });
  });
});

describe('headings among materials', () => {
  const materialsOf = (text: string): Promise<Item> =>
    firstOf(bytes(JSON.stringify([{ 事项名称: '甲', 申请材料: text }])), 'a.json');

  it('are read alike where they are of one kind', async () => {
    const { materials } = await materialsOf(
      '一、公司筹建申报材料\n（一）筹建请示；\n（二）承诺书。\n二、公司延期开业申报材料\n延期请示。\n' +
        '三、公司股权转让申报材料\n（一）转让请示；\n（二）股权结构图。',
    );
    expect(materials?.map(({ name, when, note }) => [name, when, note])).toEqual([
      ['筹建请示', '公司筹建申报材料', undefined],
      ['承诺书', '公司筹建申报材料', undefined],
      ['延期请示', '公司延期开业申报材料', undefined],
      ['转让请示', '公司股权转让申报材料', undefined],
      ['股权结构图', '公司股权转让申报材料', undefined],
    ]);
  });

  it('that explain an entry above are a note', async () => {
    const { materials, materials_note } = await materialsOf(
      '一、申请表；\n二、与事由相关的材料；\n三、第二项中与事由相关的申请材料包括：\n（一）探亲的，亲属证明；\n（二）商务的，营业执照。',
    );
    expect(materials?.map(({ name }) => name)).toEqual(['申请表', '与事由相关的材料']);
    expect(materials_note).toContain('第二项中与事由相关的申请材料包括：\n\n1. 探亲的，亲属证明');
  });
});

describe('hostile texts', () => {
  it.each([
    'constructor',
    '__proto__',
    '- x: &a !!js/function "#{}"',
    '|\n  a\t \n\n\tb\n',
    '\n a',
    'a\r\nb\u0007\u0085',
    '# 一\n> 二\n1. 三\n<b>*四*</b> `五` [六](javascript:alert(1))',
    '是',
    'null',
    '000123',
    '--- #',
  ])('%j is kept word for word', async (text) => {
    const record = { 事项名称: text, 职权类型: text, 办理条件: text, 申请材料: text, [text]: text };
    const item = await firstOf(bytes(JSON.stringify([record])), 'a.json');
    expect(item.name).toBe(text.trim().replace(/<\/?b>/g, ''));
    for (const key of ['事项名称', '职权类型', '办理条件', '申请材料']) {
      expect(item.imported?.record?.[key]).toBe(text);
    }
    expect(item.imported?.unresolved).toContainEqual(
      expect.objectContaining({
        field: '事项类型',
        text: text.trim().replace(/<\/?b>/g, ''),
      }),
    );
  });
});

describe('ids and paths', () => {
  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['/tmp/x', 'tmp-x'],
    ['..\\..\\x', 'x'],
    ['Ａ-０１', 'a-01'],
  ])('a code %s stays in the folder', async (code, id) => {
    const { files } = await importFile(csv('事项名称,实施主体,编码', `甲,../乙,${code}`), 'a.csv');
    expect([...files.keys()]).toEqual([
      'mingbai.yaml',
      'departments/yi.yaml',
      `items/yi/${id}.yaml`,
      'import-report.md',
    ]);
  });

  it('names items without a code by their initials, each once', async () => {
    const items = await itemsOf(csv('事项名称', '取水许可', '取水许可', '※'), 'a.csv');
    expect(items.map(({ id }) => id)).toEqual(['qsxk', 'qsxk-2', 'x']);
  });

  it('reports departments that may be the same, and merges none of them', async () => {
    const { summary } = await importFile(
      csv('事项名称,实施主体', '甲,省文化厅', '乙,明州省文化厅', '丙,明州省安和市文化局'),
      'a.csv',
    );
    expect(summary.departments).toBe(3);
    expect(summary.alike.map((pair) => pair.map(({ name }) => name).sort())).toEqual([
      ['明州省文化厅', '省文化厅'],
    ]);
  });
});

describe('refused in one line', () => {
  it.each([
    ['空', '', 'a.json'],
    ['不是有效的 JSON', '[{', 'a.json'],
    ['数组', '{"数据":[1,2]}', 'a.json'],
    ['没有记录', '[]', 'a.json'],
    ['不是对象', '["甲"]', 'a.json'],
    ['没有认得的栏目', '[{"x":"1"}]', 'a.json'],
    ['没有认得的表头', 'a,b\n1,2', 'a.csv'],
    ['没有“事项名称”', '实施主体,编码\n甲,1', 'a.csv'],
    ['没有记录', '事项名称\n', 'a.csv'],
    ['编码相同', '事项名称,编码\n甲,1\n乙,1', 'a.csv'],
    ['数组', '{"说明":"甲"}', 'a.txt'],
    ['不能读取这个 XLSX', 'PK\u0003\u0004', 'a.xlsx'],
    ['不能读取这个 XLSX', '<html>事项名称</html>', 'a.xlsx'],
  ])('%s', async (message, text, name) => {
    const failure = await importFile(bytes(text), name).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportFailure);
    const { words } = failure as ImportFailure;
    expect(words.zh).toContain(message);
    expect(words.zh + words.en).not.toContain('\n');
  });

  it('bytes of no known encoding', async () => {
    const failure = await importFile(new Uint8Array([0xff, 0xff, 0x80]), 'a.csv').catch(String);
    expect(failure).toContain('编码');
    const old = await importFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'a.xls').catch(String);
    expect(old).toContain('另存为 XLSX');
  });
});

describe('the command', () => {
  const county = new URL('county.json', CASES).pathname;

  it('writes a catalogue, says what it did and refuses to overwrite it', async () => {
    const cwd = emptyFolder();
    const first = await run(['import', county, '--to', 'catalog'], cwd);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('已导入 4 项，实施主体 3 个');
    const settings = join(cwd, 'catalog/mingbai.yaml');
    const item = join(cwd, 'catalog/items/shengshuiwuting/990000-01-0-0008.yaml');
    writeFileSync(settings, 'title: 我的目录\n');
    writeFileSync(item, 'mine\n');

    const again = await run(['import', county, '--to', 'catalog', '--lang', 'en'], cwd);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('1 files would be overwritten, such as items/');
    expect(readFileSync(item, 'utf8')).toBe('mine\n');

    expect(await run(['import', county, '--to', 'catalog', '--force'], cwd)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(settings, 'utf8')).toBe('title: 我的目录\n');
    expect(readFileSync(item, 'utf8')).toContain('饲料添加剂经营许可');
    expect(readdirSync(join(cwd, 'catalog')).sort()).toEqual([
      'departments',
      'import-report.md',
      'items',
      'mingbai.yaml',
      '待整理.xlsx',
    ]);
  });

  it('leaves everything as it was when a file cannot be written', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'catalog/items'), { recursive: true });
    mkdirSync(join(cwd, 'catalog/departments/shengshuiwuting.yaml'), { recursive: true });
    expect((await run(['import', county, '--to', 'catalog'], cwd)).code).not.toBe(0);
    expect(readdirSync(join(cwd, 'catalog')).sort()).toEqual(['departments', 'items']);
    expect(readdirSync(join(cwd, 'catalog/departments'))).toEqual(['shengshuiwuting.yaml']);
  });

  it('points editors to schemas that stand beside the catalogue', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'schemas'));
    writeFileSync(join(cwd, 'schemas/item.schema.json'), '{}');
    await run(['import', county, '--to', 'catalog'], cwd);
    const path = join(cwd, 'catalog/items/shengshuiwuting/990000-01-0-0008.yaml');
    const [first] = readFileSync(path, 'utf8').split('\n');
    const schema = '../../../schemas/item.schema.json';
    expect(first).toBe(`# yaml-language-server: $schema=${schema}`);
  });

  it.each([
    [['import', 'nothing.csv', '--to', 'x'], '没有这个文件'],
    [['import', county], '没有写明写到哪个目录，请加 --to'],
    [['import', county, '--lang', 'en'], 'no folder to write to: add --to'],
    [['import', county, '--to', county], '不是文件夹'],
    [['import', new URL('import.test.ts', import.meta.url).pathname, '--to', 'x'], '表头'],
  ])('wrong use ends with 2 and writes nothing: %j', async (argv, message) => {
    const cwd = emptyFolder();
    const { code, out, err } = await run(argv, cwd);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
