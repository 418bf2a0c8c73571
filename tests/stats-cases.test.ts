import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

const ITEMS = {
  a: 'limits: { statutory: 20个工作日, committed: 5个工作日 }\nvisits: 1\nmaterials: [{ name: 表, necessity: 必要 }, { name: 身份证, necessity: 必要, waiver: { how: 电子证照 } }]\n',
  b: 'limits: { statutory: 10个工作日 }\nmaterials: [{ name: 表, necessity: 必要 }]\n',
};

function folderWith(table: string): string {
  const folder = emptyFolder();
  const files = {
    'mingbai.yaml': 'title: 目录\n',
    'departments/x.yaml': 'id: x\nname: 局\n',
    'cases.csv': table,
    ...Object.fromEntries(
      Object.entries(ITEMS).map(([id, lines]) => [
        `items/x/${id}.yaml`,
        `id: ${id}\nname: 事项${id}\ntype: 行政许可\ndepartment: x\n${lines}`,
      ]),
    ),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function tablesOf(table: string) {
  const argv = ['stats', '--cases', 'cases.csv', '--format', 'json'];
  const { out } = await run(argv, folderWith(table));
  const all: { key: string; rows: string[][] }[] = JSON.parse(out).tables;
  return Object.fromEntries(all.map(({ key, rows }) => [key, rows]));
}

describe('cases of a year', () => {
  test('times what a case takes, before and after; the unknown is left out and named', async () => {
    const tables = await tablesOf('事项编码,办件量\na,"1,200"\nb,100\nzz,5\n');
    expect(tables.spared).toEqual([
      ['提交材料', '2500', '1300', '1200', '份', '2', '1300', '—'],
      ['跑动', '—', '—', '—', '次', '0', '0', 'a、b'],
      ['等待', '24000', '6000', '18000', '个工作日', '1', '1200', 'b'],
    ]);
    expect(tables['spared-items']?.[0]).toEqual(['事项a（a）', '1200', '2→1', '—→1', '20→5']);
    expect(tables['spared-unmatched']).toEqual([['zz', '目录里没有这个编码的事项']]);
  });

  test.each([
    ['名称,办件量\na,1\n', '“事项编码”和“办件量”两栏'],
    ['事项编码,办件量\na,很多\n', '第 2 行：要有编码和整数的办件量'],
    ['事项编码,办件量\na,1\na,2\n', '第 3 行：编码重复'],
  ])('%j is refused', async (table, words) => {
    const { code, err } = await run(['stats', '--cases', 'cases.csv'], folderWith(table));
    expect([code, err.includes(words)]).toEqual([2, true]);
  });
});

describe('scores by a standard', () => {
  test('item by item, with what is deducted and where', async () => {
    const folder = folderWith('编码,件数\n');
    const argv = ['stats', '--profile', 'notice', '--format', 'json'];
    const { out } = await run(argv, folder);
    const all: { key: string; rows: string[][]; note: string }[] = JSON.parse(out).tables;
    const [scores, places] = ['profile', 'profile-deductions'].map((key) =>
      all.find((each) => each.key === key),
    );
    // Seven elements: b has its name and materials, a its committed limit besides.
    expect(scores?.rows.map(([item, score, off]) => [item, score, off])).toEqual([
      ['事项b（b）', '28.6', '71.4'],
      ['事项a（a）', '42.9', '57.1'],
    ]);
    expect(scores?.note).toContain('标准没有规定分值，等分是本程序的算法');
    expect(places?.rows).toEqual(
      expect.arrayContaining([['事项b（b）', '承诺办结时限', '14.3', 'items/x/b.yaml:5']]),
    );
  });

  test('a standard that there is not is told with those there are', async () => {
    const { code, err } = await run(['stats', '--profile', 'none'], folderWith('编码,件数\n'));
    expect([code, err.includes('census')]).toEqual([2, true]);
  });
});
