import type { Bundle } from '../../model/schema.gen.ts';
import { windowWords } from '../access.ts';
import type { Block, Fact } from '../guide.ts';
import { bundleLabel, itemLabel } from '../labels.ts';
import type { PageSection } from '../page/page.ts';
import { bundleHref } from '../page/related.ts';
import { telFact } from '../page/tel.ts';
import { proseBlocks } from '../prose.ts';
import { cell, durationWords, factsBlock, link, linkFact, listWords, plainFact } from '../words.ts';
import { type Card, cardHref } from './card.ts';
import { crumbsBelow } from './list-page.ts';
import { departmentOf, type Listing } from './listing.ts';
import { mergedMaterials, mergedSection } from './merged-materials.ts';
import { LINES, type ListPlan, planPage, planUnits } from './plan.ts';

/** 一件事: the page that leads to the bundles and one page each. */
export function bundlePages(listing: Listing): ListPlan[] {
  const { catalog } = listing;
  const bundles = [...catalog.bundles.values()].map(({ value }) => value);
  if (bundles.length === 0) return [];
  const index = {
    path: 'bundles/index.html',
    title: '一件事',
    lead: '不同部门的事合成一件办：一次告知、一张表、一套材料、一个窗口。',
    count: `共${bundles.length}件`,
  };
  const cards = new Map(
    listing.cards.flatMap((card) => (card.share === undefined ? [] : [[card.id, card] as const])),
  );
  return [
    ...planUnits(catalog, index, { units: bundles, per: LINES }, (units) => ({
      doors: units.map(({ id, name, items }) => ({
        text: name,
        href: bundleHref(id),
        note: `${items.length}个事项`,
      })),
    })),
    ...bundles.map((bundle) => {
      const members = bundle.items.flatMap(({ item }) => cards.get(item) ?? []);
      return bundlePage(bundle, members, listing);
    }),
  ];
}

function bundlePage(bundle: Bundle, members: readonly Card[], listing: Listing): ListPlan {
  const sections: PageSection[] = [
    section('facts', '办理要点', keyBlocks(bundle, listing)),
    section('conditions', bundleLabel('conditions', 'plain'), conditionBlocks(bundle)),
    ...mergedSection(bundle, members),
    section('steps', '办理顺序', stepBlocks(bundle, members, listing)),
    section('before', bundleLabel('before', 'plain'), beforeBlocks(bundle, members)),
  ].filter(({ blocks }) => blocks.length > 0);
  const lead = bundle.summary ?? `${bundle.name}：${bundle.items.length}个事项一次办。`;
  return planPage(listing.catalog, {
    path: bundleHref(bundle.id),
    title: bundle.name,
    lead,
    crumbs: crumbsBelow('一件事', 'bundles/index.html'),
    sections,
  });
}

function section(id: string, heading: string, blocks: readonly Block[]): PageSection {
  return { id, heading, folded: false, blocks };
}

function keyBlocks(bundle: Bundle, { catalog }: Listing): Block[] {
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
    ...placeFacts(bundle, catalog),
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

function placeFacts(bundle: Bundle, catalog: Listing['catalog']): Fact[] {
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

function conditionBlocks(bundle: Bundle): Block[] {
  const items = (bundle.conditions ?? []).map(proseBlocks);
  return items.length === 0 ? [] : [{ kind: 'list', ordered: true, items }];
}

/** The items in order: what each waits for and what it takes over from those before it. */
function stepBlocks(bundle: Bundle, members: readonly Card[], listing: Listing): Block[] {
  const titles = new Map(members.map(({ id, name }) => [id, name]));
  const steps = bundle.items.flatMap(({ item, after = [], shares = [] }) => {
    const card = members.find(({ id }) => id === item);
    if (card === undefined) return [];
    const facts: Fact[] = [
      { label: '办事指南', value: [{ text: `${card.name}办事指南`, href: cardHref(card) }] },
      ...plainFact(itemLabel('department'), departmentOf(card, listing)),
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

function beforeBlocks(bundle: Bundle, members: readonly Card[]): Block[] {
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
