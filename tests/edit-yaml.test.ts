import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Edit, editData } from '../src/edit/data.ts';
import { editYaml } from '../src/edit/edit.ts';
import { convert } from '../src/load/convert.ts';
import { readTree } from '../src/load/parse.ts';
import { needsHalfWidth } from '../src/load/scalars.ts';
import { escapeStep } from '../src/load/shape.ts';
import { type Kind, kindOfPath } from '../src/model/kinds.ts';
import { schemaAt, schemaOf } from '../src/model/schema-node.ts';
import { valueAt } from '../src/model/texts.ts';
import { changedLines } from './changed-lines.ts';
import { rounds } from './trials.ts';

/** Of so many places of the catalogues one is tried; all of them in the long trials. */
const EVERY = rounds(19, 1);

interface Sample {
  readonly path: string;
  readonly kind: Kind;
  readonly text: string;
  readonly data: unknown;
  /** Pointers to all values, maps and lists included. */
  readonly pointers: readonly string[];
}

/** Every file of both catalogues, as it stands on the disk. */
const SAMPLES: readonly Sample[] = ['catalog', 'tests/catalog'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const kind = kindOfPath(path);
    if (kind === undefined) return [];
    const text = readFileSync(`${root}/${path}`, 'utf8');
    const data = dataOf(text, kind);
    return [{ path: `${root}/${path}`, kind, text, data, pointers: pointersIn(data, '') }];
  }),
);

function dataOf(text: string, kind: Kind): unknown {
  return convert(readTree(text), schemaOf(kind), () => {});
}

function pointersIn(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    pointersIn(each, `${at}/${escapeStep(key)}`),
  );
  return at === '' ? inner : [at, ...inner];
}

/** Another value of the same type; texts with what YAML makes something of. */
function other(value: unknown, isCoded: boolean, turn: number): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (isCoded) return `${String(value)}1`;
  const endings = ['改', ' # 不是注释', '：“引号”', ': 冒号', "'单'", '"双"', '，[括号], {花括号}'];
  return `${String(value)}${endings[turn % endings.length]}`;
}

test('any value can be changed, and only its own lines change', () => {
  let turn = 0;
  for (const { path, kind, text, data, pointers } of SAMPLES) {
    for (const pointer of pointers) {
      const value = valueAt(data, pointer);
      if (typeof value === 'object') continue;
      turn += 1;
      if (turn % EVERY !== 0) continue;
      const isCoded = needsHalfWidth(schemaAt(kind, pointer) ?? {}, pointer);
      const edit: Edit = { op: 'set', pointer, value: other(value, isCoded, turn) };
      const { text: edited, refused } = editYaml(text, kind, [edit]);
      expect(refused, `${path}${pointer}`).toEqual([]);
      const { from, to, now } = changedLines(text, edited);
      const lines = typeof value === 'string' ? value.split('\n').length + 1 : 1;
      expect(to - from, `${path}${pointer}`).toBeLessThanOrEqual(lines);
      expect(now.length).toBeLessThanOrEqual(lines);
    }
  }
  expect(turn).toBeGreaterThan(4000);
});

test('any value can be taken out and put back', () => {
  let turn = 0;
  for (const { path, kind, text, data, pointers } of SAMPLES) {
    for (const pointer of pointers) {
      turn += 1;
      if (turn % EVERY !== 0 || isAlone(data, pointer)) continue;
      const { text: without, refused } = editYaml(text, kind, [{ op: 'delete', pointer }]);
      expect(refused, `${path}${pointer}`).toEqual([]);
      const { now } = changedLines(text, without);
      expect(now.length, `${path}${pointer}`).toBeLessThanOrEqual(1);
      const value = valueAt(data, pointer);
      const isEntry = /\/\d+$/.test(pointer) && Array.isArray(parentOf(without, kind, pointer));
      const back: Edit = { op: isEntry ? 'insert' : 'set', pointer, value };
      const { text: again, refused: twice } = editYaml(without, kind, [back]);
      expect(twice, `${path}${pointer}`).toEqual([]);
      expect(dataOf(again, kind), `${path}${pointer}`).toEqual(data);
    }
  }
});

