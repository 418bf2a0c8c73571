import type { Step } from '../model/schema.gen.ts';
import { formatDuration, parseDuration } from '../text/duration.ts';
import type { Block, Fact } from './guide.ts';
import { itemLabel } from './labels.ts';
import { proseBlocks } from './prose.ts';
import type { Subject } from './subject.ts';
import { cell, durationWords, fact, factsBlock, link, listWords, plainFact } from './words.ts';

/** 办理流程: the steps, and what they add up to. */
export function stepBlocks(subject: Subject): Block[] {
  const { steps = [], flowchart, tacit } = subject.item;
  const blocks: Block[] = [];
  if (steps.length > 0) {
    const total = totalWords(steps);
    blocks.push({
      kind: 'steps',
      steps: steps.map((step) => ({
        name: step.name,
        facts: stepFacts(step, subject),
        blocks: proseBlocks(step.action ?? ''),
      })),
      ...(total === undefined ? {} : { total }),
    });
  }
  if (tacit !== undefined) {
    const text = `超过${durationWords(tacit.after)}未作出受理决定的，视为${tacit.effect}。`;
    blocks.push({ kind: 'paragraph', text: [{ text }] });
  }
  if (flowchart !== undefined) {
    blocks.push({ kind: 'paragraph', text: [link('办理流程图', flowchart)] });
  }
  return blocks;
}

function stepFacts(step: Step, subject: Subject): Fact[] {
  const outside = step.counted === false ? '（不计入承诺办结时限）' : '';
  return [
    ...plainFact(itemLabel('steps.situations'), listWords(subject.situationNames(step.situations))),
    ...plainFact(
      itemLabel('steps.role'),
      [step.stage, step.role].filter((part) => part !== undefined).join('，'),
    ),
    ...plainFact(
      itemLabel('steps.limit'),
      step.limit === undefined ? undefined : durationWords(step.limit) + outside,
    ),
    ...fact(itemLabel('steps.criteria'), step.criteria),
    ...plainFact(itemLabel('steps.result'), step.result),
  ];
}

/** The sum of the counted steps, when all of them have a limit in one and the same unit. */
export function totalWords(steps: readonly Step[]): string | undefined {
  const counted = steps.filter((step) => step.counted !== false);
  if (counted.length < 2 || counted.some((step) => step.situations !== undefined)) return undefined;
  const limits = counted.map((step) => parseDuration(step.limit ?? ''));
  const timed = limits.flatMap((each) =>
    each === undefined || each.unit === '即时' ? [] : [each],
  );
  const unit = timed[0]?.unit;
  if (limits.includes(undefined) || unit === undefined) return undefined;
  if (timed.some((each) => each.unit !== unit)) return undefined;
  const amount = timed.reduce((sum, each) => sum + each.amount * 1000, 0) / 1000;
  return `各环节合计${formatDuration({ amount, unit })}`;
}

/** 办理时限: statutory, committed, what is not counted, and the special procedures. */
export function limitBlocks(subject: Subject): Block[] {
  const { limits = {}, situations = [] } = subject.item;
  const facts: Fact[] = [
    ...plainFact(itemLabel('limits.statutory'), joined(limits.statutory, limits.statutory_note)),
    ...plainFact(
      itemLabel('limits.statutory_basis'),
      limits.statutory_basis && subject.cite(limits.statutory_basis),
    ),
    ...plainFact(itemLabel('limits.committed'), joined(limits.committed, limits.committed_note)),
    ...plainFact(
      itemLabel('limits.acceptance'),
      limits.acceptance && durationWords(limits.acceptance),
    ),
    ...plainFact(itemLabel('limits.starts'), limits.starts && `自${limits.starts}的次日起计算`),
    ...plainFact(itemLabel('limits.includes_delivery'), deliveryWords(limits.includes_delivery)),
    ...plainFact(itemLabel('limits.excludes'), listWords(limits.excludes ?? [])),
  ];
  const blocks = factsBlock(facts);
  const timed = situations.filter((each) => each.statutory ?? each.committed);
  if (timed.length > 0) {
    const kinds = (['statutory', 'committed'] as const).filter((kind) =>
      timed.some((each) => each[kind] !== undefined),
    );
    const titles = [
      itemLabel('situations.name', 'short'),
      ...kinds.map((kind) => LIMIT_TITLES[kind]),
    ];
    blocks.push({
      kind: 'table',
      columns: titles.map((title) => ({ title, weight: 1 })),
      rows: timed.map((each) => [
        cell(each.name),
        ...kinds.map((kind) => cell(durationWords(each[kind] ?? ''))),
      ]),
    });
  }
  return [...blocks, ...specialBlocks(subject)];
}

