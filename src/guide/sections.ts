import {
  contactBlocks,
  promiseBlocks,
  relatedBlocks,
  resultBlocks,
  whereBlocks,
} from './access.ts';
import { basicBlocks, conditionBlocks, scopeBlocks, situationBlocks } from './basics.ts';
import type { Block, Section } from './guide.ts';
import { itemLabel } from './labels.ts';
import { basisBlocks, quoteBlocks } from './law.ts';
import { materialBlocks } from './materials.ts';
import { bundlesWith } from './neighbours.ts';
import { attachmentBlocks } from './paper/attachments.ts';
import { feeBlocks, intermediaryBlocks, limitBlocks, stepBlocks } from './process.ts';
import { proseBlocks } from './prose.ts';
import type { Subject } from './subject.ts';

type Heading<S> = string | ((subject: S) => string);

/** What a section is called and what it is composed from; without blocks it is left out. */
export interface SectionSource<S> {
  /** In guide.json and on paper: the term of 《行政许可标准化指引》. */
  readonly heading: Heading<S>;
  /** On a web page: plain words, where they differ. */
  readonly plainHeading?: Heading<S>;
  /** On the notice sheet, where it differs. */
  readonly noticeHeading?: string;
  readonly blocks: (subject: S) => readonly Block[];
}

/**
 * Every section that a guide to an item can have. Where each output shows it stands in the tables
 * of `orders.ts`, in which a missing one does not compile.
 */
export const SECTIONS = {
  basics: { heading: '基本信息', plainHeading: '事项信息和编码', blocks: basicBlocks },
  scope: { heading: itemLabel('scope'), plainHeading: '哪些情况要办', blocks: scopeBlocks },
  basis: { heading: '办理依据', plainHeading: itemLabel('basis', 'short'), blocks: basisBlocks },
  situations: { heading: itemLabel('situations'), blocks: situationBlocks },
  conditions: {
    heading: itemLabel('conditions'),
    plainHeading: itemLabel('conditions', 'plain'),
    blocks: conditionBlocks,
  },
  materials: {
    heading: itemLabel('materials'),
    plainHeading: '带什么材料',
    noticeHeading: '需要带齐的材料',
    blocks: materialBlocks,
  },
  where: {
    heading: '办理地点和方式',
    plainHeading: '在哪里办、什么时间办',
    noticeHeading: '到哪里办',
    blocks: whereBlocks,
  },
  steps: { heading: itemLabel('steps'), plainHeading: '办理步骤', blocks: stepBlocks },
  limits: { heading: itemLabel('limits'), plainHeading: '办理时限和特别程序', blocks: limitBlocks },
  intermediary: { heading: itemLabel('intermediary'), blocks: intermediaryBlocks },
  fees: { heading: itemLabel('fees.standard'), blocks: feeBlocks },
  result: { heading: itemLabel('result'), plainHeading: '办完拿到什么', blocks: resultBlocks },
  promise: { heading: itemLabel('promise'), blocks: promiseBlocks },
  rights: {
    heading: itemLabel('rights'),
    plainHeading: '权利和义务',
    blocks: ({ item }) => proseBlocks(item.rights ?? ''),
  },
  contact: { heading: '咨询和监督投诉', plainHeading: '咨询和投诉', blocks: contactBlocks },
  progress: {
    heading: itemLabel('progress'),
    plainHeading: '查询办理进度',
    blocks: ({ item }) => proseBlocks(item.progress ?? ''),
  },
  remedies: {
    heading: itemLabel('remedies'),
    plainHeading: '不服决定怎么办',
    blocks: ({ item }) => proseBlocks(item.remedies ?? ''),
  },
  notes: { heading: itemLabel('notes'), blocks: ({ item }) => proseBlocks(item.notes ?? '') },
  faq: { heading: itemLabel('faq'), blocks: faqBlocks },
  related: {
    heading: '关联事项',
    plainHeading: ({ item, catalog }) =>
      bundlesWith(catalog, item.id).length === 0 ? '关联事项' : '一件事和关联事项',
    blocks: relatedBlocks,
  },
  quotes: { heading: '依据条文', blocks: quoteBlocks },
  attachments: { heading: '空白表格和示例样表', blocks: attachmentBlocks },
} as const satisfies Readonly<Record<string, SectionSource<Subject>>>;

export type SectionId = keyof typeof SECTIONS;

/** Composes the sections of a list in its own order, or those with the ids, in theirs. */
export function composeSections<S, Id extends string>(
  sources: Readonly<Record<Id, SectionSource<S>>>,
  subject: S,
  // The keys of a list of sections are its ids.
  ids: readonly Id[] = Object.keys(sources) as Id[],
): Section[] {
  return ids.flatMap((id): Section[] => {
    const source = sources[id];
    const blocks = source.blocks(subject);
    if (blocks.length === 0) return [];
    const heading = headingFor(subject, source.heading);
    const plain = headingFor(subject, source.plainHeading ?? heading);
    return [{ id, heading, ...(plain === heading ? {} : { plainHeading: plain }), blocks }];
  });
}

function headingFor<S>(subject: S, heading: Heading<S>): string {
  return typeof heading === 'function' ? heading(subject) : heading;
}

function faqBlocks({ item }: Subject): Block[] {
  const faq = item.faq ?? [];
  if (faq.length === 0) return [];
  const entries = faq.map(({ question, answer }) => ({ question, answer: proseBlocks(answer) }));
  return [{ kind: 'questions', entries }];
}
