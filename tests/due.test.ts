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
