import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { guideFolder, sectionsOf } from '../compose.ts';
import type { Block, Fact, Guide, Section } from '../guide.ts';
import { itemLabel, settingsLabel } from '../labels.ts';
import { changeLines } from '../lists/change-words.ts';
import type { SiteChange } from '../lists/site-data.ts';
import { completeBasis, type Subject, subjectOf } from '../subject.ts';
import { dateWords, factsBlock, link, paragraph, plainFact } from '../words.ts';
import { boxFacts, limitWords } from './box.ts';
import { bringOf } from './bring.ts';
import { pageMetas } from './frame.ts';
import type { ItemPage, PageSection } from './page.ts';
import { relatedSection } from './related.ts';
import { tagsOf } from './tags.ts';
import { telFact } from './tel.ts';

type Order = readonly (readonly [id: string, heading: string, folded?: 'folded'])[];

/** Before what to bring: whether it is the right item at all. */
const FIRST: Order = [['scope', '哪些情况要办']];

/** After what to bring, in the order of the way one goes; legal texts last. */
const REST: Order = [
  ['conditions', itemLabel('conditions', 'plain')],
  ['steps', '办理步骤'],
  ['where', '在哪里办、什么时间办'],
  ['fees', itemLabel('fees.standard')],
  ['limits', '办理时限和特别程序'],
  ['intermediary', itemLabel('intermediary')],
  ['result', '办完拿到什么'],
  ['promise', itemLabel('promise')],
  ['progress', '查询办理进度'],
  ['notes', itemLabel('notes')],
  ['faq', itemLabel('faq')],
  ['contact', '咨询和投诉'],
  ['remedies', '不服决定怎么办'],
  ['rights', '权利和义务', 'folded'],
  ['basics', '事项信息和编码', 'folded'],
];

const SHOWN_SECTIONS: ReadonlySet<string> = new Set([...FIRST, ...REST].map(([id]) => id));

/**
 * Composes an item's page from its guide: the same words in the order a citizen asks. Takes what
 * changed in the item, newest first.
 */
export function composeItemPage(
  entry: Entry<Item>,
  catalog: Catalog,
  guide: Guide,
  changes: readonly SiteChange[] = [],
): ItemPage {
  const subject = subjectOf(entry, catalog);
  const { item } = subject;
  const { online } = item.channels ?? {};
  const bring = bringOf(subject);
  const own = sectionsOf(guide, SHOWN_SECTIONS);
  const sections = withoutPowers(own).map((each) => withTotal(each, subject));
  const start =
    online === undefined ? undefined : link(itemLabel('channels.online', 'short'), online);
  return {
    path: `${guideFolder(item)}/index.html`,
    title: guide.title,
    description: guide.summary,
    crumbs: [
      { text: '首页', href: 'index.html' },
      { text: guide.department.name, href: departmentHref(guide.department.id) },
    ],
    metas: pageMetas(catalog, '办事指南', guide.title, item.reviewed),
    id: guide.id,
    department: guide.department.name,
    summary: guide.summary,
    tags: tagsOf(item),
    box: boxFacts(subject),
    ...(start?.href === undefined ? {} : { start: { text: start.text, href: start.href } }),
    first: pick(FIRST, sections),
    ...(bring === undefined ? {} : { bring }),
    rest: [...pick(REST, sections), ...lawSection(subject), ...relatedSection(subject)],
    trail: [...trailFacts(subject, guide), ...changeFacts(changes, catalog)],
    report: reportFacts(subject),
  };
}

/** The list of a department's items; all departments for an id that is none. */
export function departmentHref(id: string): string {
  return /^[\w-]+$/.test(id) ? `lists/departments/${id}.html` : 'lists/departments.html';
}

function pick(order: Order, sections: readonly Section[]): PageSection[] {
  return order.flatMap(([id, heading, folded]): PageSection[] => {
    const section = sections.find((each) => each.id === id);
    if (section === undefined) return [];
    return [{ id, heading, folded: folded === 'folded', blocks: section.blocks }];
  });
}

