import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readOpenValues, writeOpenValues } from '../src/exchange/open-values.ts';
import { emptyFolder, run } from './program.ts';

const LIST = [
  '事项名称,事项类型,实施主体,承诺办结时限,申请材料',
  '取水许可,行政许可,明白县水利局,尽快,1.申请书',
  '凿井许可,许可类,明白县水利局,看情况,详见附件',
].join('\r\n');

const ITEM = 'catalog/items/mingbaixianshuiliju/qsxk.yaml';
const OTHER = 'catalog/items/mingbaixianshuiliju/zjxk.yaml';

/** Fills in the last column by the texts of the original. */
async function fill(path: string, by: Readonly<Record<string, string>>): Promise<void> {
  const book = await readXlsx(readFileSync(path));
  const [sheet] = book.sheets;
  const [heads = [], ...rows] = sheet?.rows ?? [];
  const [original, place] = [heads.indexOf('原文'), heads.indexOf('填写')];
  const filled = rows.map((row) => {
    const text = by[String(row[original])];
    return heads.map((_, at) => (at === place ? (text ?? null) : (row[at] ?? null)));
  });
  writeFileSync(path, await writeXlsx({ sheets: [{ name: '待整理', rows: [heads, ...filled] }] }));
}

test('what an import did not understand is filled in and taken back, in place', async () => {
  const cwd = emptyFolder();
  const text = (path: string): string => readFileSync(join(cwd, path), 'utf8');
  writeFileSync(join(cwd, 'list.csv'), LIST);
  const first = await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  expect(first.code).toBe(0);
  expect(first.out).toContain('待整理的 4 处写在 待整理.xlsx 里');
  const path = 'catalog/待整理.xlsx';
  const before = text(ITEM);
  await fill(join(cwd, path), {
    尽快: '三个工作日',
    许可类: '行政许可',
    看情况: '等通知',
    详见附件: '1.申请书\n2.身份证',
  });
  const again = await run(['import', path, '--to', 'catalog'], cwd);
  expect(again.code).toBe(1);
  expect(again.out).toContain('填进 3 处（2 个文件），没有填进去 1 处');
  expect(again.out).toContain('承诺办结时限：没有填进去：没有读懂');
  expect(text(ITEM)).toContain('limits:\n  committed: 3个工作日\n');
  expect(text(ITEM)).not.toContain('unresolved');
  expect(before).toContain('unresolved');
  expect(text(OTHER)).toContain('type: 行政许可\n');
  expect(text(OTHER)).toContain('  - name: 身份证\n');
  // What is filled in and not taken back yet is not written over.
  const kept = readFileSync(join(cwd, path));
  const third = await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  expect(third.err).toContain('待整理.xlsx 里有填好的格子，没有覆盖');
  expect(readFileSync(join(cwd, path)).equals(kept)).toBe(true);
});

test('a value that was changed in the catalogue meanwhile is told and stays', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'list.csv'), LIST);
  await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  const item = join(cwd, ITEM);
  const mine = readFileSync(item, 'utf8').replace(
    'imported:',
    'limits:\n  committed: 5个工作日\nimported:',
  );
  writeFileSync(item, mine);
  await fill(join(cwd, 'catalog/待整理.xlsx'), { 尽快: '3个工作日' });
  const { code, out } = await run(['import', 'catalog/待整理.xlsx', '--to', 'catalog'], cwd);
  expect([code, out.includes('目录里这一栏已经改成“5个工作日”')]).toEqual([1, true]);
  expect(readFileSync(item, 'utf8')).toBe(mine);
});

