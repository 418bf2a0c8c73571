import type { Entry, SharedCatalog } from '../model/catalog.ts';
import type { Bundle } from '../model/schema.gen.ts';
import { windowWords } from './access.ts';
import { bundleFolder } from './addresses.ts';
import type { AnyGuide, Block, Fact } from './guide.ts';
import { bundleLabel, itemLabel } from './labels.ts';
import { type Card, cardHref } from './lists/card.ts';
import { departmentOf } from './lists/listing.ts';
import { mergedBlocks, mergedMaterials } from './lists/merged-materials.ts';
import { telFact } from './page/tel.ts';
import { proseBlocks } from './prose.ts';
import { provenanceOf } from './provenance.ts';
import { composeSections, type SectionSource } from './sections.ts';
import { cell, durationWords, factsBlock, link, linkFact, listWords, plainFact } from './words.ts';

/** A bundle (一件事) with the cards of its items, in the bundle's order. */
interface BundleSubject {
  readonly bundle: Bundle;
  readonly members: readonly Card[];
  readonly catalog: SharedCatalog;
}

/** Every section of a guide to a bundle, in its order. */
const SECTIONS = {
  facts: { heading: '办理要点', blocks: keyBlocks },
  conditions: { heading: bundleLabel('conditions', 'plain'), blocks: conditionBlocks },
  bring: {
    heading: (subject) =>
      `一套材料（${mergedMaterials(subject.bundle, subject.members).length}项）`,
    blocks: ({ bundle, members }) => mergedBlocks(bundle, members),
  },
  steps: { heading: '办理顺序', blocks: stepBlocks },
  before: { heading: bundleLabel('before', 'plain'), blocks: beforeBlocks },
} as const satisfies Readonly<Record<string, SectionSource<BundleSubject>>>;

/** Composes the guide to a bundle from the cards of its items, in the bundle's order. */
export function composeBundleGuide(
  entry: Entry<Bundle>,
  members: readonly Card[],
  catalog: SharedCatalog,
): AnyGuide {
  const bundle = entry.value;
  return {
    id: bundle.id,
    title: bundle.name,
    lang: catalog.settings.value.lang ?? 'zh-Hans',
    summary: bundle.summary ?? `${bundle.name}：${bundle.items.length}个事项一次办。`,
    sections: composeSections(SECTIONS, { bundle, members, catalog }),
    provenance: provenanceOf(entry, catalog, `${bundleFolder(bundle.id)}/`),
  };
}

function keyBlocks(subject: BundleSubject): Block[] {
  const { bundle, catalog } = subject;
  const name = (id: string): string => catalog.departments.get(id)?.value.name ?? id;
  const files = [
    ...(bundle.form === undefined ? [] : [link('空白申请表', bundle.form)]),
    ...(bundle.sample === undefined ? [] : [link('填写样表', bundle.sample)]),
  ];
  const facts: Fact[] = [
    ...plainFact(bundleLabel('lead'), name(bundle.lead)),
    ...plainFact(bundleLabel('partners'), listWords((bundle.partners ?? []).map(name))),
    ...plainFact(
      bundleLabel('committed', 'plain'),
      bundle.committed && durationWords(bundle.committed),
    ),
    ...placeFacts(subject),
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

function placeFacts({ bundle, catalog }: BundleSubject): Fact[] {
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

/** The items in order: what each waits for and what it takes over from those before it. */
function stepBlocks({ bundle, members, catalog }: BundleSubject): Block[] {
  const titles = new Map(members.map(({ id, name }) => [id, name]));
  const steps = bundle.items.flatMap(({ item, after = [], shares = [] }) => {
    const card = members.find(({ id }) => id === item);
    if (card === undefined) return [];
    const facts: Fact[] = [
      { label: '办事指南', value: [{ text: `${card.name}办事指南`, href: cardHref(card) }] },
      ...plainFact(itemLabel('department'), departmentOf(card, { catalog })),
      ...plainFact(
        bundleLabel('items.after', 'plain'),
        listWords(after.map((id) => titles.get(id) ?? id)),
      ),
      ...plainFact(itemLabel('steps.limit'), card.share?.limit),
      ...plainFact(bundleLabel('items.shares', 'plain'), listWords(shares)),
    ];
    return [{ name: card.name, facts, blocks: [] }];
  });
  return steps.length === 0 ? [] : [{ kind: 'steps', steps }];
}

function beforeBlocks({ bundle, members }: BundleSubject): Block[] {
  const { before } = bundle;
  if (before === undefined) return [];
  const merged = mergedMaterials(bundle, members).length;
  const rows = [
    [
      bundleLabel('before.materials', 'plain'),
      before.materials === undefined ? '' : `${before.materials}项`,
      `${merged}项`,
    ],
    [bundleLabel('before.visits'), before.visits === undefined ? '' : `${before.visits}次`, ''],
    [
      bundleLabel('before.steps', 'plain'),
      before.steps === undefined ? '' : `${before.steps}个`,
      '',
    ],
    [
      bundleLabel('before.limit'),
      durationWords(before.limit ?? ''),
      durationWords(bundle.committed ?? ''),
    ],
  ].filter(([, old]) => old !== '');
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: ['', '分开办', '合成一件办'].map((title) => ({ title: title || '比较', weight: 1 })),
      rows: rows.map((row) => row.map((text) => cell(text === '' ? '未公布' : text))),
    },
  ];
}