const LIMIT_TITLES = {
  statutory: itemLabel('limits.statutory'),
  committed: itemLabel('limits.committed'),
};

function joined(limit: string | undefined, note: string | undefined): string {
  const words = limit === undefined ? '' : durationWords(limit);
  if (note === undefined) return words;
  return words === '' ? note : `${words}（${note}）`;
}

function deliveryWords(included: boolean | undefined): string | undefined {
  if (included === undefined) return undefined;
  return included ? '办结时限含制证和送达' : '办结时限不含制证和送达';
}

function specialBlocks(subject: Subject): Block[] {
  const special = subject.item.limits?.special ?? [];
  if (special.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: itemLabel('limits.special') },
    {
      kind: 'table',
      columns: [
        { title: itemLabel('limits.special.kind', 'short'), weight: 2 },
        { title: itemLabel('limits.special.days', 'short'), weight: 2 },
        { title: itemLabel('limits.special.counted'), weight: 2 },
        { title: '依据和说明', weight: 5 },
      ],
      rows: special.map((each) => [
        cell(each.kind),
        cell(each.days === undefined ? undefined : durationWords(each.days)),
        cell(each.counted === true ? '计入' : '不计入'),
        [
          ...cell(each.basis === undefined ? undefined : subject.cite(each.basis)),
          ...cell(
            each.fee === undefined
              ? undefined
              : `${itemLabel('limits.special.fee', 'short')}：${each.fee}`,
          ),
          ...cell(each.note),
        ],
      ]),
    },
  ];
}

/** 收费: none, or each charge with its standard and basis. */
export function feeBlocks(subject: Subject): Block[] {
  const { fees, payment = [] } = subject.item;
  if (fees === undefined) return [];
  if (!Array.isArray(fees) || fees.length === 0) {
    const words = Array.isArray(fees) ? '不收费' : fees;
    return [{ kind: 'paragraph', text: [{ text: words }] }];
  }
  return [
    {
      kind: 'table',
      columns: [
        { title: itemLabel('fees.name', 'short'), weight: 3 },
        { title: itemLabel('fees.standard'), weight: 3 },
        { title: itemLabel('fees.basis'), weight: 4 },
        { title: '减免和说明', weight: 4 },
      ],
      rows: fees.map((fee) => [
        cell(fee.name),
        cell(fee.standard),
        cell(fee.basis === undefined ? undefined : subject.cite(fee.basis)),
        [
          ...cell(fee.when),
          ...cell(fee.payer && `${itemLabel('fees.payer')}：${fee.payer}`),
          ...cell(
            fee.reduction === undefined
              ? undefined
              : `${itemLabel('fees.reduction')}：${fee.reduction}`,
          ),
          ...cell(
            fee.reduction_basis &&
              `${itemLabel('fees.reduction_basis')}：${subject.cite(fee.reduction_basis)}`,
          ),
          ...cell(fee.note),
        ],
      ]),
    },
    ...factsBlock(plainFact(itemLabel('payment'), listWords(payment))),
  ];
}

/** 中介服务 that the item needs. */
export function intermediaryBlocks(subject: Subject): Block[] {
  const services = subject.item.intermediary ?? [];
  if (services.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        itemLabel('intermediary'),
        itemLabel('intermediary.basis', 'short'),
        itemLabel('intermediary.limit', 'short'),
        itemLabel('intermediary.fee', 'short'),
      ].map((title) => ({ title, weight: 1 })),
      rows: services.map((each) => [
        cell(each.name),
        cell(each.basis && subject.cite(each.basis)),
        cell(durationWords(each.limit ?? '')),
        cell(each.fee),
      ]),
    },
  ];
}
