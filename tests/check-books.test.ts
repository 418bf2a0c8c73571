import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { smallCatalogue } from './small-catalogue.ts';

const ITEM = 'catalog/items/water/water-abstraction.yaml';

const ORDER = ['错误', '警告', '建议'];

/** What a department fills in, by file and place; all of it is missing or wrong in the catalogue. */
const FILLED: Readonly<Record<string, string>> = {
  '/level': '县级',
  '/quota': 'quota: 无数量限制',
  '/contact/complain': '0399-5551101',
  '/hall_entry/entered': '是',
  '/limits/committed': '三个工作日',
  '/materials/0/necessity': '必要',
  '/materials/1/necessity': '必要',
  '/materials/0/copies': '2份',
  '/basis/0/article': '第七条',
  '/effective': '2026年1月1日',
  '/faq': '问：可以委托别人办吗？答：可以，带委托书。\n问：要钱吗？答：不收费。',
  '/result/kind': '证照',
};

/** One item of the sample catalogue, with what all share; much of it is missing. */
function youngCatalog(): string {
  const cwd = emptyFolder();
  smallCatalogue(join(cwd, 'catalog'));
  let text = readFileSync(join(cwd, ITEM), 'utf8');
  for (const [from, to] of SPOILT) {
    if (typeof from === 'string' ? !text.includes(from) : !from.test(text))
      throw new Error(`${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(join(cwd, ITEM), text);
  return cwd;
}

const SPOILT: readonly (readonly [string | RegExp, string])[] = [
  ['level: 县级\n', ''],
  [/^quota: [^\n]*\n(?: [^\n]*\n)*/m, ''],
  [/^ {2}complain: [^\n]*\n/m, ''],
  [/^hall_entry: [^\n]*\n/m, ''],
  [/^ {2}committed: [^\n]*\n/m, '  committed: 尽快\n'],
  ['    necessity: 必要\n', ''],
  ['    necessity: 必要\n', ''],
  ['    copies: 2\n', '    copies: 两三份\n'],
  [/^ {4}article: [^\n]*\n/m, ''],
  ['effective: 2026-01-01', 'effective: 不久'],
  [/^faq:\n(?: [^\n]*\n)*/m, ''],
  [/^ {2}kind: 证照\n/m, ''],
];

type Row = Readonly<Record<string, string>>;

async function rowsIn(path: string): Promise<Row[]> {
  const { sheets } = await readXlsx(readFileSync(path));
  return sheets.flatMap(({ name, rows: [heads = [], ...rows] }) =>
    rows.map((row) => ({
      sheet: name,
      ...Object.fromEntries(heads.map((head, at) => [String(head), String(row[at] ?? '')])),
    })),
  );
}

async function fill(path: string, by: Readonly<Record<string, string>>): Promise<void> {
  const { sheets } = await readXlsx(readFileSync(path));
  const filled = sheets.map(({ name, rows: [heads = [], ...rows] }) => {
    const [place, to] = [heads.indexOf('位置'), heads.indexOf('填写')];
    const done = rows.map((row) =>
      heads.map((_, at) => (at === to ? by[String(row[place])] : row[at]) ?? null),
    );
    return { name, rows: [heads, ...done] };
  });
  writeFileSync(path, await writeXlsx({ sheets: filled }));
}

test('each department gets a workbook, which is filled in and taken back', async () => {
  const cwd = youngCatalog();
  const made = await run(['check', '--format', 'xlsx', '--no-cache'], cwd);
  expect(made).toMatchObject({ code: 1, out: '' });
  expect(made.err).toMatch(/^要改的 \d+ 处写在 待整改 里（1 个工作簿），填好“填写”列后导回：/);
  expect(readdirSync(join(cwd, '待整改'))).toEqual(['明白县水利局.xlsx']);
  const path = join(cwd, '待整改/明白县水利局.xlsx');
  const rows = await rowsIn(path);
  const places = rows.map((row) => row.位置);
  expect([...places].sort()).toEqual([...new Set(places)].sort());
  expect(Object.keys(FILLED).filter((place) => !places.includes(place))).toEqual([]);
  const levels = rows.map((row) => row.级别 ?? '');
  expect(levels).toEqual([...levels].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  expect(rows.find((row) => row.位置 === '/materials/0/copies')).toMatchObject({
    事项: '取水许可，申请材料“取水许可申请书”',
    栏目: '份数',
    原文: 'copies: 两三份',
  });
  await fill(path, FILLED);
  const again = await run(['check', '--format', 'xlsx', '--no-cache'], cwd);
  expect(again.err).toContain('里有填好的格子，没有覆盖');
  const taken = await run(['import', '待整改'], cwd);
  expect(taken.out).toBe(`填进 ${Object.keys(FILLED).length} 处（1 个文件），没有填进去 0 处\n`);
  const after = await run(['check', '--no-cache', '--format', 'json'], cwd);
  expect(JSON.parse(after.out).findings).toEqual([]);
});

test('one file has a sheet a department; what cannot be taken is told by sheet and line', async () => {
  const cwd = youngCatalog();
  const department = join(cwd, 'catalog/departments/water.yaml');
  writeFileSync(
    department,
    readFileSync(department, 'utf8').replace(/^name: .*$/m, '$&\nnote: 无'),
  );
  const hall = join(cwd, 'catalog/halls');
  const [first = ''] = readdirSync(hall);
  writeFileSync(join(hall, first), `${readFileSync(join(hall, first), 'utf8')}nothing: 1\n`);
  const argv = ['check', '--no-cache', '--format', 'json=all.json', '--format', 'xlsx=要改.xlsx'];
  expect((await run(argv, cwd)).code).toBe(1);
  expect(JSON.parse(readFileSync(join(cwd, 'all.json'), 'utf8')).findings).not.toEqual([]);
  const sheets = new Set((await rowsIn(join(cwd, '要改.xlsx'))).map(({ sheet }) => sheet));
  expect([...sheets].sort()).toEqual(['共用的文件', '明白县水利局'].sort());
  await fill(join(cwd, '要改.xlsx'), { '/level': '村庄级', '/limits/committed': '等通知' });
  const before = readFileSync(join(cwd, ITEM), 'utf8');
  const { code, out } = await run(['import', '../要改.xlsx'], join(cwd, 'catalog'));
  expect(code).toBe(1);
  expect(out).toMatch(
    /明白县水利局 第\d+行 .*行使层级：没有填进去：“村庄级”不在可以填的值里：国家级/,
  );
  expect(out).toMatch(/承诺办结时限：没有填进去：没有读懂/);
  expect(readFileSync(join(cwd, ITEM), 'utf8')).toBe(before);
});
