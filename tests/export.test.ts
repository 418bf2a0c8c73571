import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { guarded, unguarded } from '../src/exchange/formula.ts';
import { loadCatalog } from '../src/load/load.ts';
import { diskFiles } from '../src/world/disk.ts';
import { emptyFolder, run } from './program.ts';

const cwd = emptyFolder();
const ITEM = 'items/water/water-abstraction.yaml';

beforeAll(() => cpSync('tests/catalog', join(cwd, 'catalog'), { recursive: true }));

const textOf = (path: string): string => readFileSync(join(cwd, path), 'utf8');
const valuesIn = (folder: string) => loadCatalog(diskFiles(join(cwd, folder))).catalog.items;

async function told(argv: readonly string[], words: string, code = 0): Promise<void> {
  const result = await run(argv, cwd);
  expect(result.out + result.err).toContain(words);
  expect(result.code).toBe(code);
}

describe('a folder of CSV files', () => {
  test('comes back value for value', async () => {
    await told(['export', 'catalog', '--to', 'tables'], '导出 3 个事项，写好了 tables');
    expect(readdirSync(join(cwd, 'tables'))).toContain('材料.csv');
    await told(['import', 'tables', '--to', 'from-csv'], '冲突 0 处，没有读懂 0 格');
    expect(valuesIn('from-csv').map(({ value }) => value)).toEqual(
      valuesIn('catalog').map(({ value }) => value),
    );
  });

  test('a cell changed in one of them changes its field alone', async () => {
    cpSync(join(cwd, 'catalog'), join(cwd, 'changed'), { recursive: true });
    const csv = textOf('tables/材料.csv');
    expect(csv.split('12个月用水量相加等于年取水量，末页签名或者盖章。')).toHaveLength(2);
    writeFileSync(join(cwd, 'tables/材料.csv'), csv.replace('末页签名或者盖章', '末页盖章'));
    await told(['import', 'tables', '--to', 'changed'], '改了 1 处（1 个文件）');
    expect(textOf(`changed/${ITEM}`)).toBe(
      textOf(`catalog/${ITEM}`).replace('末页签名或者盖章', '末页盖章'),
    );
  });

  test('any other folder is no file to import', async () => {
    await told(['import', 'catalog', '--to', 'none'], '里面没有 export 导出的 CSV', 2);
  });
});

describe('other forms', () => {
  test('JSON comes back value for value, and says what it cannot know', async () => {
    await told(['export', 'catalog', '--to', 'list.json'], '写好了 list.json');
    await told(['import', 'list.json', '--to', 'from-json'], '新增 10 个文件');
    expect(valuesIn('from-json').map(({ value }) => value)).toEqual(
      valuesIn('catalog').map(({ value }) => value),
    );
    const json = textOf('list.json').replace('"3个工作日"', '"2个工作日"');
    writeFileSync(join(cwd, 'list.json'), json);
    await told(['import', 'list.json', '--to', 'from-json'], '不知道原来是什么，没有改', 1);
  });

  test('one table of items as CSV', async () => {
    await told(['export', 'catalog', '--to', 'items.csv'], '写好了 items.csv');
    expect(textOf('items.csv').split('\r\n')[0]).toMatch(/^\ufeff标识,事项名称,别名,/);
    await told(['import', 'items.csv', '--to', 'catalog'], '改了 0 处');
  });

  test('a form that is not known, and nowhere to write to', async () => {
    await told(['export', 'catalog', '--to', 'a.ods'], '不能导出成“.ods”，可用：.xlsx', 2);
    await told(['export', 'catalog', '--to', 'a.xlsx', '--format', 'ods'], '没有“ods”这种形式', 2);
    await told(['export', 'catalog'], '没有写明写到哪里，请加 --to', 2);
    await told(['export', '--template', 'a.csv'], '模板是 XLSX', 2);
    await told(['export', 'catalog', '--to', 'folder', '--format', 'xlsx'], '写到一个文件', 2);
  });
});

describe('a part', () => {
  test('of a department, or some items', async () => {
    await told(
      ['export', 'catalog', '--to', 'p.xlsx', '--department', '明白县水利局'],
      '导出 2 个',
    );
    await told(
      ['export', 'catalog', '--to', 'p.xlsx', '--only', 'water-abstraction,居住证签注'],
      '导出 2 个',
    );
    await told(['export', 'catalog', '--to', 'p.xlsx', '--only', 'nothing'], '没有“nothing”', 2);
    await told(['export', 'catalog', '--to', 'p.xlsx', '--department', '某局'], '没有“某局”', 2);
    const book = await readXlsx(readFileSync(join(cwd, 'p.xlsx')));
    expect(book.sheets.find(({ name }) => name === '大厅')).toBeUndefined();
    await told(['import', 'p.xlsx', '--to', 'catalog'], '改了 0 处（0 个文件），新增 0 个文件');
  });
});

