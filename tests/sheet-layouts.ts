import type { Random } from './bench/random.ts';
import {
  headsFor,
  listStyle,
  type MadeBook,
  type MadeItem,
  type MadeSheet,
  makeItems,
  mergedDown,
} from './sheet-maker.ts';

type Layout = (random: Random) => Omit<MadeBook, 'layout'>;
type Value = MadeSheet['rows'][number][number];

const days = (count: number): string => `${count}个工作日`;
const one = (rows: Value[][], merges: MadeSheet['merges'] = [], name = '清单'): MadeSheet[] => [
  { name, rows, merges },
];
const book = (sheets: MadeSheet[], items: readonly MadeItem[], fileName = '清单') => ({
  ...{ sheets, items, fileName },
});
const bare = (items: readonly MadeItem[], ...left: (keyof MadeItem)[]): MadeItem[] =>
  items.map((item) => ({ ...item, ...Object.fromEntries(left.map((key) => [key, []])) }));

/** A flat list: heads, one row an item. */
function flat(random: Random, items: readonly MadeItem[]): Value[][] {
  const head = headsFor(random);
  const list = listStyle(random);
  const rows = items.map((item, at): Value[] => [
    ...[at + 1, item.name, item.type, item.department, item.code],
    ...[days(item.statutory), days(item.committed), list(item)],
  ]);
  const keys = ['name', 'type', 'department', 'code', 'statutory', 'committed', 'materials'];
  return [['序号', ...keys.map((key) => head[key]!)], ...rows];
}

const named = (items: readonly MadeItem[]): MadeItem[] =>
  bare(items, 'situations', 'steps').map((item) => ({
    ...item,
    materials: item.materials.map(({ name }) => ({ name, form: '', copies: 0 })),
  }));

/** One row a material: item, then name, form and number of copies. */
function materialRows(random: Random, items: readonly MadeItem[]): Value[][] {
  const head = headsFor(random);
  const keys = ['name', 'type', 'department', 'committed', 'material', 'form', 'copies'];
  const rows = items.flatMap(({ name, type, department, committed, materials }) =>
    materials.map((one): Value[] => [
      ...[name, type, department, days(committed), one.name, one.form, one.copies],
    ]),
  );
  return [keys.map((key) => head[key]!), ...rows];
}

const withoutStatutory = (items: readonly MadeItem[]): MadeItem[] =>
  bare(items, 'situations', 'steps').map((item) => ({ ...item, statutory: 0, code: '' }));

const wide = (row: number, width: number) => ({
  ...{ startRow: row, endRow: row, startCol: 0, endCol: width - 1 },
});

