import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { displayWidth } from '../src/text/characters.ts';
import { emptyFolder, ROOT, run } from './program.ts';

interface Table {
  readonly key: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly chart?: unknown;
}

interface Document {
  readonly tables: readonly Table[];
  readonly figures: readonly { key: string; label: string; value: string | null }[];
  readonly policyWords: readonly string[];
}

const argv = ['stats', 'catalog', '--day', '1', '--explain', 'zero-visit'];
const folder = emptyFolder();
let json: Document;

beforeAll(async () => {
  json = JSON.parse((await run([...argv, '--format', 'json'], ROOT)).out);
});

async function written(format: string): Promise<Buffer> {
  const file = join(folder, `stats.${format}`);
  const { code, out } = await run([...argv, '--format', format, '--out', file], ROOT);
  expect([code, out]).toEqual([0, '']);
  return readFileSync(file);
}

/** Every cell of every table, with the table's title. */
const cells = (tables: readonly Table[]) =>
  tables.map(({ title, rows }) => ({ title, rows: rows.map((row) => [...row]) }));

describe('the same digits in each form', () => {
  test('table', async () => {
    const { out } = await run(argv, ROOT);
    const lines = new Set(out.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()));
    for (const { rows } of json.tables) {
      for (const row of rows) expect(lines).toContain(row.join(' ').replace(/\s+/g, ' ').trim());
    }
    for (const { label, value } of json.figures) {
      if (value !== null) expect(out).toContain(`\n${label} ${value}`);
    }
  });

  test('csv', async () => {
    const text = (await written('csv')).toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = parseCsv(text.slice(1)).map((row) => row.map((cell) => String(cell ?? '')));
    for (const { title, rows: wanted } of cells(json.tables)) {
      const own = rows.filter(([first]) => first === title).map((row) => row.slice(1));
      const width = wanted[0]?.length ?? 0;
      expect(own.map((row) => row.slice(0, width))).toEqual(wanted);
    }
  });

  test('xlsx', async () => {
    const book = await readXlsx(await written('xlsx'), { readStyles: true });
    for (const { title, rows } of cells(json.tables)) {
      const sheet = book.sheets.find(({ name }) => name === title.slice(0, 28));
      const own = (sheet?.rows ?? []).slice(1).map((row) => row.map((cell) => cell ?? ''));
      expect(own.map((row, line) => row.map((cell, at) => shown(cell, rows[line]?.[at])))).toEqual(
        rows,
      );
    }
  });

  test('html', async () => {
    const html = (await written('html')).toString('utf8');
    for (const { key, rows } of json.tables) {
      const section = new RegExp(`<section id="${key}">[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';
      const own = [...section.matchAll(/<tr>(<th scope="row">.*?)<\/tr>/g)].map(([, row = '']) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell)),
      );
      expect(own).toEqual(rows.map((row) => [...row]));
    }
  });
});

/** A number of a sheet as it is shown: as many decimals, and percent, as the text has. */
function shown(cell: unknown, text = ''): string {
  if (typeof cell !== 'number') return String(cell);
  const percent = text.endsWith('%');
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const value = percent ? cell * 100 : cell;
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(decimals)}${percent ? '%' : ''}`;
}

function plain(html: string): string {
  return html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

describe('the page', () => {
  test('needs nothing else: no script, no file from elsewhere', async () => {
    const html = (await written('html')).toString('utf8');
    expect(html).not.toMatch(/<script|<link|\bsrc=|url\(|@import|https?:/);
  });

  test('has a chart with its table for every table of percentages', async () => {
    const html = (await written('html')).toString('utf8');
    const charts = json.tables.filter(({ chart }) => chart !== undefined);
    expect(charts.length).toBeGreaterThan(5);
    for (const { key, rows } of charts) {
      const section = new RegExp(`<section id="${key}">[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';
      if (!rows.some((row) => row.some((cell) => cell.endsWith('%')))) continue;
      expect(section).toMatch(/<figure>\n<svg[^>]*role="img"[\s\S]*<title[\s\S]*<table>/);
    }
  });

  test('is the same each time', async () => {
    for (const format of ['html', 'xlsx']) {
      expect((await written(format)).equals(await written(format))).toBe(true);
    }
  });
});

test('the 口径 stands with the numbers, in words', () => {
  expect(json.policyWords.join('\n')).toContain('只写“日”的，1日＝1个工作日');
  expect(json.policyWords.join('\n')).not.toMatch(/[{}"]/);
});

test('columns of the terminal table line up', async () => {
  const { out } = await run(argv, ROOT);
  const [, block = ''] = out.split('\n按事项类型\n');
  const [head = '', ...lines] = block.split('\n');
  const row = lines.find((line) => line.includes('行政许可')) ?? '';
  const end = (line: string, cell: string) =>
    displayWidth(line.slice(0, line.indexOf(cell) + cell.length));
  expect(end(head, '法定合计')).toBe(end(row, ` ${row.trim().split(/\s+/)[4]} `.trimEnd()));
});

describe('options', () => {
  test('--explain lists items and lines', async () => {
    const { out } = await run(['stats', 'tests/catalog', '--explain', '即办件占比'], ROOT);
    expect(out).toMatch(/即办件占比：计算过程[\s\S]*tests\/catalog\/items\/.*\.yaml:\d+/);
  });

  test('the command line decides the 口径', async () => {
    const own = ['--types', '行政许可', '--instant', '1', '--natural-day', '1', '--day', '5/7'];
    const { out } = await run(['stats', 'catalog', '--format', 'json', ...own], ROOT);
    expect(JSON.parse(out).policy).toMatchObject({
      types: ['行政许可'],
      instant: '1',
      units: { 自然日: '1', 日: '5/7' },
    });
  });

  test('completeness lists each gap at file and line', async () => {
    const { out } = await run(['stats', 'completeness', 'tests/catalog'], ROOT);
    expect(out).toMatch(/要素完整度（国家实施清单必填要素） 98\.9%（89\/90）/);
    expect(out).toMatch(/结果类型\s+tests\/catalog\/items\/water\/water-use-plan\.yaml:\d+/);
    expect(out).not.toContain('零跑动');
  });

  test.each([
    [['--format', 'xlsx'], 'xlsx 要写到文件'],
    [['--instant', '2'], '口径没有“2”这个取值'],
    [['--month', '二十'], '口径没有“二十”这个取值'],
    [['--explain', 'nothing'], '没有“nothing”这个指标'],
    [['--from', 'no-such-revision'], '没有 git 版本“no-such-revision”；用 git log'],
  ])('wrong use %j is told in one line', async (more, words) => {
    const { code, err, out } = await run(['stats', 'catalog', ...more], ROOT);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
