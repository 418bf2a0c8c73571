import { describe, expect, it } from 'vitest';
import { readAudience } from '../src/phrase/audience.ts';
import { parseMaterials, readMaterials } from '../src/phrase/materials.ts';

const names = (text: string): string[] | undefined =>
  readMaterials(text).value?.map(({ name }) => name);

describe('a list of materials', () => {
  it.each([
    '①申请表②身份证③户口簿',
    '1．申请表2．身份证3．户口簿',
    '1、申请表2、身份证3、户口簿',
    '1. 申请表；2. 身份证；3. 户口簿。',
    '（1）申请表（2）身份证（3）户口簿',
    '一、申请表；二、身份证；三、户口簿',
    'a.申请表；b.身份证；c.户口簿',
    '——申请表——身份证——户口簿',
    '申请表；身份证；户口簿',
    '申请表、身份证、户口簿',
    '申请表\n身份证\n户口簿',
  ])('%s', (text) => expect(names(text)).toEqual(['申请表', '身份证', '户口簿']));

  it('takes annotations for fields', () => {
    expect(
      readMaterials('申请表（必要）（原件1份）；身份证（复印件，一式两份）（纸质）').value,
    ).toEqual([
      { name: '申请表', necessity: '必要', form: '原件', copies: 1 },
      { name: '身份证', form: '复印件', copies: 2, medium: '纸质' },
    ]);
    for (const text of ['身份证原件1份、复印件2份', '身份证（原件1份，复印件两份）']) {
      expect(readMaterials(text).value).toEqual([
        { name: '身份证', form: '原件和复印件', copies: 1, photocopies: 2 },
      ]);
    }
    expect(readMaterials('合同（容缺后补）').value).toEqual([
      { name: '合同', necessity: '容缺后补' },
    ]);
  });

  it('takes no heading for a paper, and keeps levels', () => {
    const { entries } = parseMaterials(
      '一、共性材料\n1.申请表\n2.身份证\n二、个性材料\n1.购房合同',
    );
    expect(entries).toEqual([
      { name: '申请表', note: '共性材料' },
      { name: '身份证', note: '共性材料' },
      { name: '购房合同', note: '个性材料' },
    ]);
    const nested = parseMaterials('一、申请书，应当载明：\n（一）姓名；\n（二）住址。\n二、身份证');
    expect(nested.entries[0]?.note).toContain('1. 姓名');
    expect(nested.entries).toHaveLength(2);
  });

  it.each(['无需材料', '不需要提交材料', '免提交', '无须提交任何材料。', '零材料'])(
    '%s is an answer',
    (text) => {
      expect(readMaterials(text)).toMatchObject({ understood: true, value: [] });
      expect(parseMaterials(text)).toMatchObject({ none: true, entries: [], doubts: [] });
    },
  );

  it.each([
    '详见附件',
    '见办事指南',
    '身份证、户口簿等',
    '申请书；其他材料详见附件',
    '身份证原件及复印件2份',
  ])('%s is left to people', (text) =>
    expect(readMaterials(text)).toMatchObject({ understood: false }),
  );

  it('is through a line of commas soon', () => {
    expect(names(`${'，'.repeat(4000)}元`)?.[0]).toMatch(/元$/);
  });

  it('keeps what is said of all beside the list', () => {
    const read = parseMaterials('营业执照复印件1份；（以上复印件加盖公章）');
    expect(read.entries).toEqual([{ name: '营业执照', form: '复印件', copies: 1 }]);
    expect(read.notes).toEqual(['（以上复印件加盖公章）']);
  });
});

describe('whom an item serves', () => {
  it.each([
    ['自然人', ['自然人']],
    ['个人、企业', ['自然人', '企业法人']],
    ['1,2', ['自然人', '企业法人']],
    ['企业或事业单位', ['企业法人', '事业法人']],
  ])('%s', (text, terms) => expect(readAudience(text).value).toEqual(terms));

  it.each(['企业、个体工商户', '法人', '年满18周岁的公民', '单位', '7', '本市户籍居民'])(
    '%s is neither narrowed nor widened',
    (text) => {
      const read = readAudience(text);
      expect([read.understood, read.value]).toEqual([false, undefined]);
      expect(read.left).not.toBe('');
    },
  );
});
