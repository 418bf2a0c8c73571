import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, ROOT, run } from './program.ts';

/** A catalogue of one item, with settings. */
function catalogueWith(limits: string, settings = ''): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'items/water'), { recursive: true });
  mkdirSync(join(folder, 'departments'));
  writeFileSync(join(folder, 'departments/water.yaml'), 'id: water\nname: 明白县水利局\n');
  writeFileSync(join(folder, 'mingbai.yaml'), `title: 目录\n${settings}`);
  const item = `id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\nlimits: ${limits}\n`;
  writeFileSync(join(folder, 'items/water/a.yaml'), item);
  return folder;
}

test('the last day of a length, with the days passed over and why', async () => {
  const { out, code } = await run(['due', '3个工作日', '--accepted', '2026-09-24'], emptyFolder());
  expect(out).toContain('时长 3个工作日 → 2026-09-30 星期三 17:00 截止');
  expect(out).toContain('跳过 3 天：2026-09-25 中秋放假、2026-09-26 中秋放假、2026-09-27 中秋放假');
  expect(code).toBe(0);
});

test('the limits of an item, by the hours of its hall', async () => {
  const argv = ['due', 'water-abstraction', 'catalog', '--accepted', '2026-02-10'];
  const { out } = await run([...argv, '--format', 'json'], ROOT);
  const { rows } = JSON.parse(out);
  expect(rows[1]).toMatchObject({ item: 'water-abstraction', limit: '45个工作日' });
  expect(rows[1]).toMatchObject({ label: '法定办结时限', due: '2026-04-21', time: '17:00' });
});

test('a year that is not announced is refused', async () => {
  const argv = ['due', '5个工作日', '--accepted', '2026-12-30'];
  const { out, code } = await run(argv, emptyFolder());
  expect(out).toContain('未公布：2027 年');
  expect(code).toBe(1);
});

describe('a catalogue has its own calendar', () => {
  test.each([
    ['holidays: [2026-03-03]', '2026-03-05'],
    ['workdays: [2026-03-01]', '2026-03-03'],
    ['holidays: [2026-03-03], workdays: [2026-03-01]', '2026-03-04'],
  ])('%s', async (settings, expected) => {
    const folder = catalogueWith('{ committed: 3个工作日 }', `calendar: { ${settings} }\n`);
    const { out } = await run(['due', 'a', '--accepted', '2026-02-28'], folder);
    expect(out).toContain(`承诺办结时限 3个工作日 → ${expected}`);
  });

  test('the length of a year that is entered whole', async () => {
    const holidays =
      '2027-01-01, 2027-02-05, 2027-02-06, 2027-02-07, 2027-02-08, 2027-04-05, 2027-05-01, ' +
      '2027-05-02, 2027-06-09, 2027-09-15, 2027-10-01, 2027-10-02, 2027-10-03';
    const settings = `calendar: { years: [2027], holidays: [${holidays}], workdays: [2027-01-03] }\n`;
    const folder = catalogueWith('{ committed: 2个工作日 }', settings);
    const { out } = await run(['due', 'a', '--accepted', '2026-12-31'], folder);
    expect(out).toContain('→ 2027-01-04');
    expect(out).toContain('2027 年：mingbai.yaml');
  });

  test('a year that is half filled is not counted by', async () => {
    const settings = 'calendar: { years: [2027], holidays: [2027-01-01] }\n';
    const folder = catalogueWith('{ committed: 2个工作日 }', settings);
    const { out, code } = await run(['due', 'a', '--accepted', '2026-12-31'], folder);
    expect(out).toContain('未公布：2027 年');
    expect(out).not.toContain('2027 年：mingbai.yaml');
    expect(code).toBe(1);
  });
});

test.each([
  ['二十个工作日', '2026-09-24', '2026-10-29'],
  ['三个工作日内', '2026年9月24日', '2026-09-30'],
  ['2周', '2026/9/24', '2026-10-08'],
  ['两周内', '2026-09-24', '2026-10-08'],
  ['3个月内', '2026/9/24', '2026-12-24'],
])('%s from %s is %s', async (period, accepted, expected) => {
  const { out } = await run(['due', period, '--accepted', accepted], emptyFolder());
  expect(out).toContain(`→ ${expected}`);
});

test('日 alone is not guessed', async () => {
  const argv = ['due', '20日', '--accepted', '2026-03-02'];
  const unclear = await run(argv, emptyFolder());
  expect(unclear.out).toContain('没有写明是工作日还是自然日');
  expect(unclear.code).toBe(1);
  expect((await run([...argv, '--day', '自然日'], emptyFolder())).out).toContain('2026-03-23');
  expect((await run([...argv, '--day', '工作日'], emptyFolder())).out).toContain('2026-03-30');
});

test.each([
  [['due', '3个工作日', '--accepted', '明天'], '受理日期要写成'],
  [['due', 'nothing', 'catalog', '--accepted', '2026-03-02'], '它也不是时长'],
  [['due', '4小时', '--hours', '早上', '--accepted', '2026-03-02T10:00'], '读不懂办公时间'],
])('wrong use %j is told in one line', async (argv, words) => {
  const { code, err } = await run(argv, ROOT);
  expect(code).toBe(2);
  expect(err).toContain(words);
});

