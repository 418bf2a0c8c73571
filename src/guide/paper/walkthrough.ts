import { placeFacts } from '../access.ts';
import type { Block, Cell, Fact } from '../guide.ts';
import { hallLabel, itemLabel } from '../labels.ts';
import { formWords } from '../materials.ts';
import { committedWords, editionWords, holdsIn } from '../notice.ts';
import { codeWord } from '../sheet-code.ts';
import type { Subject } from '../subject.ts';
import { cell, durationWords, fact, factsBlock, plainFact } from '../words.ts';
import { type Case, type Form, itemWords } from './form.ts';
import { aboutItem, BLANK_DATE } from './printed.ts';

/** 办事体验单: what the guide says, line by line, with boxes for what an inspector found. */
export const walkthroughForm: Form = (subject, facts) => ({
  title: '办事流程体验单',
  subtitle: `${subject.department?.name ?? ''} ${itemWords(subject, facts)}`.trim(),
  sections: [
    {
      id: 'visit',
      heading: '',
      blocks: factsBlock([
        { label: '体验人', value: [] },
        ...plainFact('体验日期', BLANK_DATE),
        { label: '体验地点', value: [] },
        ...plainFact('体验方式', '☐现场　☐网上　☐电话'),
      ]),
    },
    { id: 'place', heading: '地点、时间和电话', blocks: rows(placeLines(subject)) },
    { id: 'materials', heading: '材料', blocks: rows(materialLines(subject, facts)) },
    { id: 'process', heading: '环节、时限和收费', blocks: rows(processLines(subject, facts)) },
    {
      id: 'extra',
      heading: '指南之外的要求',
      blocks: rows([
        ...plainFact('另外要求的材料', '无'),
        ...plainFact('另外增加的环节', '无'),
        ...plainFact('另外收取的费用', '无'),
      ]),
    },
  ].filter((section) => section.blocks.length > 0),
  signatures: ['体验人（签名）', '大厅负责人（签名）', '核实日期：    年    月    日'],
  footer: [codeWord(subject, 'walkthrough'), ...editionWords(subject)].join('　'),
  about: aboutItem(subject),
});

/** What the guide says, a line each, with boxes to tick and room for what was found. */
function rows(lines: readonly Fact[]): Block[] {
  if (lines.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: '核对的内容', weight: 3 },
        { title: '指南写明', weight: 5 },
        { title: '实际情况', weight: 3 },
        { title: '不一致的说明', weight: 4 },
      ],
      rows: lines.map(({ label, value }): Cell[] => [
        cell(label),
        [value],
        cell('☐一致　☐不一致'),
        [],
      ]),
    },
  ];
}

function placeLines(subject: Subject): Fact[] {
  const { contact = {}, visits } = subject.item;
  return [
    ...placeFacts(subject).filter(
      ({ label }) => ![hallLabel('transport'), hallLabel('accessible')].includes(label),
    ),
    ...plainFact('咨询电话有人接听', contact.consult),
    ...plainFact('监督投诉电话有人接听', contact.complain),
    ...plainFact(itemLabel('visits'), visits === undefined ? undefined : `${visits}次`),
  ];
}

function materialLines({ item }: Subject, { situation }: Case): Fact[] {
  return (item.materials ?? [])
    .filter((each) => holdsIn(each, situation))
    .flatMap((each) =>
      plainFact(
        each.name,
        each.waiver === undefined ? formWords(each) || '提交' : `免提交（${each.waiver.how}）`,
      ),
    );
}

function processLines(subject: Subject, { situation }: Case): Fact[] {
  const { fees, steps = [] } = subject.item;
  return [
    ...plainFact(itemLabel('limits.committed'), committedWords(subject, situation)),
    ...steps
      .filter((each) => holdsIn(each, situation))
      .flatMap(({ name, limit }) => plainFact(name, limit ? durationWords(limit) : '有此环节')),
    ...(Array.isArray(fees)
      ? fees.flatMap(({ name, standard }) => fact(name, standard))
      : plainFact(itemLabel('fees'), fees)),
  ];
}
