import { describe, expect, test } from 'vitest';
import { findMaterialCounts } from '../src/text/claims.ts';
import { compareDurations, formatDuration, parseDuration } from '../src/text/duration.ts';
import { chineseNumeral, parseChineseNumeral } from '../src/text/numeral.ts';
import { editDistance, nearest } from '../src/text/similar.ts';

describe('durations are read strictly and worded one way', () => {
  test.each([
    ['45个工作日', 45, '工作日', '45个工作日'],
    ['20工作日', 20, '工作日', '20个工作日'],
    ['15 个工作日', 15, '工作日', '15个工作日'],
    ['１５个自然日', 15, '自然日', '15个自然日'],
    ['60日', 60, '日', '60日'],
    ['60天', 60, '日', '60日'],
    ['2个月', 2, '月', '2个月'],
    ['1年', 1, '年', '1年'],
    ['4小时', 4, '小时', '4小时'],
    ['30分钟', 30, '分钟', '30分钟'],
    ['半个工作日', 0.5, '工作日', '半个工作日'],
    ['0.5个工作日', 0.5, '工作日', '半个工作日'],
    ['即时', 0, '即时', '即时办结'],
    ['当场办结', 0, '即时', '即时办结'],
  ])('%s', (text, amount, unit, words) => {
    const duration = parseDuration(text);
    expect(duration).toEqual({ amount, unit });
    expect(duration && formatDuration(duration)).toBe(words);
    expect(duration && parseDuration(formatDuration(duration))).toEqual(duration);
  });

  test.each(['', '无', '500', '三天左右', '60个人工作日', '20日内', '3—5个工作日', '报告书60日'])(
    '“%s” is no duration',
    (text) => expect(parseDuration(text)).toBeUndefined(),
  );

  test('a comparison that depends on the calendar is not made', () => {
    const of = (text: string) => parseDuration(text) ?? { amount: -1, unit: '日' as const };
    expect(compareDurations(of('30个工作日'), of('20个工作日'))).toBe(1);
    expect(compareDurations(of('即时'), of('1小时'))).toBe(-1);
    expect(compareDurations(of('4小时'), of('1个工作日'))).toBe(-1);
    expect(compareDurations(of('20个工作日'), of('1个月'))).toBeUndefined();
    expect(compareDurations(of('3个月'), of('20个工作日'))).toBe(1);
    expect(compareDurations(of('15日'), of('15个工作日'))).toBeUndefined();
  });
});

test.each([
  ['十', 10],
  ['十二', 12],
  ['四十五', 45],
  ['一百零三', 103],
  ['两百', 200],
  ['二〇二六', 2026],
  ['三', 3],
])('%s is %i', (text, value) => expect(parseChineseNumeral(text)).toBe(value));

test.each([undefined, '', '十十', '百千', '一二'])('%s is no numeral', (text) =>
  expect(parseChineseNumeral(text ?? 'x')).toBeUndefined(),
);

test('numerals up to 999 come back', () => {
  for (let value = 1; value < 1000; value += 1) {
    expect(parseChineseNumeral(chineseNumeral(value))).toBe(value);
  }
});

test('a slip of the pen is one edit, and far words are no guess', () => {
  expect(editDistance('nmae', 'name')).toBe(1);
  expect(editDistance('', '取水')).toBe(2);
  expect(nearest('comitted', ['committed', 'statutory'])).toBe('committed');
  expect(nearest('事项名臣', ['事项名称', '事项类型'])).toBe('事项名称');
  expect(nearest('x', ['name', 'type'])).toBeUndefined();
});

test.each([
  ['需要提交5项材料', [5]],
  ['需要提交第三项材料', []],
  ['提交第3种材料的原件', []],
])('materials that %s counts: %j', (text, counts) => {
  expect(findMaterialCounts(text).map(({ value }) => value)).toEqual(counts);
});
