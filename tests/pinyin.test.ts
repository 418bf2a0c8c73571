import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { toPinyin } from '../src/text/pinyin.ts';

/** As the dictionary tells all that it knows of a text; slower. */
function atLength(text: string): string[] {
  const all = pinyin(text, { toneType: 'none', type: 'all', v: true });
  return all.map(({ isZh, pinyin: read, origin }) => (isZh ? read : origin).toLowerCase());
}

test('toneless readings are those of the dictionary', () => {
  toPinyin('开饭店');
  const texts = [
    'ABC绿é𠮷吕 ü〇二〇二六年',
    '女儿、ＡＢ银行',
    '𡃁㐀𰀀hello',
    '嗯呒诶',
    '一不一',
    '',
  ];
  for (let code = 0x4e00; code < 0xa000; code += 3) {
    texts.push(String.fromCodePoint(code, code + 1, code + 2));
  }
  for (const text of texts) expect(toPinyin(text)).toEqual(atLength(text));
  expect(toPinyin('女士')).toEqual(['nv', 'shi']);
});
