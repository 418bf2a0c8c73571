import { answersOf, holds, readWhen } from '../../chain/when.ts';
import type { BundleStep } from '../../model/schema.gen.ts';
import type { Block, Fact, StepsBlock } from '../guide.ts';
import { bundleLabel, itemLabel } from '../labels.ts';
import { cardHref } from '../lists/card.ts';
import { departmentOf } from '../lists/listing.ts';
import { cell, listWords, paragraph, plainFact } from '../words.ts';
import type { BundleSubject } from './bundle-chain.ts';

/** 先回答几个问题: each question, its answers, and what an answer leads to. */
export function questionBlocks({ bundle, members }: BundleSubject): Block[] {
  const questions = bundle.questions ?? [];
  if (questions.length === 0) return [];
  const nameOf = (id: string): string => members.find((card) => card.id === id)?.name ?? id;
  const rows = questions.map((question) => {
    const answers = answersOf(question).flatMap((answer) => {
      const steps = bundle.items.filter(({ when }) => {
        const asks = readWhen(when ?? '').some((each) => each.question === question.id);
        return asks && holds(when, { [question.id]: answer });
      });
      const names = [...new Set(steps.map(({ item }) => nameOf(item)))];
      const what = names.length === 0 ? '不用多办' : `要办${listWords(names)}`;
      return cell(`选“${answer}”：${what}`);
    });
    return [[...cell(question.ask), ...cell(question.note)], answers];
  });
  const columns = [
    { title: bundleLabel('questions.ask'), weight: 4 },
    { title: '怎么办', weight: 6 },
  ];
  return [{ kind: 'table', columns, rows }];
}

/** When a member takes part, in words: 是否使用集中空调？选“是”. */
export function whenWords(
  { bundle: { questions = [] } }: Pick<BundleSubject, 'bundle'>,
  when: string | undefined,
): string {
  if (when === undefined) return '';
  const parts = readWhen(when).map(({ question, answers }) => {
    const ask = questions.find(({ id }) => id === question)?.ask ?? question;
    return `“${ask.replace(/[？?]$/, '')}”选“${answers.join('”或者“')}”`;
  });
  return parts.join('，并且');
}

/** The items in order, by stages: what each waits for and what it takes over from those before it. */
export function stepBlocks(subject: BundleSubject): Block[] {
  const { bundle } = subject;
  const stages = bundle.stages ?? [];
  const known = new Set(stages.map(({ name }) => name));
  const rest = bundle.items.filter((step) => !known.has(step.in ?? ''));
  return [
    ...stages.flatMap(({ name, note }): Block[] => {
      const steps = bundle.items.filter((step) => step.in === name);
      return [
        { kind: 'heading', level: 3, text: `${bundleLabel('stages')}：${name}` },
        ...(note === undefined ? [] : [paragraph(note)]),
        ...stepsOf(steps, subject),
      ];
    }),
    ...stepsOf(rest, subject),
  ];
}

function stepsOf(steps: readonly BundleStep[], subject: BundleSubject): Block[] {
  const shown = steps.flatMap((step) => stepOf(step, subject));
  return shown.length === 0 ? [] : [{ kind: 'steps', steps: shown }];
}

function stepOf(step: BundleStep, subject: BundleSubject): StepsBlock['steps'][number][] {
  const { members, catalog, chain } = subject;
  const card = members.find(({ id }) => id === step.item);
  if (card === undefined) return [];
  const titles = new Map(members.map(({ id, name }) => [id, name]));
  const situation = card.share?.chain.situations?.find(({ id }) => id === step.situation);
  const own = chain.passes.filter(({ to }) => to === step.item).map(({ material }) => material);
  const shares = [...new Set([...(step.shares ?? []), ...own])];
  const name = situation === undefined ? card.name : `${card.name}（${situation.name}）`;
  const facts: Fact[] = [
    { label: '办事指南', value: [{ text: `${card.name}办事指南`, href: cardHref(card) }] },
    ...plainFact(itemLabel('department'), departmentOf(card, { catalog })),
    ...plainFact(bundleLabel('items.when'), whenWords(subject, step.when)),
    ...plainFact(
      bundleLabel('items.after', 'plain'),
      listWords((step.after ?? []).map((id) => titles.get(id) ?? id)),
    ),
    ...plainFact(
      bundleLabel('items.promise'),
      step.promise === true ? '书面承诺后，不等前面的事项办完就可以办' : undefined,
    ),
    ...plainFact(itemLabel('steps.limit'), situation?.committed ?? card.share?.limit),
    ...plainFact(bundleLabel('items.shares', 'plain'), listWords(shares)),
  ];
  return [{ name, facts, blocks: [] }];
}

/** 联合办理: acts that several members share. */
export function jointBlocks({ bundle, members, catalog }: BundleSubject): Block[] {
  const joint = bundle.joint ?? [];
  if (joint.length === 0) return [];
  const nameOf = (id: string): string => members.find((card) => card.id === id)?.name ?? id;
  const officeOf = (id: string | undefined): string =>
    id === undefined ? '' : (catalog.departments.get(id)?.value.name ?? id);
  const columns = [
    { title: bundleLabel('joint.name'), weight: 2 },
    { title: bundleLabel('joint.members'), weight: 5 },
    { title: bundleLabel('joint.lead'), weight: 3 },
    { title: bundleLabel('joint.note'), weight: 4 },
  ];
  const rows = joint.map(({ name, members: ids, lead, note }) => [
    cell(name),
    cell(listWords(ids.map(nameOf))),
    cell(officeOf(lead)),
    cell(note),
  ]);
  return [{ kind: 'table', columns, rows }];
}

/** 一张表: the fields of the one form, and from where each can be filled. */
export function fieldBlocks({ chain: { fields } }: BundleSubject): Block[] {
  if (fields.length === 0) return [];
  const filled = fields.filter(({ from }) => from.length > 0).length;
  const columns = [
    { title: itemLabel('materials.fields.name'), weight: 4 },
    { title: itemLabel('materials.fields.from'), weight: 3 },
    { title: '用于', weight: 5 },
  ];
  const rows = fields.map(({ name, from, uses }) => [
    cell(name),
    cell(from.length === 0 ? '自己填' : listWords(from)),
    cell(listWords([...new Set(uses.map(({ item }) => item.name))])),
  ]);
  const words = `一共${fields.length}栏，其中${filled}栏从证照自动带出。`;
  return [paragraph(words), { kind: 'table', columns, rows }];
}
