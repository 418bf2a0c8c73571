import { describe, expect, test } from 'vitest';
import { weighedFigures } from '../src/commands/weighed.ts';
import { loadCatalog } from '../src/load/load.ts';
import { toPercent, toPlain } from '../src/stats/rational.ts';
import { measureCatalog } from '../src/stats/stats.ts';
import { memoryFiles } from './memory-files.ts';

const ITEMS: Readonly<Record<string, string>> = {
  'water/a': `case: 即办件
visits: 0
limits: { statutory: 20个工作日, committed: 1个工作日, special: [{ kind: 听证, days: 20个工作日 }] }
materials:
  - { name: 申请书, kind: 申请表, copies: 2, sample: forms/a.docx }
  - { name: 营业执照, form: 复印件, copies: 1, photocopies: 1, waiver: { how: 电子证照 } }
  - { name: 照片, medium: 电子, copies: 3 }
fees: 不收费
channels: { handling: [窗口办理, 网上办理], depth: [互联网咨询, 互联网受理], fully_online: true }
hall_entry: { entered: true }
reach: { scope: 全市 }
faq: [{ question: 要钱吗, answer: 不收费 }]
`,
  'water/b': `case: 承诺件
visits: 1
limits: { statutory: 20个工作日, committed: 15个工作日 }
materials:
  - { name: 申请书, kind: 申请表 }
fees: [{ name: 工本费, standard: 10元/本 }, { name: 登记费, standard: 80元/件 }, { name: 补偿费, standard: 1元/平方米 }]
channels: { handling: [窗口办理] }
hall_entry: { entered: false, reason: 涉密 }
`,
  'police/c': 'case: 承诺件\nvisits: 2\nreach: { scope: 跨村（社区） }\n',
  'police/d': 'state: 取消\nvisits: 0\n',
};

const SETTINGS = `title: 目录
counting:
  weights: { compression: 3, instant: 1, zero_visit: 0, completeness: 0 }
  exempt: [{ item: b, from: 大厅, reason: 涉密 }]
`;

const files = Object.entries(ITEMS).map(([path, lines]): [string, string] => {
  const [department = '', id = ''] = path.split('/');
  const head = `id: ${id}\nname: 事项${id}\ntype: 行政许可\ndepartment: ${department}\n`;
  return [`items/${path}.yaml`, head + lines];
});
const { catalog } = loadCatalog(
  memoryFiles({ 'mingbai.yaml': SETTINGS, 'forms/a.docx': 'x', ...Object.fromEntries(files) }),
);
const stats = measureCatalog(catalog, []);

/** A figure as it is printed, with how many were counted and left out. */
function figure(key: string): string {
  const found = stats.figures.find(({ spec }) => spec.key === key);
  if (found?.value === undefined) return 'none';
  const value = found.spec.kind === 'share' ? toPercent(found.value) : toPlain(found.value);
  return `${value} ${found.counted}/${found.omitted}`;
}

test.each([
  ['compression', '60.0% 2/2', '(40−16)÷40'],
  ['compression-mean', '60.0% 2/2', '(95%+25%)÷2'],
  ['instant', '33.3% 3/1', 'one of three'],
  ['zero-visit', '33.3% 3/1', 'the cancelled one is left out'],
  ['one-visit', '66.7% 3/1', 'zero and one'],
  ['hall-entry', '100.0% 1/3', 'b is exempt, c does not say'],
  ['online-entry', '50.0% 2/2', 'a yes, b no, c does not say'],
  ['at-once', '33.3% 3/1', '马上办'],
  ['online', '50.0% 2/2', '网上办: c does not say'],
  ['citywide', '50.0% 2/2', '全城办: 跨村 is not, one does not say'],
  ['materials', '2 2/2', '(3+1)÷2'],
  ['waived', '25.0% 2/2', 'one of four'],
  ['waiving-items', '50.0% 2/2', 'a of a, b'],
  ['copies', '2 1/3', '2 of a, none electronic or waived; b has a blank, which is not one'],
  ['samples', '50.0% 2/2', 'a of a, b'],
  ['charged', '50.0% 2/2', 'b of a, b'],
  ['fee-total', '90 2/3', '10 + 80, the rate by area is left out'],
  ['faq', '33.3% 3/1', 'a of three'],
  ['special', '33.3% 3/1', 'a of three'],
])('%s is %s: %s', (key, expected) => expect(figure(key)).toBe(expected));