describe('what moves the last day', () => {
  const last = async (...argv: string[]) => {
    const { out } = await run(['due', ...argv], emptyFolder());
    return /→ (\S+)/.exec(out)?.[1];
  };
  test.each([
    [['20个工作日', '--accepted', '2026-03-02'], '2026-03-30'],
    [['20个工作日', '--accepted', '2026-03-02', '--extended', '10个工作日'], '2026-04-14'],
    [['1个月', '--accepted', '2026-03-02', '--extended', '10个工作日'], '2026-04-17'],
    [
      ['20个工作日', '--accepted', '2026-03-02', '--suspended', '2026-03-09..2026-03-16'],
      '2026-04-07',
    ],
    [
      ['20个工作日', '--accepted', '2026-03-02', '--special', '听证=2026-03-09..2026-03-13'],
      '2026-04-07',
    ],
    // The procedure ran over days off only: nothing is added.
    [
      ['20个工作日', '--accepted', '2026-03-02', '--special', '听证=2026-03-07..2026-03-08'],
      '2026-03-30',
    ],
    [
      ['15个自然日', '--accepted', '2026-03-02', '--suspended', '2026-03-05..2026-03-10'],
      '2026-03-23',
    ],
    [['1个月', '--accepted', '2026-03-02', '--suspended', '2026-03-30..2026-04-09'], '2026-04-13'],
    [
      [
        '3个工作日',
        '--accepted',
        '2026-03-02',
        '--suspended',
        '2026-03-03..2026-03-05',
        '--suspended',
        '2026-03-06..2026-03-09',
      ],
      '2026-03-10',
    ],
    [
      ['3个工作日', '--accepted', '2026-03-02', '--suspended', '2026-03-20..2026-03-25'],
      '2026-03-05',
    ],
  ])('%j', async (argv, expected) => {
    expect(await last(...argv)).toBe(expected);
  });

  test('is told with its article, and a case that is still suspended has no last day', async () => {
    const accepted = ['20个工作日', '--accepted', '2026-03-02'];
    const more = ['--extended', '10个工作日', '--special', '专家评审=2026年3月9日..2026-03-13'];
    const { out } = await run(['due', ...accepted, ...more], emptyFolder());
    expect(out).toContain('2026-03-09 专家评审，不计');
    expect(out).toContain(
      '延长10个工作日：经本行政机关负责人批准，理由要告知申请人（《行政许可法》第四十二条）',
    );
    expect(out).toContain('（《行政许可法》第四十五条）');
    const open = await run(['due', ...accepted, '--suspended', '2026-03-09..'], emptyFolder());
    expect([open.code, open.out.includes('还在中止')]).toEqual([1, true]);
  });

  test.each([
    [['--extended', '很久'], '不是时长'],
    [['--suspended', '明天'], '要写成 2026-03-05..2026-03-20'],
    [['--suspended', '2026-03-09..2026-03-05'], '先开始后结束'],
    [['--suspended', '2026-02-09..2026-03-05'], '要在受理以后'],
    [['--special', '2026-03-09..2026-03-13'], '特别程序前面加名称'],
  ])('%j is refused', async (argv, words) => {
    const all = ['due', '20个工作日', '--accepted', '2026-03-02', ...argv];
    const { code, err } = await run(all, emptyFolder());
    expect([code, err.includes(words)]).toEqual([2, true]);
  });
});

describe('hours', () => {
  const at = ['--accepted', '2026-09-24T16:00', '--format', 'json'];
  const ends = async (folder: string) => {
    const { out } = await run(['due', 'a', ...at], folder);
    const { rows, reading } = JSON.parse(out);
    const days = rows.map(({ due, time }: { due: string; time: string }) => `${due} ${time}`);
    return [days, reading[0]];
  };

  test('of the law and of the hall go by the clock where nothing says otherwise', async () => {
    const folder = catalogueWith('{ statutory: 2小时, committed: 1小时 }');
    expect(await ends(folder)).toEqual([
      ['2026-09-24 17:00', '2026-09-24 18:00'],
      expect.stringContaining('承诺的也是'),
    ]);
  });

  test('that the hall promises are hours of opening where the text says so', async () => {
    const folder = catalogueWith('{ statutory: 2小时, committed: 2个工作小时 }');
    expect((await ends(folder))[0]).toEqual(['2026-09-28 10:00', '2026-09-24 18:00']);
  });

  test('or where the settings do', async () => {
    const settings = 'calendar: { hours: "9:00—12:00，13:00—17:00" }\n';
    const folder = catalogueWith('{ statutory: 2小时, committed: 2小时 }', settings);
    expect(await ends(folder)).toEqual([
      ['2026-09-28 10:00', '2026-09-24 18:00'],
      expect.stringContaining('承诺的按办公时间计，1小时＝1/8'),
    ]);
  });
});
