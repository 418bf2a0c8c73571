import type { Block } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { holdsIn } from '../notice.ts';
import {
  cell,
  durationWords,
  fact,
  factsBlock,
  listWords,
  paragraph,
  plainFact,
} from '../words.ts';
import { caseFacts, type Form, formOf, untitled } from './form.ts';
import { BLANK_DATE } from './printed.ts';

/** 容缺受理承诺书: which materials follow later, how, and by which day. */
export const deferralForm: Form = (subject, facts) => {
  const materials = (subject.item.materials ?? []).filter(
    (each) => each.deferral !== undefined && holdsIn(each, facts.situation),
  );
  if (materials.length === 0) return undefined;
  const table: Block = {
    kind: 'table',
    columns: [
      { title: '容缺的材料', weight: 4 },
      { title: itemLabel('materials.deferral.within', 'short'), weight: 3 },
      { title: itemLabel('materials.deferral.how', 'short'), weight: 4 },
      { title: itemLabel('materials.deferral.overdue', 'short'), weight: 4 },
    ],
    rows: materials.map(({ name, deferral }) => [
      cell(`☐${name}`),
      [
        ...cell(deferral && `${durationWords(deferral.within)}内`),
        ...cell(`即${facts.lastDay(deferral?.within) ?? BLANK_DATE}前`),
      ],
      cell(deferral?.how),
      cell(deferral?.overdue),
    ]),
  };
  return formOf(subject, facts, {
    title: '容缺受理承诺书',
    dated: true,
    sections: [
      untitled('case', caseFacts(subject, facts, '受理日期')),
      untitled('told', [
        paragraph('你（单位）的主要材料已经齐全，下列打勾的材料可以后补，本机关先予受理：'),
        table,
      ]),
      {
        id: 'promise',
        heading: '申请人承诺',
        blocks: [
          paragraph('本人（单位）已经知道上面的期限、方式和后果，自愿申请容缺受理，承诺：'),
          {
            kind: 'list',
            ordered: true,
            items: [
              '在上面写明的期限内补齐全部容缺的材料；',
              '已经提交和后补的材料真实、合法、有效；',
              '逾期没有补齐的，承担上面写明的后果。',
            ].map((text) => [paragraph(text)]),
          },
        ],
      },
    ],
    signatures: ['告知人（签名）', '承诺人（签名或者盖章）', '承诺日期：    年    月    日'],
  });
};

/** 告知承诺书: what the office tells, and what the applicant promises in place of a proof. */
export const promiseForm: Form = (subject, facts) => {
  const { item } = subject;
  const { promise } = item;
  const proofs = (item.materials ?? []).filter(
    (each) => each.waiver?.how === '告知承诺' && holdsIn(each, facts.situation),
  );
  if (promise === undefined && proofs.length === 0) return undefined;
  const names = listWords(proofs.map((each) => each.name));
  return formOf(subject, facts, {
    title: '告知承诺书',
    sections: [
      untitled('case', caseFacts(subject, facts)),
      {
        id: 'told',
        heading: '行政机关告知',
        blocks: factsBlock([
          ...plainFact(itemLabel('basis'), listWords(subject.cites(item.basis ?? []))),
          ...plainFact('可以承诺代替的材料', names),
          ...fact('承诺的内容', promise?.content),
          ...plainFact('承诺的方式', '书面承诺；可以选择承诺，也可以选择提交材料'),
          ...fact('不实承诺的责任', promise?.liability),
          ...fact(itemLabel('promise.verification'), promise?.verification),
        ]),
      },
      { id: 'promise', heading: '申请人承诺', blocks: promiseText() },
    ],
    signatures: ['告知人（签名）', '承诺人（签名或者盖章）', '承诺日期：    年    月    日'],
  });
};

function promiseText(): Block[] {
  const lines = [
    '已经知道行政机关告知的全部内容；',
    '已经达到告知的条件和要求；',
    '填写的内容和提交的材料真实、合法、有效；',
    '愿意承担不实承诺的责任。',
  ];
  return [
    paragraph('本人（单位）对下列内容作出承诺：'),
    { kind: 'list', ordered: true, items: lines.map((text) => [paragraph(text)]) },
  ];
}
