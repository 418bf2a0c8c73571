import { describe, expect, it } from 'vitest';
import { readFee } from '../src/phrase/fee.ts';
import { PHRASE_KINDS } from '../src/phrase/kinds.ts';

/** `name|amount|unit|when`, each blank where the phrase has none. */
function short(text: string, head?: string): string | string[] | undefined {
  const { value } = readFee(text, head);
  if (value === undefined || value === '不收费') return value;
  return value.map(({ name, amount, unit, when }) => [name, amount, unit, when].join('|'));
}

describe('charges as published', () => {
  it.each(['不收费', '免收费', '免费', '0元', '无', '不收取任何费用。', '工本费：免收'])(
    '%s is nothing',
    (text) => expect(short(text)).toBe('不收费'),
  );

  it.each([
    ['登记费每件80元', '登记费|80|元/件|'],
    ['80元/件', '|80|元/件|'],
    ['每本10元', '|10|元/本|'],
    ['十元一本', '|10|元/本|'],
    ['每人每次５０元', '|50|元/人·次|'],
    ['工本费50-300元', '工本费|50-300|元|'],
    ['1.5万元/次', '|1.5|万元/次|'],
    ['植物检疫费，货值的0.2%', '植物检疫费|0.2|%（货值）|'],
    ['收费项目：登记费；收费标准：80元/件', '登记费|80|元/件|'],
    ['补办10元/本（工本费）', '工本费|10|元/本|补办'],
    ['工本费10元/证；依据：某价字[2004]31号', '工本费|10|元/证|'],
    ['《某通知》（某价〔2008〕74号）第二条规定，认证费 1200元/机构', '认证费|1200|元/机构|'],
  ])('%s', (text, fee) => expect(short(text)).toEqual([fee]));

  it('tells cases apart and carries a name only behind its colon', () => {
    expect(short('首次免费补领20元')).toEqual(['|0|元|首次', '|20|元|补领']);
    expect(short('登记费：住宅80元/件，非住宅550元/件')).toEqual([
      '登记费|80|元/件|住宅',
      '登记费|550|元/件|非住宅',
    ]);
    expect(short('首次申领免收工本费，换领20元/证')).toEqual([
      '工本费|0|元|首次申领',
      '|20|元/证|换领',
    ]);
  });

  it('takes the unit of a bare number from the head alone', () => {
    expect(short('10', '收费标准（元/本）')).toEqual(['|10|元/本|']);
    expect(short('0', '收费标准（元）')).toBe('不收费');
    expect(short('10')).toBeUndefined();
  });

  it.each([
    '是',
    '不超过200元',
    '100元起',
    '200元以内',
    '约100元',
    '按规定收费',
    '登记费550元/件，每增加一本证书加收10元',
    '不收费（检测费由检测机构收取）',
    '减半收取',
    '登记费80元/件，另行协商',
    '50元/件至1万元/件',
    '0.2%',
    '登记费（十元）80元/件',
    '100元/件起',
    '加急费每证另收20元',
    '总计150元',
    '考试费100元，其中上缴10元',
    '超过1000平方米的部分每平方米0.5元',
    '每3个月50元',
    '每满1吨收2元',
    '50元（含工本费）',
    '300元/件（限定10个商品）',
    '免费，工本费5元',
    '押金100元',
    '80元/件，550元/件',
    '登记费、工本费10元',
    '300-50元',
    '10元/宝贝',
  ])('%s is left to people', (text) => {
    const read = readFee(text);
    expect([read.understood, read.value]).toEqual([false, undefined]);
    expect(read.why?.zh).toBeTruthy();
  });

  it.each([
    ['1,000元/件', '|1000|元/件|'],
    ['１，２００元／台次', '|1200|元/台次|'],
    ['申领、换领工本费每证20元', '申领、换领工本费|20|元/证|'],
    ['户口迁移证、准迁证：每证4元', '户口迁移证、准迁证|4|元/证|'],
    ['常规项0.69万元', '|0.69|万元|常规项'],
    ['按照工程造价的1‰缴纳', '|1|‰（工程造价）|'],
    ['需评审的9.96万元', '|9.96|万元|需评审'],
    ['不动产登记费（住宅）80元/件', '不动产登记费|80|元/件|住宅'],
    ['无线电执照费：每证5元', '无线电执照费|5|元/证|'],
    ['成人高考：报名费140元/人', '报名费|140|元/人|成人高考'],
    ['驾驶证换证：10元/本（工本费）', '工本费|10|元/本|驾驶证换证'],
    ['每生每学期800元', '|800|元/生·学期|'],
  ])('%s, accounted for word by word', (text, fee) => expect(short(text)).toEqual([fee]));

  it('takes a remark about some who pay nothing for no answer', () => {
    const read = readFee('低收入家庭免收工本费');
    expect([read.understood, read.why?.zh]).toEqual([false, '只写了哪些不收费，没有写其余怎么收']);
    expect(short('低收入家庭免收，其他人10元/证')).toEqual([
      '|0|元|低收入家庭',
      '|10|元/证|其他人',
    ]);
  });

  it.each(['否（不收费）', '收费标准：无', '不收取申请人任何费用', '不收费，无需缴费'])(
    '%s is nothing, too',
    (text) => expect(short(text)).toBe('不收费'),
  );

  it('keeps the law word for word beside the charge', () => {
    expect(PHRASE_KINDS.fee('《某通知》（某价〔2008〕74号）认证费1200元/家', undefined)).toEqual({
      understood: true,
      value: [{ name: '认证费', amount: '1200', unit: '元/家', when: null }],
      left: '《某通知》（某价〔2008〕74号）',
      why: { zh: '收费依据另作保留', en: 'the basis is kept apart' },
    });
  });
});
