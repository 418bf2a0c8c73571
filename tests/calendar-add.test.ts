import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readNotice } from '../src/calendar/notice.ts';
import { emptyFolder, run } from './program.ts';

/** In the form in which the notices are published; the days are ours. */
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。
二、春节：2月5日（周五、农历除夕）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
`;

function catalogue(settings = 'title: 目录\n'): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'items', 'a'), { recursive: true });
  writeFileSync(join(folder, 'mingbai.yaml'), settings);
  writeFileSync(join(folder, 'items', 'a', 'a.yaml'), 'id: a\nname: 甲\n');
  writeFileSync(join(folder, 'notice.txt'), NOTICE);
  return folder;
}

describe('a notice as published', () => {
  test('is read by its days', () => {
    const { year, holidays, faults } = readNotice(NOTICE);
    expect([year, faults]).toEqual([2027, []]);
    expect(holidays.map(({ name, off, work }) => [name, off.length, work])).toEqual([
      ['元旦', 3, []],
      ['春节', 7, ['2027-02-14', '2027-02-20']],
      ['清明节', 3, []],
      ['劳动节', 5, ['2027-05-08']],
      ['端午节', 1, []],
      ['中秋节', 1, []],
      ['国庆节', 7, ['2027-09-26', '2027-10-09']],
    ]);
  });

  test.each([
    ['1月1日（周五）至3日', '1月1日（周四）至3日', '2027-01-01 是星期五，不是星期四'],
    ['共3天。\n二', '共4天。\n二', '元旦写明共4天，列出的是3天'],
    ['5月8日（周六）上班', '5月5日上班', '2027-05-05 又放假又上班'],
    ['5月8日（周六）上班', '5月7日上班', '2027-05-07 是星期五，本来就上班'],
    ['10月1日（周五）至7日（周四）', '10月7日至1日', '不是一段日期'],
    ['六、中秋节：9月15日（周三）放假，共1天。\n', '', '没有中秋节的放假安排'],
    ['2027年', '', '没有写哪一年'],
  ])('%s as %s is refused: %s', (from, to, words) => {
    expect(NOTICE).toContain(from);
    expect(readNotice(NOTICE.replace(from, to)).faults.join('；')).toContain(words);
  });
});

describe('mingbai calendar add', () => {
  test('enters the year, and deadlines are counted by it', async () => {
    const folder = catalogue('title: 目录 # 名称\ncalendar:\n  holidays: [2026-10-09]\n');
    const before = await run(['due', '3个工作日', '.', '--accepted', '2027-02-04'], folder);
    expect(before.out).toContain('未公布：2027 年');
    const { out, code, err } = await run(['calendar', 'add', 'notice.txt'], folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('春节\t2027-02-05—2027-02-11\t7天\t上班 2027-02-14、2027-02-20');
    const settings = readFileSync(join(folder, 'mingbai.yaml'), 'utf8');
    expect(settings).toContain('title: 目录 # 名称\n');
    expect(settings).toContain('2026-10-09');
    const after = await run(['due', '3个工作日', '.', '--accepted', '2027-02-04'], folder);
    expect(after.out).toContain('→ 2027-02-15');
    expect(after.out).toContain('2027 年：mingbai.yaml');
    await run(['calendar', 'add', 'notice.txt'], folder);
    expect(readFileSync(join(folder, 'mingbai.yaml'), 'utf8')).toBe(settings);
  });

  test('refuses what contradicts the settings, and writes nothing', async () => {
    const text = 'title: 目录\ncalendar: { workdays: [2027-02-05] }\n';
    const folder = catalogue(text);
    const { code, err } = await run(['calendar', 'add', 'notice.txt'], folder);
    expect(code).toBe(2);
    expect(err).toContain('2027-02-05');
    expect(readFileSync(join(folder, 'mingbai.yaml'), 'utf8')).toBe(text);
  });

  test('refuses a notice that contradicts itself', async () => {
    const folder = catalogue();
    writeFileSync(join(folder, 'notice.txt'), NOTICE.replace('共7天', '共6天'));
    const { code, err } = await run(['calendar', 'add', 'notice.txt'], folder);
    expect(code).toBe(2);
    expect(err).toContain('写明共6天');
  });

  test('says of a year that is known that it is', async () => {
    const folder = catalogue();
    const old = NOTICE.replace('2027年', '2026年').replace(/（周.[^）]*）/g, '');
    const shifted = old.replace(/[^。]*上班。/g, '');
    writeFileSync(join(folder, 'notice.txt'), shifted);
    const { out, err } = await run(['calendar', 'add', 'notice.txt'], folder);
    expect(out + err).toContain('2026');
    expect(readFileSync(join(folder, 'mingbai.yaml'), 'utf8')).toBe('title: 目录\n');
  });
});