/** Whether nothing would be left of an entry of a list, which then goes too. */
function isAlone(data: unknown, pointer: string): boolean {
  const up = pointer.slice(0, pointer.lastIndexOf('/'));
  return /\/\d+$/.test(up) && Object.keys(valueAt(data, up) ?? {}).length === 1;
}

function parentOf(text: string, kind: Kind, pointer: string): unknown {
  return valueAt(dataOf(text, kind), pointer.slice(0, pointer.lastIndexOf('/')));
}

test('an entry can be put into any list, before any of its entries', () => {
  let turn = 0;
  for (const { path, kind, text, data, pointers } of SAMPLES) {
    for (const pointer of pointers.filter((each) => /\/\d+$/.test(each))) {
      turn += 1;
      if (turn % EVERY !== 0) continue;
      const edit: Edit = { op: 'insert', pointer, value: valueAt(data, pointer) };
      const { text: edited, refused } = editYaml(text, kind, [edit]);
      expect(refused, `${path}${pointer}`).toEqual([]);
      const { from, to } = changedLines(text, edited);
      expect(to - from, `${path}${pointer}`).toBeLessThanOrEqual(1);
      expect(dataOf(edited, kind)).toEqual(editData(data, edit));
    }
  }
});

interface Case {
  readonly what: string;
  readonly before: string;
  readonly edits: readonly Edit[];
  readonly after: string;
}

const set = (pointer: string, value: unknown): Edit => ({ op: 'set', pointer, value });
const insert = (pointer: string, value: unknown): Edit => ({ op: 'insert', pointer, value });
const drop = (pointer: string): Edit => ({ op: 'delete', pointer });