test('places and texts come back as they were, none as a formula', async () => {
  const value = {
    file: 'items/a/b.yaml',
    pointer: '/limits/committed',
    name: '=HYPERLINK("http://x")',
    field: '承诺办结时限',
    original: '+1\n第二行',
    need: '写数字加单位',
    current: '尽快',
  };
  const bytes = await writeOpenValues([value, value], '2026-11-30');
  const book = await readXlsx(bytes);
  const rows = (book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
  const cells = [...(book.sheets[0]?.cells?.values() ?? [])];
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect(readOpenValues([{ name: '待整理', rows }])).toEqual([]);
  const filled = rows.map((row, at) =>
    at === 1 ? row.map((cell, to) => (to === 6 ? '无' : cell)) : row,
  );
  expect(readOpenValues([{ name: 'Sheet1', rows: filled }])).toMatchObject([
    { line: 2, file: value.file, pointer: value.pointer, original: value.original, text: '无' },
  ]);
  expect(readOpenValues([{ name: '待整理', rows: [['事项名称', '填写']] }])).toBeUndefined();
});

test('a template that somebody fills in becomes items without anything to complain of', async () => {
  const cwd = emptyFolder();
  expect((await run(['export', '--template', 'list.xlsx'], cwd)).code).toBe(0);
  const untouched = await run(['import', 'list.xlsx', '--to', 'catalog'], cwd);
  expect(untouched.out).toContain('新增 0 个文件');
  const book = await readXlsx(readFileSync(join(cwd, 'list.xlsx')));
  const add: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    事项: {
      事项名称: '凿井许可',
      事项类型: '行政许可',
      实施主体: '某县水利局',
      承诺办结时限: '5个工作日',
      服务对象: '自然人、企业法人',
    },
    材料: { 事项名称: '凿井许可', 材料名称: '申请书', 份数: '2', 材料必要性: '必要' },
    情形: { 事项名称: '凿井许可', 情形标识: 'new', 情形名称: '新办' },
  };
  const sheets = book.sheets.map(({ name, rows }) => {
    const heads = rows[0] ?? [];
    const more = add[name];
    if (more === undefined) return { name, rows };
    return { name, rows: [...rows, heads.map((head) => more[String(head)] ?? null)] };
  });
  writeFileSync(join(cwd, 'list.xlsx'), await writeXlsx({ sheets }));
  const { code, out } = await run(['import', 'list.xlsx', '--to', 'catalog'], cwd);
  expect([code, out]).toEqual([
    0,
    '新增 departments/mouxianshuiliju.yaml\n新增 items/mouxianshuiliju/zjxk.yaml\n' +
      '改了 0 处（0 个文件），新增 2 个文件，冲突 0 处，没有读懂 0 格\n',
  ]);
  const item = readFileSync(join(cwd, 'catalog/items/mouxianshuiliju/zjxk.yaml'), 'utf8');
  expect(item).toBe(
    'id: zjxk\nname: 凿井许可\ntype: 行政许可\ndepartment: mouxianshuiliju\n' +
      'audience: [自然人, 企业法人]\nsituations:\n  - id: new\n    name: 新办\nmaterials:\n' +
      '  - name: 申请书\n    copies: 2\n    necessity: 必要\nlimits:\n  committed: 5个工作日\n',
  );
});

test('a conflict that somebody has settled is not told again', async () => {
  const cwd = emptyFolder();
  const list = join(cwd, 'list.csv');
  const item = join(cwd, ITEM);
  writeFileSync(list, LIST.replace('尽快', '10个工作日'));
  await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  writeFileSync(item, readFileSync(item, 'utf8').replace(': 10个工作日\n', ': 7个工作日\n'));
  writeFileSync(list, LIST.replace('尽快', '5个工作日'));
  const told = await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  expect(told.out).toContain('承诺办结时限冲突：目录里是“7个工作日”，表里是“5个工作日”');
  const path = 'catalog/待整理.xlsx';
  await fill(join(cwd, path), { '目录：7个工作日\n来源：5个工作日': '7个工作日' });
  expect((await run(['import', path, '--to', 'catalog'], cwd)).out).toContain('填进 1 处');
  const again = await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  expect(again.out).toContain('冲突 0 处');
  expect(readFileSync(item, 'utf8')).toContain('committed: 7个工作日\n');
});

test('nor is one of an entry of a list, wherever the entry stands by then', async () => {
  const cwd = emptyFolder();
  const list = join(cwd, 'list.csv');
  const item = join(cwd, ITEM);
  const source = (copies: number): void =>
    writeFileSync(
      list,
      `事项名称,事项类型,实施主体,申请材料\n取水许可,行政许可,明白县水利局,"1.申请书\n2.身份证复印件${copies}份"\n`,
    );
  source(1);
  await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  const text = readFileSync(item, 'utf8').replace('copies: 1', 'copies: 3');
  writeFileSync(item, text.replace('materials:\n', 'materials:\n  - name: 委托书\n'));
  source(2);
  const told = await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  expect(told.out).toContain('份数冲突：目录里是“3”，表里是“2”');
  const book = 'catalog/待整理.xlsx';
  await fill(join(cwd, book), { '目录：3\n来源：2': '3' });
  expect((await run(['import', book, '--to', 'catalog'], cwd)).out).toContain('填进 1 处');
  const again = await run(['import', 'list.csv', '--to', 'catalog'], cwd);
  expect(again.out).toContain('冲突 0 处');
  expect(readFileSync(item, 'utf8')).toContain('copies: 3\n');
  // What the source changes later is told.
  source(4);
  expect((await run(['import', 'list.csv', '--to', 'catalog'], cwd)).out).toContain('份数冲突');
});