test('exempt items are listed with the reason', () => {
  expect(stats.exempt.map(({ id, reason }) => `${id} ${reason.zh}`)).toEqual([
    'b 免于进驻大厅：涉密',
  ]);
});

test('depths, visits and special procedures are spread out', () => {
  const rows = stats.distributions.map(({ key, rows: all }) => [
    key,
    all.filter(({ count }) => count > 0).map(({ name, count }) => `${name.zh} ${count}`),
  ]);
  expect(Object.fromEntries(rows)).toEqual({
    visits: ['0次 1', '1次 1', '2次以上（含2次） 1'],
    depth: ['1 互联网咨询 1', '4 互联网受理 1', '没有填写 2'],
    special: ['听证 1'],
  });
});

describe('departments', () => {
  test('are ranked by the formula that is printed', () => {
    const { formula, ranks } = stats.ranking;
    expect(formula.zh).toContain('时限压缩率×3 + 即办件占比×1');
    expect(ranks.map(({ name, place, score }) => [name, place, toPercent(score)])).toEqual([
      ['water', 1, '57.5%'],
      ['police', 2, '0.0%'],
    ]);
  });

  const two = (weights: string) =>
    loadCatalog(
      memoryFiles({
        'mingbai.yaml': `title: 目录\nreview_period: 12个月\ncounting: { weights: ${weights} }\n`,
        'items/x/a.yaml': `id: a\nname: 甲\ntype: 行政许可\ndepartment: x\nvisits: 0\nreviewed: 2026-03-01\n`,
        'items/y/b.yaml': `id: b\nname: 乙\ntype: 行政许可\ndepartment: y\nvisits: 0\ncase: 即办件\n`,
        'items/y/c.yaml': `id: c\nname: 丙\ntype: 行政许可\ndepartment: y\nvisits: 0\ncase: 承诺件\nreviewed: 2025-10-01\n`,
      }),
    ).catalog;
  const ONLY = 'compression: 0, completeness: 0, zero_visit: 1, instant: 1';

  test('gain nothing by a blank: its weight stays', () => {
    const { ranks } = measureCatalog(two(`{ ${ONLY} }`), []).ranking;
    expect(ranks.map(({ name, score, most }) => [name, toPercent(score), toPercent(most)])).toEqual(
      [
        ['y', '75.0%', '75.0%'],
        ['x', '50.0%', '100.0%'],
      ],
    );
  });

  test('with too few items stand apart', () => {
    const { ranks, apart } = measureCatalog(two(`{ ${ONLY}, fewest: 2 }`), []).ranking;
    expect([ranks.map(({ name }) => name), apart.map(({ name }) => name)]).toEqual([['y'], ['x']]);
  });

  test('may be weighed by errors and by overdue reviews', () => {
    const catalog = two(
      '{ compression: 0, completeness: 0, zero_visit: 0, instant: 0, reviewed: 1 }',
    );
    const more = weighedFigures(catalog, '2026-11-02');
    expect(more.map(({ key }) => key)).toEqual(['reviewed']);
    const { ranking } = measureCatalog(catalog, [], {}, undefined, more);
    expect(ranking.ranks.map(({ name, score }) => [name, toPercent(score)])).toEqual([
      ['x', '100.0%'],
      ['y', '0.0%'],
    ]);
    const sound = two('{ compression: 0, completeness: 0, zero_visit: 0, instant: 0, sound: 1 }');
    const checked = measureCatalog(sound, [], {}, undefined, weighedFigures(sound, '2026-11-02'));
    expect(checked.ranking.labels).toEqual(expect.arrayContaining(['无错误事项占比']));
    expect(checked.figures.find(({ spec }) => spec.key === 'sound')?.counted).toBe(3);
  });

  test('that are equal share a place', () => {
    const same = loadCatalog(
      memoryFiles(
        Object.fromEntries(
          ['x', 'y', 'z'].map((id) => [
            `items/${id}/${id}.yaml`,
            `id: ${id}\nname: 事项\ntype: 行政许可\ndepartment: ${id}\nvisits: ${id === 'z' ? 1 : 0}\n`,
          ]),
        ),
      ),
    ).catalog;
    expect(measureCatalog(same, []).ranking.ranks.map(({ place }) => place)).toEqual([1, 1, 3]);
  });
});
