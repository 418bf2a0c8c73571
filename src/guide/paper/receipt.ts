import type { Block } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { formWords } from '../materials.ts';
import { holdsIn } from '../notice.ts';
import { proseBlocks } from '../prose.ts';
import { cell, durationWords, listWords, paragraph } from '../words.ts';
import { caseFacts, contactWords, type Form, formOf, isLicence, tick, untitled } from './form.ts';
import { BLANK_DATE, blank } from './printed.ts';

/** 受理凭证: what was taken in, and by which day it will be decided. */
export const receiptForm: Form = (subject, facts) => {
  const { item } = subject;
  const law = isLicence(subject)
    ? '依据《中华人民共和国行政许可法》第三十二条第一款第（五）项和第二款，'
    : '';
  return formOf(subject, facts, {
    title: '受理凭证',
    dated: true,
    sections: [
      untitled('case', caseFacts(subject, facts, '受理日期')),
      untitled('text', [
        paragraph(
          `你（单位）的申请材料齐全、符合法定形式，${law}现予受理。办件编号：${blank(10)}。`,
        ),
        ...promised(subject, facts).map(paragraph),
      ]),
      { id: 'materials', heading: '收到的材料', blocks: received(subject, facts) },
      {
        id: 'progress',
        heading: '查询办理进程',
        blocks: [...proseBlocks(item.progress ?? ''), paragraph(contactWords(subject))].filter(
          (block) => block.kind !== 'paragraph' || block.text.length > 0,
        ),
      },
    ],
    signatures: ['受理人（签名）', '申请人或者代理人（签名）', '签收日期：    年    月    日'],
  });
};

/** The committed limit with its last day, and what it does not count. */
function promised(...[subject, facts]: Parameters<Form>): string[] {
  const { limits = {} } = subject.item;
  const period = facts.situation?.committed ?? limits.committed;
  if (period === undefined) return [];
  const words = durationWords(period);
  const excludes = limits.excludes ?? [];
  const last = facts.lastDay(period) ?? BLANK_DATE;
  return [
    words.includes('即时')
      ? '本事项即时办结。'
      : `承诺办结时限为${words}，自受理的次日起计算，最迟在${last}作出决定。`,
    ...facts.courseWords.map((text) => `${text}。`),
    excludes.length === 0 ? '' : `下列时间不计算在内：${listWords(excludes)}。`,
  ].filter((text) => text !== '');
}

function received(...[{ item }, facts]: Parameters<Form>): Block[] {
  const materials = (item.materials ?? []).filter((each) => holdsIn(each, facts.situation));
  if (materials.length === 0) return [paragraph('本事项无需提交材料。')];
  return [
    {
      kind: 'table',
      columns: [
        { title: itemLabel('materials.name'), weight: 6 },
        { title: '应交', weight: 3 },
        { title: '实收份数', weight: 2 },
        { title: itemLabel('materials.note'), weight: 2 },
      ],
      rows: materials.map((each) => [
        tick(each.name),
        cell(each.waiver === undefined ? formWords(each) : `免提交（${each.waiver.how}）`),
        [],
        [],
      ]),
    },
  ];
}