describe('the workbook', () => {
  test('has heads that stay, cells that wrap, lists to choose from, and no formula', async () => {
    cpSync(join(cwd, 'catalog'), join(cwd, 'odd'), { recursive: true });
    const odd = '=HYPERLINK("http://x","甲")';
    const text = textOf(`odd/${ITEM}`).replace('name: 取水许可\n', `name: '${odd}'\n`);
    writeFileSync(join(cwd, `odd/${ITEM}`), text);
    await told(['export', 'odd', '--to', 'odd.xlsx'], '导出 3 个事项');
    const book = await readXlsx(readFileSync(join(cwd, 'odd.xlsx')), { readStyles: true });
    const [items] = book.sheets;
    expect(book.sheets.slice(0, 6).map(({ name }) => name)).toEqual([
      '事项',
      '材料',
      '环节',
      '收费',
      '情形',
      '依据',
    ]);
    expect(items?.freezePane?.rows).toBe(1);
    expect(items?.dataValidations?.length).toBeGreaterThan(10);
    const cells = [...(items?.cells?.entries() ?? [])];
    expect(cells.filter(([, { formula }]) => formula !== undefined)).toEqual([]);
    expect(items?.rows.flat()).toContain(`'${odd}`);
    await told(['import', 'odd.xlsx', '--to', 'odd-again'], '没有读懂 0 格');
    expect(valuesIn('odd-again').map(({ value }) => value.name)).toContain(odd);
  });

  test.each([
    '=1+1',
    '+86',
    '-1+2',
    '@x',
    '＝甲',
    '\t=1',
    "'=1",
    "''x",
    '- 权利：甲',
    '-5',
    '一般',
  ])('what a cell holds of %j is read as it was', (text) => {
    for (const kind of ['xlsx', 'csv'] as const) {
      const safe = guarded(text, kind);
      expect(unguarded(safe, kind)).toBe(text);
      expect(/^\s*[=+@＝]/.test(safe)).toBe(false);
    }
  });

  test('rows that were copied and deleted', async () => {
    await told(['export', 'catalog', '--to', 'list.xlsx'], '导出 3 个事项');
    const { writeXlsx } = await import('hucre/xlsx');
    const book = await readXlsx(readFileSync(join(cwd, 'list.xlsx')));
    const sheets = book.sheets.map(({ name, rows: [heads = [], ...rows] }) => {
      if (name !== '材料') return { name, rows: [heads, ...rows] };
      const at = heads.indexOf('材料名称');
      const kept = rows.filter((row) => row[at] !== '营业执照');
      const form = kept.find((row) => row[at] === '取水许可申请书') ?? [];
      const copy = heads.map((_, column) =>
        column === at ? '授权委托书' : (form[column] ?? null),
      );
      // The copy stands behind the row that it was made of.
      const place = kept.indexOf(form) + 1;
      return { name, rows: [heads, ...[...kept.slice(0, place), copy, ...kept.slice(place)]] };
    });
    writeFileSync(join(cwd, 'list.xlsx'), await writeXlsx({ sheets }));
    cpSync(join(cwd, 'catalog'), join(cwd, 'rows'), { recursive: true });
    await told(['import', 'list.xlsx', '--to', 'rows'], '改了 2 处（1 个文件）');
    const names = valuesIn('rows').flatMap(({ id, value }) =>
      id === 'water-abstraction' ? (value.materials ?? []).map(({ name }) => name) : [],
    );
    expect(names.slice(0, 3)).toEqual(['取水许可申请书', '授权委托书', '取水许可证']);
  });

  test('what is typed in other words is taken in its normal form, what is too long is left', async () => {
    cpSync(join(cwd, 'catalog'), join(cwd, 'typed'), { recursive: true });
    const path = `typed/${ITEM}`;
    const long = `notes: ${'甲'.repeat(33_000)}\n`;
    writeFileSync(join(cwd, path), textOf(path).replace(/^notes: .*\n/m, long));
    await told(['export', 'typed', '--to', 'typed.xlsx'], '导出 3 个事项');
    const { writeXlsx } = await import('hucre/xlsx');
    const book = await readXlsx(readFileSync(join(cwd, 'typed.xlsx')));
    const typed: Readonly<Record<string, string>> = {
      承诺办结时限: '不超过二个工作日',
      核验日期: '2026年11月5日',
      到办事现场次数: '两次',
    };
    const sheets = book.sheets.map(({ name, rows: [heads = [], ...rows] }) => {
      const changed = rows.map((row) => {
        const isOurs = name === '事项' && row[0] === 'water-abstraction';
        return row.map((cell, at) => (isOurs ? (typed[String(heads[at])] ?? cell) : cell));
      });
      return { name, rows: [heads, ...changed] };
    });
    writeFileSync(join(cwd, 'typed.xlsx'), await writeXlsx({ sheets }));
    await told(
      ['import', 'typed.xlsx', '--to', 'typed'],
      '到办事现场次数没有改：“两次”不是数字',
      1,
    );
    const now = textOf(path);
    expect(now).toContain('  committed: 2个工作日\n');
    expect(now).toContain('reviewed: 2026-11-05\n');
    expect(now).toContain(long);
  });

  test('the list of an office is not written over, an export is', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const theirs = await writeXlsx({ sheets: [{ name: '清单', rows: [['事项名称']] }] });
    writeFileSync(join(cwd, 'theirs.xlsx'), theirs);
    for (const argv of [['catalog', '--to'], ['--template']]) {
      await told(['export', ...argv, 'theirs.xlsx'], '不是 mingbai 导出的，不敢覆盖', 2);
    }
    for (const name of ['twice.xlsx', 'twice.csv', 'twice.json', 'twice.docx']) {
      await told(['export', 'catalog', '--to', name], '写好了');
      await told(['export', 'catalog', '--to', name], '写好了');
    }
  });

  test('a file that cannot be read is told', async () => {
    cpSync(join(cwd, 'catalog'), join(cwd, 'broken'), { recursive: true });
    writeFileSync(join(cwd, `broken/${ITEM}`), 'id: [\n');
    await told(['export', 'broken', '--to', 'b.xlsx'], '有 1 个文件读不了，没有导出');
  });
});