/** By name: the ways in which offices lay out their lists. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  flat(random) {
    const items = makeItems(random, 5);
    return book(one(flat(random, items)), named(items));
  },
  'title and publisher above'(random) {
    const items = makeItems(random, 5);
    const rows = flat(random, items);
    const above: Value[][] = [
      ['平川县政务服务事项清单'],
      ['填报单位：平川县政务服务局', null, null, '填报日期：2026年3月1日'],
    ];
    return book(one([...above, ...rows], [wide(0, rows[0]!.length)]), named(items));
  },
  'an item a column'(random) {
    const items = makeItems(random, 4);
    const rows = flat(random, items);
    const sideways = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? null));
    const above: Value[][] = random.chance(0.5) ? [['平川县政务服务事项清单']] : [];
    return book(one([...above, ...sideways.slice(1)]), named(items));
  },
  'sections, totals and signatures'(random) {
    const items = makeItems(random, 6);
    const [head, ...rows] = flat(random, items);
    const body: Value[][] = [head!, ['一、第一批（共3项）'], ...rows.slice(0, 3)];
    body.push(['小计', '3项'], ['二、第二批（共3项）'], ...rows.slice(3), ['合计', '6项']);
    body.push(['填表人：甲', null, null, '审核人：乙', null, '2026年3月1日']);
    body.push(['注：以上事项自公布之日起实施。']);
    const merges = random.chance(0.5) ? [wide(1, head!.length), wide(6, head!.length)] : [];
    return book(one(body, merges), named(items));
  },
  'departments merged down'(random) {
    const items = makeItems(random, 6);
    const rows = flat(random, items);
    return book(one(rows, mergedDown(rows, [3], 1)), named(items));
  },
  'head in two rows'(random) {
    const items = makeItems(random, 4);
    const list = listStyle(random);
    const top: Value[] = ['序号', '事项名称', '事项类型', '实施主体', '办理时限', null, '申请材料'];
    const sub: Value[] = [null, null, null, null, '法定', '承诺', null];
    if (random.chance(0.5)) sub.splice(4, 2, '法定时限（工作日）', '承诺时限（工作日）');
    const rows = items.map((item, at): Value[] => [
      ...[at + 1, item.name, item.type, item.department],
      ...[item.statutory, item.committed].map((count) => (sub[4] === '法定' ? days(count) : count)),
      list(item),
    ]);
    const down = [0, 1, 2, 3, 6].map((column) => ({
      ...{ startRow: 0, endRow: 1, startCol: column, endCol: column },
    }));
    const across = { startRow: 0, endRow: 0, startCol: 4, endCol: 5 };
    const merges = random.chance(0.6) ? [...down, across] : [];
    return book(
      one([top, sub, ...rows], merges),
      named(items).map((item) => ({ ...item, code: '' })),
    );
  },
  'head in three rows'(random) {
    const items = makeItems(random, 4);
    const rows: Value[][] = [
      ['基本信息', null, null, '办理信息', null, null],
      ['事项名称', '事项类型', '实施主体', '办理时限', null, '申请材料'],
      [null, null, null, '法定', '承诺', null],
      ...items.map((item): Value[] => [
        ...[item.name, item.type, item.department],
        ...[days(item.statutory), days(item.committed), listStyle(random)(item)],
      ]),
    ];
    const merges = [
      { startRow: 0, endRow: 0, startCol: 0, endCol: 2 },
      { startRow: 0, endRow: 0, startCol: 3, endCol: 5 },
      { startRow: 1, endRow: 1, startCol: 3, endCol: 4 },
      ...[0, 1, 2, 5].map((column) => ({
        startRow: 1,
        endRow: 2,
        startCol: column,
        endCol: column,
      })),
    ];
    return book(
      one(rows, merges),
      named(items).map((item) => ({ ...item, code: '' })),
    );
  },
  'one row a material, items repeated'(random) {
    const items = makeItems(random, 4);
    return book(one(materialRows(random, items)), withoutStatutory(items));
  },
  'one row a material, items merged down'(random) {
    const items = makeItems(random, 4);
    const rows = materialRows(random, items);
    const merges = mergedDown(rows, [0], 1);
    for (const { startRow, endRow } of [...merges]) {
      for (const column of [1, 2, 3]) {
        merges.push({ startRow, endRow, startCol: column, endCol: column });
        for (let row = startRow + 1; row <= endRow; row += 1) rows[row]![column] = null;
      }
    }
    return book(one(rows, merges), withoutStatutory(items));
  },
  'one row a material, items blank below'(random) {
    const items = makeItems(random, 4);
    const rows = materialRows(random, items);
    mergedDown(rows, [0], 1).forEach(({ startRow, endRow }) => {
      for (let row = startRow + 1; row <= endRow; row += 1) rows[row]!.fill(null, 1, 4);
    });
    return book(one(rows), withoutStatutory(items));
  },
  'materials in an annex'(random) {
    const items = makeItems(random, 5);
    const head = headsFor(random);
    const byCode = random.chance(0.5);
    const annex: Value[][] = [
      [byCode ? '事项编码' : '事项名称', head.material!, head.form!, head.copies!],
      ...items.flatMap(({ code, name, materials }) =>
        materials.map((one): Value[] => [byCode ? code : name, one.name, one.form, one.copies]),
      ),
    ];
    const rows = flat(random, items).map((row) => row.slice(0, -1));
    const sheets = [...one(rows, [], '事项'), ...one(annex, [], '附表 材料')];
    return book(random.chance(0.3) ? sheets.reverse() : sheets, bare(items, 'situations', 'steps'));
  },
  'one row a situation'(random) {
    const items = makeItems(random, 3);
    const rows: Value[][] = [
      ['事项名称', '事项类型', '实施主体', '情形名称', '承诺时限'],
      ...items.flatMap((item) =>
        item.situations.map((situation, at): Value[] => [
          ...[item.name, item.type, item.department, situation, days(item.committed + at)],
        ]),
      ),
    ];
    const merges = mergedDown(rows, [0], 1);
    const expected = bare(items, 'materials', 'steps').map((item) => ({
      ...{ ...item, statutory: 0, committed: 0, code: '' },
    }));
    return book(one(rows, merges), expected);
  },
  'one row a step'(random) {
    const items = makeItems(random, 3);
    const rows: Value[][] = [
      ['事项名称', '事项类型', '实施主体', '环节名称', '环节时限'],
      ...items.flatMap((item) =>
        item.steps.map((step): Value[] => [
          item.name,
          item.type,
          item.department,
          step,
          '1个工作日',
        ]),
      ),
    ];
    const expected = bare(items, 'materials', 'situations').map((item) => ({
      ...{ ...item, statutory: 0, committed: 0, code: '' },
    }));
    return book(one(rows), expected);
  },
  'a form a sheet'(random) {
    const items = makeItems(random, 3);
    const head = headsFor(random);
    const sheets = items.map((item): MadeSheet => {
      const rows: Value[][] = [
        ['办事指南'],
        [head.name!, item.name],
        [head.type!, item.type],
        [head.department!, item.department],
        [head.statutory!, days(item.statutory)],
        [head.committed!, days(item.committed)],
        [head.materials!, item.materials.map(({ name }, at) => `${at + 1}.${name}`).join('\n')],
      ];
      return { name: item.name.slice(0, 20), rows, merges: [wide(0, 2)] };
    });
    return book(
      sheets,
      named(items).map((item) => ({ ...item, code: '' })),
    );
  },
  'a form with labels in pairs and a table of materials'(random) {
    const items = makeItems(random, 2);
    const sheets = items.map((item): MadeSheet => {
      const rows: Value[][] = [
        ['事项名称', item.name, '事项类型', item.type],
        ['实施主体', item.department, '承诺时限', days(item.committed)],
        ['法定时限', days(item.statutory), '事项编码', item.code],
        ['序号', '材料名称', '材料类型', '份数'],
        ...item.materials.map((one, at): Value[] => [at + 1, one.name, one.form, one.copies]),
      ];
      return { name: item.name, rows, merges: [] };
    });
    return book(sheets, bare(items, 'situations', 'steps'));
  },
  'forms below one another'(random) {
    const items = makeItems(random, 3);
    const rows = items.flatMap((item): Value[][] => [
      ['事项名称', item.name],
      ['事项类型', item.type],
      ['实施主体', item.department],
      ['承诺时限', days(item.committed)],
      [],
    ]);
    const expected = bare(items, 'materials', 'steps', 'situations').map((item) => ({
      ...{ ...item, statutory: 0, code: '' },
    }));
    return book(one(rows), expected);
  },
  'two tables below one another'(random) {
    const items = makeItems(random, 6);
    const rows = [
      ['表一'],
      ...flat(random, items.slice(0, 3)),
      [],
      ['表二'],
      ...flat(random, items.slice(3)),
    ];
    return book(one(rows), named(items));
  },
  'two tables side by side'(random) {
    const items = makeItems(random, 6);
    const row = ({ name, type, department }: MadeItem): Value[] => [name, type, department];
    const head = ['事项名称', '事项类型', '实施主体'];
    const rows = [
      [...head, null, ...head],
      ...[0, 1, 2].map((at) => [...row(items[at]!), null, ...row(items[at + 3]!)]),
    ];
    const expected = bare(items, 'materials', 'steps', 'situations').map((item) => ({
      ...{ ...item, statutory: 0, committed: 0, code: '' },
    }));
    return book(one(rows), expected);
  },
  'departments as names of sheets'(random) {
    const items = makeItems(random, 6);
    const bodies = [...new Set(items.map(({ department }) => department))];
    const sheets = bodies.map((body): MadeSheet => {
      const own = items.filter(({ department }) => department === body);
      return { name: body, rows: flat(random, own).map((row) => row.toSpliced(3, 1)), merges: [] };
    });
    return book(sheets, named(items));
  },
  'the department as the name of the file'(random) {
    const items = makeItems(random, 3).map((item) => ({ ...item, department: '平川县气象局' }));
    const rows = flat(random, items).map((row) => row.toSpliced(3, 1));
    return book(one(rows), named(items), '平川县气象局行政权力清单');
  },
  'heads repeated on every page'(random) {
    const items = makeItems(random, 6);
    const [head, ...rows] = flat(random, items);
    return book(one([head!, ...rows.slice(0, 3), head!, ...rows.slice(3)]), named(items));
  },
  'units in a column of their own'(random) {
    const items = makeItems(random, 4);
    const rows: Value[][] = [
      ['事项名称', '事项类型', '实施主体', '法定时限', '单位', '承诺时限', '单位'],
      ...items.map((item): Value[] => [
        ...[item.name, item.type, item.department],
        ...[item.statutory, '工作日', item.committed, '工作日'],
      ]),
    ];
    const expected = bare(items, 'materials', 'steps', 'situations');
    return book(
      one(rows),
      expected.map((item) => ({ ...item, code: '' })),
    );
  },
  'columns of the national exchange tables'(random) {
    const items = makeItems(random, 4);
    const codes: Record<string, string> = {
      ...{ 行政许可: '01', 行政给付: '05', 行政确认: '07', 其他行政权力: '10', 公共服务: '20' },
    };
    const rows: Value[][] = [
      [
        'task_name',
        'task_type',
        'dept_name',
        'anticipate_day',
        'anticipate_type',
        'promise_day',
        'promise_type',
      ],
      ...items.map((item): Value[] => [
        ...[item.name, codes[item.type]!, item.department],
        ...[item.statutory, '工作日', item.committed, '工作日'],
      ]),
    ];
    const expected = bare(items, 'materials', 'steps', 'situations');
    return book(
      one(rows),
      expected.map((item) => ({ ...item, code: '' })),
    );
  },
  'errors and blanks'(random) {
    const items = makeItems(random, 4);
    const rows = flat(random, items);
    rows[1]![4] = '#N/A';
    rows[2]![4] = '#REF!';
    const left = new Set([items[0]!.name, items[1]!.name]);
    return book(
      one(rows),
      named(items).map((item) => (left.has(item.name) ? { ...item, code: '' } : item)),
    );
  },
};
