import { jointForm } from '../chain/papers.ts';
import { type Answers, allAnswers } from '../chain/when.ts';
import type { Entry, SharedCatalog } from '../model/catalog.ts';
import type { Bundle } from '../model/schema.gen.ts';
import { windowWords } from './access.ts';
import { bundleFolder } from './addresses.ts';
import { bringBlocks, formLinks } from './chain/bring-blocks.ts';
import { type BundleSubject, bundleSubject } from './chain/bundle-chain.ts';
import { bundleNotice } from './chain/bundle-notice.ts';
import { paperBlocks, savingWords, scheduleBlocks, timeBlocks } from './chain/chain-blocks.ts';
import { chargeBlocks, compareBlocks, fiveBlocks, regionalBlocks } from './chain/compare-blocks.ts';
import { laneBlocks } from './chain/lanes.ts';
import { fieldBlocks, jointBlocks, questionBlocks, stepBlocks } from './chain/member-blocks.ts';
import type { Block, Fact, Guide, SituationNotice } from './guide.ts';
import { bundleLabel, itemLabel } from './labels.ts';
import type { Card } from './lists/card.ts';
import { telFact } from './page/tel.ts';
import { proseBlocks } from './prose.ts';
import { provenanceOf } from './provenance.ts';
import { composeSections, type SectionSource } from './sections.ts';
import { durationWords, factsBlock, linkFact, listWords, plainFact } from './words.ts';

/** Every section of a guide to a bundle, in its order. */
const SECTIONS = {
  facts: { heading: '办理要点', blocks: keyBlocks },
  conditions: { heading: bundleLabel('conditions', 'plain'), blocks: conditionBlocks },
  questions: { heading: bundleLabel('questions', 'plain'), blocks: questionBlocks },
  bring: {
    heading: ({ chain }) => `一套材料（${chain.papers.needed.length}项）`,
    blocks: bringBlocks,
  },
  fields: { heading: ({ bundle }) => `一张表：${jointForm(bundle)}`, blocks: fieldBlocks },
  steps: { heading: '办理顺序', blocks: stepBlocks },
  joint: { heading: bundleLabel('joint', 'plain'), blocks: jointBlocks },
  lanes: { heading: '办理流程图', blocks: laneBlocks },
  time: { heading: '一共多久', blocks: timeBlocks },
  schedule: { heading: '时间安排', blocks: scheduleBlocks },
  papers: { heading: '前面的结果给后面用', blocks: paperBlocks },
  regional: { heading: bundleLabel('regional'), blocks: regionalBlocks },
  fees: { heading: '收费和由谁付', blocks: chargeBlocks },
  before: { heading: bundleLabel('before', 'plain'), blocks: compareBlocks },
  five: { heading: '一件事的五个“一”', blocks: fiveBlocks },
} as const satisfies Readonly<Record<string, SectionSource<BundleSubject>>>;

/** How many sheets for sets of answers are made; with more questions one sheet says all. */
const MOST_SHEETS = 16;

/** Composes the guide to a bundle from the cards of its items, in the bundle's order. */
export function composeBundleGuide(
  entry: Entry<Bundle>,
  members: readonly Card[],
  catalog: SharedCatalog,
): Guide {
  const bundle = entry.value;
  const subject = bundleSubject(bundle, members, catalog);
  const provenance = provenanceOf(entry, catalog, `${bundleFolder(bundle.id)}/`);
  const lead = catalog.departments.get(bundle.lead)?.value.name ?? bundle.lead;
  const notice = bundleNotice(subject, provenance);
  return {
    id: bundle.id,
    title: bundle.name,
    lang: catalog.settings.value.lang ?? 'zh-Hans',
    summary: bundle.summary ?? `${bundle.name}：${bundle.items.length}个事项一次办。`,
    department: { id: bundle.lead, name: lead },
    highlights: highlights(subject),
    sections: composeSections(SECTIONS, subject),
    notice,
    notices: noticesOf(subject, provenance),
    page: { tags: [], box: [], related: [], trail: [], report: [] },
    provenance,
  };
}

/** One sheet for each set of answers; none where nothing is asked. */
function noticesOf(
  { bundle, members, catalog }: BundleSubject,
  provenance: Guide['provenance'],
): SituationNotice[] {
  const cases = allAnswers(bundle);
  const given = cases.filter((each) => Object.keys(each).length > 0);
  if (given.length > MOST_SHEETS) return [];
  return given.flatMap((answers: Answers) => {
    const subject = bundleSubject(bundle, members, catalog, answers);
    if (subject.chain.members.length === 0) return [];
    return [bundleNotice(subject, provenance)];
  });
}

/** How long, how much to bring, how often to come. */
function highlights({ bundle, chain }: BundleSubject): Fact[] {
  const { critical } = chain.schedule;
  const { papers, visits } = chain;
  return [
    ...plainFact(
      bundleLabel('committed', 'plain'),
      bundle.committed === undefined
        ? critical && savingWords(chain.schedule)
        : durationWords(bundle.committed),
    ),
    ...plainFact(
      itemLabel('materials', 'highlight'),
      papers.unknown.length > 0 ? undefined : `${papers.after}项`,
    ),
    ...plainFact(
      itemLabel('visits', 'highlight'),
      visits.unknown.length > 0 ? undefined : `${visits.after}次`,
    ),
  ];
}

function keyBlocks(subject: BundleSubject): Block[] {
  const { bundle, catalog } = subject;
  const name = (id: string): string => catalog.departments.get(id)?.value.name ?? id;
  const files = formLinks(subject);
  const facts: Fact[] = [
    ...plainFact(bundleLabel('kind'), bundle.kind),
    ...plainFact(bundleLabel('lead'), name(bundle.lead)),
    ...plainFact(bundleLabel('partners'), listWords((bundle.partners ?? []).map(name))),
    ...plainFact(bundleLabel('level'), bundle.level),
    ...plainFact(
      bundleLabel('committed', 'plain'),
      bundle.committed && durationWords(bundle.committed),
    ),
    ...placeFacts(subject),
    ...plainFact(bundleLabel('place'), bundle.place),
    ...linkFact(bundleLabel('online', 'plain'), bundleLabel('online', 'plain'), bundle.online),
    ...(files.length === 0 ? [] : [{ label: '申请表', value: joined(files) }]),
    ...plainFact(bundleLabel('delivery', 'plain'), bundle.delivery),
    ...telFact(bundleLabel('contact.consult'), bundle.contact?.consult),
    ...telFact(bundleLabel('contact.complain'), bundle.contact?.complain),
  ];
  return factsBlock(facts);
}

function joined(runs: readonly Fact['value'][number][]): Fact['value'] {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [{ text: '、' }, run]));
}

/** The windows of a bundle with their hours. */
export function placeFacts({ bundle, catalog }: BundleSubject): Fact[] {
  return (bundle.windows ?? []).flatMap((reference) => {
    const hall = catalog.halls.get(reference.hall)?.value;
    const window = hall?.windows.find(({ id }) => id === reference.window);
    if (hall === undefined || window === undefined) return [];
    return [
      ...plainFact(bundleLabel('windows', 'plain'), windowWords(hall.name, window)),
      ...plainFact(itemLabel('channels.hours', 'plain'), window.hours ?? hall.hours),
    ];
  });
}

function conditionBlocks({ bundle }: BundleSubject): Block[] {
  const items = (bundle.conditions ?? []).map(proseBlocks);
  return items.length === 0 ? [] : [{ kind: 'list', ordered: true, items }];
}
