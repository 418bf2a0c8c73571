import { describe, expect, it } from 'vitest';
import { parseCitations } from '../src/text/citations.ts';
import { parseCopies, readMaterialName } from '../src/text/copies.ts';
import { markerAt } from '../src/text/list-markers.ts';
import { type ListNode, parseList } from '../src/text/list-tree.ts';

describe('copies and forms of materials', () => {
  it.each([
    ['申请报告3份；', '申请报告', { copies: 3 }],
    ['申请表（一式5份）', '申请表', { copies: 5 }],
    ['呈报文件（原件，一式三份）；', '呈报文件', { form: '原件', copies: 3 }],
    ['营业执照复印件', '营业执照', { form: '复印件' }],
    ['身份证明(复印件，1份)', '身份证明', { form: '复印件', copies: 1 }],
    ['申请表  原件三份；', '申请表', { form: '原件', copies: 3 }],
    ['审核表（原件）  两份 ；', '审核表', { form: '原件', copies: 2 }],
    ['审批表（4份原件）', '审批表', { form: '原件', copies: 4 }],
    ['登记表（原件，制式一份）', '登记表', { form: '原件', copies: 1 }],
    ['身份证原件及复印件', '身份证', { form: '原件和复印件' }],
    ['许可证（原件1份、复印件2份）', '许可证', { form: '原件和复印件', copies: 1, photocopies: 2 }],
    ['意见书（原件，仅指划拨用地的项目）', '意见书（仅指划拨用地的项目）', { form: '原件' }],
    ['申请报告3份（由项目单位编制）', '申请报告（由项目单位编制）', { copies: 3 }],
    ['资格证书原件(延续时提供)2份', '资格证书(延续时提供)', { form: '原件', copies: 2 }],
  ])('%s', (text, name, copies) => {
    const { name: read, unclear, ...found } = readMaterialName(text);
    expect([read, unclear, found]).toEqual([name, false, copies]);
  });

  it.each([
    ['执照复印件、批准证书复印件', false],
    ['证明文件、授权书原件', false],
    ['身份证原件及复印件2份', true],
    ['申请报告2份，并附监测报告2份', true],
    ['近期检验报告2-3份', true],
  ])('%s is ambiguous and stays as it is', (text, unclear) => {
    expect(readMaterialName(text)).toEqual({ name: text, unclear });
  });

  it('gives each kind its number only where the text says so', () => {
    expect(parseCopies('原件及复印件各一份')).toEqual({
      form: '原件和复印件',
      copies: 1,
      photocopies: 1,
    });
    expect(parseCopies('原件及复印件一份')).toBeUndefined();
  });
});

describe('lists', () => {
  const shape = (nodes: readonly ListNode[]): unknown =>
    nodes.map((node) => (node.children.length > 0 ? [node.text, shape(node.children)] : node.text));

  it.each([
    ['一、甲', 'chinese', 1],
    ['（十二）甲', 'chinese-paren', 12],
    ['1.甲', 'digit', 1],
    ['１．甲', 'digit', 1],
    ['(3) 甲', 'digit-paren', 3],
    ['2）甲', 'digit-close', 2],
    ['③甲', 'circled', 3],
    ['⑵甲', 'digit-paren', 2],
    ['第五条　甲', 'article', 5],
  ])('%s starts with a marker', (text, kind, ordinal) => {
    expect(markerAt(text)).toMatchObject({ kind, ordinal });
  });

  it.each(['1.5米以上', '第五条规定', '一级资质', '3年以上'])('%s does not', (text) => {
    expect(markerAt(text)).toBeUndefined();
  });

  it('nests by the scheme, not by indentation', () => {
    const text = '一、甲：\n（一）乙\n1.丙；\n2.丁。\n（二）戊\n二、己\n6人以上';
    expect(shape(parseList(text).nodes)).toEqual([
      ['甲：', [['乙', ['丙；', '丁。']], '戊']],
      '己\n6人以上',
    ]);
  });

  it('splits within a line only where the numbers follow one another', () => {
    expect(shape(parseList('一、甲；二、乙。三、丙').nodes)).toEqual(['甲；', '乙。', '丙']);
    expect(shape(parseList('1.符合前款（一）、（二）项；2.第3.条').nodes)).toEqual([
      '符合前款（一）、（二）项；',
      '第3.条',
    ]);
    expect(shape(parseList('一、手册（包括：1.总则；2.附则）').nodes)).toEqual([
      '手册（包括：1.总则；2.附则）',
    ]);
  });

  it('keeps lines before, after and headings that start a list again', () => {
    const tree = parseList('领证提交：\n一、甲；\n二、乙。\n换证提交：\n一、丙。\n以上均交原件。');
    expect(shape(tree.nodes)).toEqual([
      ['领证提交：', ['甲；', '乙。']],
      ['换证提交：', ['丙。']],
    ]);
    expect(tree.tail).toEqual(['以上均交原件。']);
  });
});

describe('citations', () => {
  it('takes laws, documents, articles and quotes apart', () => {
    const text =
      '一、《甲法》(2009年08月27日修正)第三条第三款  须经批准。\n    第五款  须有资质。\n' +
      '    第十六条 依照本法第三条的规定办理。二、《关于印发〈乙办法〉的通知》(某发[2004]20号)二、（一）实行核准。';
    expect(parseCitations(text)).toEqual({
      rest: '',
      citations: [
        {
          law: '甲法',
          document: '2009年08月27日修正',
          article: '第三条第三款',
          quote: '须经批准。',
        },
        {
          law: '甲法',
          document: '2009年08月27日修正',
          article: '第三条第五款',
          quote: '须有资质。',
        },
        {
          law: '甲法',
          document: '2009年08月27日修正',
          article: '第十六条',
          quote: '依照本法第三条的规定办理。',
        },
        {
          law: '关于印发〈乙办法〉的通知',
          document: '某发[2004]20号',
          article: '二（一）',
          quote: '实行核准。',
        },
      ],
    });
  });

  it('reads numbered items of a list, and a law without an article', () => {
    expect(parseCitations('《丙决定》（国务院令第412号）附件第99项 某资质认定').citations).toEqual([
      { law: '丙决定', document: '国务院令第412号', article: '附件第99项', quote: '某资质认定' },
    ]);
    expect(
      parseCitations('《某决定》(国发1号)附件1 项目目录（第74项） 某机构认定').citations,
    ).toEqual([
      {
        law: '某决定',
        document: '国发1号',
        article: '附件1项目目录（第74项）',
        quote: '某机构认定',
      },
    ]);
    expect(parseCitations('《丁条例》').citations).toEqual([{ law: '丁条例' }]);
  });

  it('gives back what it cannot place', () => {
    expect(parseCitations('按惯例办理')).toEqual({ citations: [], rest: '按惯例办理' });
    expect(parseCitations('依据如下：一、《戊法》第二条 甲').rest).toBe('依据如下：');
  });
});
