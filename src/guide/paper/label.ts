import type { Block } from '../guide.ts';
import { departmentLabel, itemLabel } from '../labels.ts';
import { formWords } from '../materials.ts';
import { committedWords, editionWords, holdsIn } from '../notice.ts';
import { codeWord } from '../sheet-code.ts';
import { cell, durationWords, factsBlock, plainFact } from '../words.ts';
import { acceptedWords, type Form, itemWords, openRows, tick } from './form.ts';
import { aboutItem } from './printed.ts';

/** The label on the bag that carries an application's papers from desk to desk. */
export const labelForm: Form = (subject, facts) => {
  const { item, department } = subject;
  const open = (label: string) => ({ label, value: [] });
  const last = facts.lastDay(facts.situation?.committed ?? item.limits?.committed);
  return {
    title: '受理文件袋',
    subtitle: `${department?.name ?? ''} ${itemWords(subject, facts)}`.trim(),
    sections: [
      {
        id: 'facts',
        heading: '',
        blocks: factsBlock([
          open('办件编号'),
          open('办事单位（申请人）'),
          open(departmentLabel('phone')),
          ...plainFact('收件日期', acceptedWords(facts)),
          ...plainFact(
            itemLabel('limits.committed', 'short'),
            committedWords(subject, facts.situation),
          ),
          ...plainFact('最迟办结', last),
        ]),
      },
      { id: 'materials', heading: '材料目录', blocks: materialRows(subject, facts) },
      { id: 'flow', heading: '流转', blocks: flowRows(subject, facts) },
    ],
    signatures: [],
    footer: [codeWord(subject, 'label'), ...editionWords(subject)].join('　'),
    about: aboutItem(subject),
  };
};

function materialRows(...[{ item }, facts]: Parameters<Form>): Block[] {
  const materials = (item.materials ?? []).filter(
    (each) => each.waiver === undefined && holdsIn(each, facts.situation),
  );
  if (materials.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: itemLabel('materials.name'), weight: 7 },
        { title: '类型和份数', weight: 3 },
        { title: '实收', weight: 2 },
      ],
      rows: materials.map((each) => [tick(each.name), cell(formWords(each)), []]),
    },
  ];
}

function flowRows(...[{ item }, facts]: Parameters<Form>): Block[] {
  const steps = (item.steps ?? []).filter((each) => holdsIn(each, facts.situation));
  return [
    {
      kind: 'table',
      columns: [
        { title: itemLabel('steps.name', 'short'), weight: 2 },
        { title: '流转科室（岗位）', weight: 4 },
        { title: itemLabel('steps.limit'), weight: 2 },
        { title: '经办人签字', weight: 3 },
        { title: '日期', weight: 2 },
      ],
      rows:
        steps.length === 0
          ? openRows(4, 5)
          : steps.map(({ name, role, limit }) => [
              cell(name),
              cell(role),
              cell(limit && durationWords(limit)),
              [],
              [],
            ]),
    },
  ];
}
