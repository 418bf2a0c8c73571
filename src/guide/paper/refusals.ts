import type { Block } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { holdsIn } from '../notice.ts';
import { proseBlocks } from '../prose.ts';
import { cell, factsBlock, paragraph } from '../words.ts';
import { caseFacts, type Form, formOf, isLicence, openRows, tick, untitled } from './form.ts';
import { blank } from './printed.ts';

/** 不予受理通知书: why an application is not taken on, and what may be done about it. */
export const rejectionForm: Form = (subject, facts) => {
  const law = isLicence(subject);
  const reasons: Block = reasonTable([
    [`申请事项依法不需要取得${law ? '行政许可' : '批准'}`, law ? '第三十二条第一款第（一）项' : ''],
    [
      `申请事项依法不属于本机关职权范围，请向${blank(10)}申请`,
      law ? '第三十二条第一款第（二）项' : '',
    ],
  ]);
  return formOf(subject, facts, {
    title: '不予受理通知书',
    sections: [
      untitled('case', caseFacts(subject, facts)),
      untitled('reason', [
        paragraph(
          `经审查，你（单位）提出的申请有下列打勾的情形${law ? '，依据《中华人民共和国行政许可法》' : ''}，决定不予受理：`,
        ),
        reasons,
        paragraph('提交的材料已经全部退还。'),
      ]),
      { id: 'remedies', heading: '不服本决定的救济途径', blocks: remedies(subject) },
    ],
    signatures: ['承办人（签名）', '申请人或者代理人（签名）', '签收日期：    年    月    日'],
  });
};

/** 不予办理决定书: which conditions were not met. */
export const refusalForm: Form = (subject, facts) => {
  const { item } = subject;
  const law = isLicence(subject);
  const conditions = (item.conditions ?? []).filter((each) => holdsIn(each, facts.situation));
  const reasons = reasonTable(
    conditions.map((each): [string, string] => [
      `没有达到条件：${each.text.replace(/[。；]$/, '')}`,
      each.basis === undefined ? '' : subject.cite(each.basis),
    ]),
  );
  const basis = law ? '依据《中华人民共和国行政许可法》第三十八条第二款，' : '';
  return formOf(subject, facts, {
    title: law ? '不予行政许可决定书' : '不予办理决定书',
    sections: [
      untitled('case', caseFacts(subject, facts, '受理日期')),
      untitled('reason', [
        paragraph(`经审查，你（单位）的申请有下列打勾的情形，${basis}决定不予办理：`),
        reasons,
        ...factsBlock([{ label: '事实和理由', value: [{ text: '\u3000\n\u3000\n\u3000' }] }]),
      ]),
      { id: 'remedies', heading: '不服本决定的救济途径', blocks: remedies(subject) },
    ],
    signatures: ['承办人（签名）', '申请人或者代理人（签名）', '签收日期：    年    月    日'],
  });
};

function reasonTable(reasons: readonly (readonly [text: string, basis: string])[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: itemLabel('situations.name', 'short'), weight: 6 },
      { title: itemLabel('conditions.basis', 'short'), weight: 4 },
    ],
    rows: [...reasons.map(([text, basis]) => [tick(text), cell(basis)]), ...openRows(1, 2)],
  };
}

/** The item's own remedies, or those that the laws on review and litigation give everybody. */
function remedies({ item }: Parameters<Form>[0]): Block[] {
  if (item.remedies !== undefined) return proseBlocks(item.remedies);
  return [
    paragraph(
      `可以自收到本文书之日起六十日内，向${blank(8)}申请行政复议；也可以自收到本文书之日起六个月内，向${blank(8)}人民法院提起行政诉讼。`,
    ),
  ];
}
