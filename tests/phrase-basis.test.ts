import { describe, expect, it } from 'vitest';
import { readBasis } from '../src/phrase/basis.ts';
import { leftOver, NUMBERING } from '../src/phrase/write-back.ts';

/** `law|document|article|quote`, each blank where the phrase has none. */
function short(text: string): string[] | undefined {
  return readBasis(text).value?.map(({ law, document, article, quote }) =>
    [law, document, article, quote].join('|'),
  );
}

describe('a legal basis as published', () => {
  it.each([
    ['《甲法》《乙条例》《丙办法》', ['甲法|||', '乙条例|||', '丙办法|||']],
    ['《甲法》、《乙条例》', ['甲法|||', '乙条例|||']],
    ['依据《甲法》第三十九条', ['甲法||第三十九条|']],
    ['[法律]《甲法》第四十条', ['甲法||第四十条|']],
    ['【行政法规】《乙条例》（国务院令第460号）第十四条', ['乙条例|国务院令第460号|第十四条|']],
    ['根据《甲法》第三条和《乙条例》第五条规定', ['甲法||第三条|', '乙条例||第五条|']],
    [
      '1.《甲法》第三条：“子丑。”2.《乙法》第五条：“寅卯。”',
      ['甲法||第三条|“子丑。”', '乙法||第五条|“寅卯。”'],
    ],
    [
      '《甲法》第三条规定：子丑寅。《乙法》第五条 卯辰巳。',
      ['甲法||第三条|子丑寅。', '乙法||第五条|卯辰巳。'],
    ],
    ['《甲法》第十二条第一款第（二）项、第十三条', ['甲法||第十二条第一款第（二）项、第十三条|']],
  ])('%s', (text, laws) => expect(short(text)).toEqual(laws));

  it.each([
    ['甲法第三条', '没有写在书名号里'],
    ['按惯例，《甲法》第三条', '从哪里开始'],
    ['按惯例：一、《甲法》第三条', '在第一部法律的名称之前'],
    ['《甲法》第三条：和《乙法》第五条都要批准', '条文还是另一部法律'],
  ])('%s is left to people: %s', (text, why) => {
    const read = readBasis(text);
    expect([read.understood, read.value]).toEqual([false, undefined]);
    expect(read.why?.zh).toContain(why);
  });

  it('takes a law that is cited twice as it stands', () => {
    expect(short('一、《甲法》第三条  子丑。二、《甲法》第三条  子丑。')).toEqual([
      '甲法||第三条|子丑。',
      '甲法||第三条|子丑。',
    ]);
  });

  it('never makes a quotation of the names of laws', () => {
    const laws = ['《甲法》', '《乙条例》第二条', '《丙办法》（某令第3号）'];
    for (const between of ['', '、', '；', '，', '和', '以及', '\n', ' ']) {
      for (const read of readBasis(laws.join(between)).value ?? []) {
        expect(read.quote).toBeUndefined();
      }
    }
  });
});

describe('the proof by writing back', () => {
  const source = '1. 甲乙（丙）；2. 丁戊';

  it('holds where nothing but what is set aside is left', () => {
    expect(leftOver(source, ['甲乙（丙）', '丁戊'], NUMBERING)).toBe('');
    expect(leftOver(source, ['甲乙', '丙', ['子', '丁戊']], NUMBERING)).toBe('');
  });

  it.each([
    [['甲乙（丙）'], '2丁戊'],
    [['丁戊'], '1甲乙丙2'],
    [['丁戊', '甲乙'], '1甲乙丙2'],
    [['甲乙（丙）', '丁己'], '丁己'],
    [['甲乙', '丁戊'], '丙2'],
  ])('%j leaves %s', (pieces, left) => {
    expect(leftOver(source, pieces, NUMBERING)).toBe(left);
  });
});