/** The steps end with what they take together, where they do not say so themselves. */
function withTotal({ id, heading, blocks }: Section, subject: Subject): Section {
  const words = limitWords(subject);
  const said = blocks.some((block) => block.kind === 'steps' && block.total !== undefined);
  if (id !== 'steps' || said || words === '') return { id, heading, blocks };
  return { id, heading, blocks: [...blocks, paragraph(`办结时限：${words}。`)] };
}

/** What the power covers is for inspectors: it moves from the scope to the item's own data. */
function withoutPowers(sections: readonly Section[]): Section[] {
  const scope = sections.find(({ id }) => id === 'scope')?.blocks ?? [];
  const powers = scope.filter(({ kind }) => kind === 'facts');
  const moved = sections.map(({ id, heading, blocks }): Section => {
    if (id === 'scope')
      return { id, heading, blocks: blocks.filter((each) => !powers.includes(each)) };
    return id === 'basics'
      ? { id, heading, blocks: [...blocks, ...powers] }
      : { id, heading, blocks };
  });
  return moved.filter(({ blocks }) => blocks.length > 0);
}

/** 法律依据: each law with its article quoted in full where the catalogue has it. */
function lawSection(subject: Subject): PageSection[] {
  const blocks = (subject.item.basis ?? []).flatMap((basis): Block[] => {
    const { quote = '', rank, issuer, url } = completeBasis(basis, subject.catalog);
    const cite = [
      url === undefined ? { text: subject.cite(basis) } : link(subject.cite(basis), url),
    ];
    const lines = quote.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    if (lines.length > 0) return [{ kind: 'quote', cite, blocks: lines.map(paragraph) }];
    const details = [
      ...plainFact(itemLabel('basis.rank'), rank),
      ...plainFact(itemLabel('basis.issuer'), issuer),
    ];
    return [{ kind: 'paragraph', text: cite }, ...factsBlock(details)];
  });
  return blocks.length === 0
    ? []
    : [{ id: 'basis', heading: itemLabel('basis', 'short'), folded: true, blocks }];
}

function trailFacts({ item, catalog }: Subject, { provenance }: Guide): Fact[] {
  const { version, date } = catalog.settings.value;
  const reviewer = item.reviewer === undefined ? '' : `，${item.reviewer}核验`;
  const day = date === undefined ? '' : `（${dateWords(date)}）`;
  return [
    ...plainFact(itemLabel('version'), item.version),
    ...plainFact(itemLabel('effective'), item.effective && dateWords(item.effective)),
    ...plainFact(itemLabel('reviewed'), item.reviewed && dateWords(item.reviewed) + reviewer),
    ...plainFact(settingsLabel('version'), version && version + day),
    { label: '更新记录', value: [{ text: '看本目录的更新记录', href: 'changes.html' }] },
    ...plainFact('本页网址', provenance.url),
    ...plainFact('源文件', provenance.path),
  ];
}

const SHOWN = 3;

/** What changed of late, a line a day. */
function changeFacts(changes: readonly SiteChange[], catalog: Catalog): Fact[] {
  return changes.slice(0, SHOWN).flatMap((change) => {
    const words = changeLines(change, catalog).join('；');
    return plainFact(`${dateWords(change.date)}更新`, words);
  });
}

function reportFacts({ item, department, catalog }: Subject): Fact[] {
  const email = item.contact?.email ?? department?.email;
  const subject = encodeURIComponent(`内容有误：${item.name}`);
  const report = catalog.settings.value.marks?.report;
  return [
    ...telFact('电话', item.contact?.consult ?? department?.phone),
    ...(email === undefined || !/^[^\s@]+@[^\s@?]+$/.test(email)
      ? []
      : [
          {
            label: itemLabel('contact.email'),
            value: [link(email, `mailto:${email}?subject=${subject}`)],
          },
        ]),
    ...(report === undefined ? [] : [{ label: '网站纠错', value: [link('填写纠错表', report)] }]),
  ];
}
