import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importFile } from '../src/import/import.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { seededRandom } from './bench/random.ts';
import { LAYOUTS } from './sheet-layouts.ts';
import type { MadeBook, MadeItem } from './sheet-maker.ts';

const SEEDS = [1, 2, 3];
const made = Object.entries(LAYOUTS).flatMap(([layout, make]) =>
  SEEDS.map((seed): [string, MadeBook] => {
    const name = `${layout}, ${seed}`;
    return [name, { layout, ...make(seededRandom(seed * 7919 + layout.length)) }];
  }),
);

/** The items read, told as the maker tells them. */
async function readBook(bytes: Uint8Array, name: string) {
  const { files, summary } = await importFile(bytes, name);
  const all = [...files].map(([path, text]): [string, unknown] => [
    path,
    path.endsWith('.yaml') ? parse(text) : text,
  ]);
  const departments = new Map(
    all
      .filter(([path]) => path.startsWith('departments/'))
      .map(([, value]) => [(value as { id: string }).id, (value as { name: string }).name]),
  );
  const items = all.filter(([path]) => path.startsWith('items/')).map(([, value]) => value as Item);
  const report = files.get('import-report.md') ?? '';
  return {
    items,
    departments,
    report,
    summary,
    read: items.map((item) => tell(item, departments)),
  };
}

function tell(item: Item, departments: ReadonlyMap<string, string>): MadeItem {
  const days = (limit: string | undefined): number =>
    Number(/^(\d+)个工作日$/.exec(limit ?? '0个工作日')?.[1] ?? -1);
  return {
    ...{ name: item.name, type: item.type, code: item.codes?.local ?? '' },
    department: departments.get(item.department) ?? '',
    ...{ statutory: days(item.limits?.statutory), committed: days(item.limits?.committed) },
    materials: (item.materials ?? []).map((one) =>
      typeof one === 'string'
        ? { name: one, form: '', copies: 0 }
        : { name: one.name, form: one.form ?? '', copies: one.copies ?? 0 },
    ),
    situations: (item.situations ?? []).map(({ name }) => name),
    steps: (item.steps ?? []).map((step) => (typeof step === 'string' ? step : step.name)),
  };
}

function byName(items: readonly MadeItem[]): MadeItem[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Texts of a sheet that are in no field, in nothing left to people and not named in the report. */
function lost(
  book: MadeBook,
  items: readonly Item[],
  departments: Iterable<string>,
  report: string,
): string[] {
  const plain = (text: string): string => text.replace(/[\s\\*]+|<br>/g, '');
  const fields = items.map(({ imported, ...item }) => JSON.stringify([item, imported?.unresolved]));
  const hay = plain([...fields, ...departments, report].join('\n'));
  const cells = book.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell !== null);
  const pieces = cells.flatMap((cell) => String(cell).split(/[\n；]|(?<=[一二三四五六\d])[、.]/));
  return pieces.filter((piece) => {
    const bare = plain(piece).replace(/^(?:[一二三四五六]|\d)$/, '');
    return bare !== '' && !hay.includes(bare) && !CODES.test(bare);
  });
}

/** Codes that stand for terms, and units that stand with their numbers. */
const CODES = /^(?:01|05|07|10|20|工作日)$/;

describe.each(made)('%s', (_, book) => {
  it('gives the items, departments, materials, situations and steps that it has, and no others', async () => {
    const bytes = await writeXlsx({ sheets: book.sheets });
    const { items, read, departments, report, summary } = await readBook(
      bytes,
      `${book.fileName}.xlsx`,
    );
    expect(byName(read)).toEqual(byName(book.items));
    expect([...departments.values()].sort()).toEqual(
      [...new Set(book.items.map(({ department }) => department))].sort(),
    );
    expect(summary.items.flatMap(({ reading }) => reading.unresolved)).toEqual([]);
    expect(lost(book, items, departments.values(), report)).toEqual([]);
  });
});

describe('a column beside the values of a form', () => {
  const head = ['栏目', '填写内容', '填写要求'];
  const rows = [
    ['事项名称', '路灯报修', '写清单里的全称'],
    ['实施主体', '县城市管理局', '写全称，例如县水利局'],
    ['承诺时限', '5个工作日', '不超过法定时限'],
    ['事项类型', '公共服务', '行政许可'],
  ];

  it.each([
    ['with a head', [head, ...rows]],
    ['without', rows],
  ])('%s is no item, and told', async (_, sheet) => {
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows: sheet }] });
    const { items, report } = await readBook(bytes, 'a.xlsx');
    expect(items.map(({ name }) => name)).toEqual(['路灯报修']);
    expect(report).toContain('写清单里的全称');
  });
});