const CASES: readonly Case[] = [
  {
    what: 'a comment behind a value stays',
    before: 'id: a\nname: 甲  # 全称\n',
    edits: [set('/name', '乙')],
    after: 'id: a\nname: 乙  # 全称\n',
  },
  {
    what: 'quotes stay as they are',
    before: `name: '甲'\nsummary: "乙"\nversion: "3"\n`,
    edits: [set('/name', "丙'丁"), set('/summary', '戊'), set('/version', '4')],
    after: `name: '丙''丁'\nsummary: "戊"\nversion: "4"\n`,
  },
  {
    what: 'what would be read as something else is quoted',
    before: 'id: a\nname: 甲\n',
    edits: [set('/name', '# 甲: 乙'), set('/version', '010'), set('/owner', '- 岗')],
    after: 'id: a\nname: "# 甲: 乙"\nversion: "010"\nowner: "- 岗"\n',
  },
  {
    what: 'a block of lines stays one, with its indentation',
    before: 'notes: |\n    - 甲\n    - 乙\n\n# 以下已核对\nowner: 岗\n',
    edits: [set('/notes', '- 甲\n- 丙')],
    after: 'notes: |\n    - 甲\n    - 丙\n\n# 以下已核对\nowner: 岗\n',
  },
  {
    what: 'a text of several lines becomes a block',
    before: 'materials:\n  - name: 甲\n    note: 乙 # 注\n',
    edits: [set('/materials/0/note', '一\n二')],
    after: 'materials:\n  - name: 甲\n    note: | # 注\n      一\n      二\n',
  },
  {
    what: 'line breaks of Windows stay',
    before: 'id: a\r\nname: 甲\r\nowner: 岗\r\n',
    edits: [set('/name', '乙'), set('/type', '行政许可'), drop('/owner')],
    after: 'id: a\r\nname: 乙\r\ntype: 行政许可\r\n',
  },
  {
    what: 'a key is added in its place and in the language of the file',
    before: '标识: a\n事项名称: 甲\n# 部门\n实施主体: water\n',
    edits: [set('/type', '行政许可'), set('/codes/basic', '000123014000')],
    after:
      '标识: a\n事项名称: 甲\n事项类型: 行政许可\n# 部门\n实施主体: water\n' +
      '编码:\n  基本编码: "000123014000"\n',
  },
  {
    what: 'brackets stay brackets',
    before: 'codes: { basic: "1", local: "2" }  # 待核\naudience: [自然人]\nmodes: []\n',
    edits: [
      set('/codes/handling', '33'),
      drop('/codes/basic'),
      set('/audience/1', '企业法人'),
      insert('/audience/0', '行政机关'),
      set('/modes/0', '容缺受理'),
    ],
    after:
      'codes: { handling: "33", local: "2" }  # 待核\n' +
      'audience: [行政机关, 自然人, 企业法人]\nmodes: [容缺受理]\n',
  },
  {
    what: 'entries come and go with their lines alone',
    before: 'steps:\n  # 第一步\n  - name: 受理\n    role: 窗口\n  - name: 决定\n\nowner: 岗\n',
    edits: [insert('/steps/1', { role: '科室', name: '审查' }), drop('/steps/2')],
    after:
      'steps:\n  # 第一步\n  - name: 受理\n    role: 窗口\n  - name: 审查\n    role: 科室\n\nowner: 岗\n',
  },
  {
    what: 'the key behind a dash goes, and a comment below it stays',
    before: 'steps:\n  - name: 受理\n    # 岗位\n    role: 窗口\n  - { name: 决定, role: 领导 }\n',
    edits: [drop('/steps/0/name'), drop('/steps/1/role')],
    after: 'steps:\n  - \n    # 岗位\n    role: 窗口\n  - { name: 决定 }\n',
  },
  {
    what: 'what is left empty goes too',
    before: 'id: a\nlimits:\n  statutory: 1个工作日\naliases: [甲]\nowner: 岗\n',
    edits: [drop('/limits/statutory'), drop('/aliases/0')],
    after: 'id: a\nowner: 岗\n',
  },
  {
    what: 'a text that stands for a map becomes one when it has to, and is changed as a text',
    before: 'conditions:\n  - 甲\n  - "乙"\nmaterials:\n  - name: 丙\n    waiver: 电子证照\n',
    edits: [
      set('/conditions/0/situations/0', 'new'),
      set('/conditions/1/text', '丁'),
      set('/materials/0/waiver/note', '调取'),
    ],
    after:
      'conditions:\n  - text: 甲\n    situations: [new]\n  - "丁"\nmaterials:\n  - name: 丙\n' +
      '    waiver:\n      how: 电子证照\n      note: 调取\n',
  },
  {
    what: 'one form of a field gives way to the other',
    before: 'fees: 不收费 # 2026年起\nvisits: 0\n',
    edits: [set('/fees/0/name', '工本费'), set('/fees/0/standard', '10元/本')],
    after: 'fees: # 2026年起\n  - name: 工本费\n    standard: 10元/本\nvisits: 0\n',
  },
  {
    what: 'comments behind a key and at the head of a block stay',
    before:
      'fees: # 2026年起\n  - name: 工本费\nnotes: | # 待核\n  甲\n  乙\nannual: | # 否\n  丙\n',
    edits: [set('/fees', '不收费'), set('/notes', '甲\n丁'), set('/annual', '戊 ：')],
    after: 'fees: 不收费 # 2026年起\nnotes: | # 待核\n  甲\n  丁\nannual: | # 否\n  戊 ：\n',
  },
  {
    what: 'numbers and yes or no are written as they are, lists in brackets on lines of their own',
    before: 'result:\n  name: 证\n  delivery: [\n    窗口领取,\n    邮寄送达\n  ]\nvisits: 1\n',
    edits: [set('/result/electronic', true), set('/visits', 0), drop('/result/delivery/0')],
    after: 'result:\n  name: 证\n  electronic: true\n  delivery: [\n    邮寄送达\n  ]\nvisits: 0\n',
  },
];

test.each(CASES)('$what', ({ before, edits, after }) => {
  expect(editYaml(before, 'item', edits)).toEqual({ text: after, refused: [] });
});

test('what cannot be made or proven is refused, and the others are made', () => {
  const before = 'id: a\nname: 甲\nvisits: 0\n';
  const edits = [
    drop('/owner'),
    set('/steps/3/name', '受理'),
    insert('/name', '乙'),
    set('/visits', '多次'),
    set('/nothing', 1),
    set('/name', ' 乙 '),
  ];
  const { text, refused } = editYaml(before, 'item', [...edits, set('/name', '丙')]);
  expect(refused).toEqual(edits);
  expect(text).toBe('id: a\nname: 丙\nvisits: 0\n');
});
