import type { Block } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { formWords } from '../materials.ts';
import { holdsIn } from '../notice.ts';
import { cell, durationWords, paragraph } from '../words.ts';
import {
  caseFacts,
  contactWords,
  type Form,
  formOf,
  isLicence,
  openRows,
  tick,
  untitled,
} from './form.ts';
import { BLANK_DATE, blank } from './printed.ts';

/** 补正材料告知书: which materials lack what, and by which day they must be mended. */
export const correctionForm: Form = (subject, facts) => {
  const { item } = subject;
  const materials = (item.materials ?? []).filter((each) => holdsIn(each, facts.situation));
  const bring = materials.filter((each) => each.waiver === undefined);
  const table: Block = {
    kind: 'table',
    columns: [
      { title: '需要补正的材料', weight: 4 },
      { title: '类型和份数', weight: 2 },
      { title: itemLabel('materials.criteria'), weight: 4 },
      { title: '需要补正的内容', weight: 4 },
    ],
    rows: [
      ...bring.map((each) => [tick(each.name), cell(formWords(each)), cell(each.criteria), []]),
      ...openRows(1, 4),
    ],
  };
  const law = isLicence(subject)
    ? '依据《中华人民共和国行政许可法》第三十二条第一款第（四）项，'
    : '';
  return formOf(subject, facts, {
    title: '补正材料告知书',
    dated: true,
    sections: [
      untitled('case', caseFacts(subject, facts)),
      untitled('reason', [
        paragraph(
          `你（单位）提交的申请材料不齐全或者不符合法定形式。${law}现将需要补正的全部内容一次告知如下（打勾的为需要补正的材料）：`,
        ),
        table,
        ...deadline(subject, facts).map(paragraph),
      ]),
    ],
    signatures: ['告知人（签名）', '申请人或者代理人（签名）', '签收日期：    年    月    日'],
  });
};

/** By which day, what follows when it passes, and whom to ask. */
function deadline(...[subject, facts]: Parameters<Form>): string[] {
  const { correction, correction_overdue } = subject.catalog.settings.value.paper ?? {};
  const last = facts.lastDay(correction) ?? BLANK_DATE;
  const within = correction === undefined ? '' : `自告知的次日起${durationWords(correction)}内，即`;
  const overdue = correction_overdue?.replace(/。$/, '') ?? blank(20);
  return [
    `请你（单位）${within}在${last}前（含当日）到上述窗口或者通过原提交渠道补正。逾期没有补正的，${overdue}。`,
    `联系人：${blank(6)}。${contactWords(subject)}`,
  ];
}
