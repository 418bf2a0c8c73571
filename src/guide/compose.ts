import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { pathWord } from '../text/path-word.ts';
import {
  contactBlocks,
  promiseBlocks,
  relatedBlocks,
  resultBlocks,
  whereBlocks,
  windowWords,
} from './access.ts';
import { basicBlocks, conditionBlocks, scopeBlocks, situationBlocks } from './basics.ts';
import type { Block, Fact, Guide, Notice, Provenance, Section, SituationNotice } from './guide.ts';
import { itemLabel } from './labels.ts';
import { basisBlocks, quoteBlocks } from './law.ts';
import { materialBlocks } from './materials.ts';
import { composeNotice, composeNotices, editionWords } from './notice.ts';
import { attachmentSections } from './paper/attachments.ts';
import { feeBlocks, intermediaryBlocks, limitBlocks, stepBlocks } from './process.ts';
import { proseBlocks } from './prose.ts';
import { type Subject, subjectOf } from './subject.ts';
import { durationWords, listWords, plainFact } from './words.ts';

type Composer = readonly [id: string, heading: string, blocks: (subject: Subject) => Block[]];

/** The sections of a full service guide, in the order of 《行政许可标准化指引》. */
const SECTIONS: readonly Composer[] = [
  ['basics', '基本信息', basicBlocks],
  ['scope', itemLabel('scope'), scopeBlocks],
  ['basis', '办理依据', basisBlocks],
  ['situations', itemLabel('situations'), situationBlocks],
  ['conditions', itemLabel('conditions'), conditionBlocks],
  ['materials', itemLabel('materials'), materialBlocks],
  ['where', '办理地点和方式', whereBlocks],
  ['steps', itemLabel('steps'), stepBlocks],
  ['limits', itemLabel('limits'), limitBlocks],
  ['intermediary', itemLabel('intermediary'), intermediaryBlocks],
  ['fees', itemLabel('fees.standard'), feeBlocks],
  ['result', itemLabel('result'), resultBlocks],
  ['promise', itemLabel('promise'), promiseBlocks],
  ['rights', itemLabel('rights'), ({ item }) => proseBlocks(item.rights ?? '')],
  ['contact', '咨询和监督投诉', contactBlocks],
  ['progress', itemLabel('progress'), ({ item }) => proseBlocks(item.progress ?? '')],
  ['remedies', itemLabel('remedies'), ({ item }) => proseBlocks(item.remedies ?? '')],
  ['notes', itemLabel('notes'), ({ item }) => proseBlocks(item.notes ?? '')],
  ['faq', itemLabel('faq'), faqBlocks],
  ['related', '关联事项', relatedBlocks],
  ['quotes', '依据条文', quoteBlocks],
];

/**
 * Composes an item's guide: everything an output may say, in its final words. What is long is
 * composed when it is asked for, once: a page needs only some of it.
 */
export function composeGuide(entry: Entry<Item>, catalog: Catalog): Guide {
  const subject = subjectOf(entry, catalog);
  const { item, department } = subject;
  const provenance = provenanceOf(subject);
  const sections = new Sections(subject);
  let notice: Notice | undefined;
  let notices: SituationNotice[] | undefined;
  const guide: Guide = {
    id: item.id,
    title: item.name,
    department: { id: item.department, name: department?.name ?? item.department },
    lang: catalog.settings.value.lang ?? 'zh-Hans',
    summary: item.summary ?? summaryWords(subject),
    highlights: highlights(subject),
    get sections() {
      return sections.all();
    },
    ...attachmentSections(subject),
    get notice() {
      notice ??= composeNotice(subject, provenance.url);
      return notice;
    },
    get notices() {
      notices ??= composeNotices(subject, provenance.url);
      return notices;
    },
    provenance,
  };
  COMPOSED.set(guide, sections);
  return guide;
}

/** Sections of a guide by their ids, in the guide's order; the others need not be composed. */
export function sectionsOf(guide: Guide, ids: ReadonlySet<string>): Section[] {
  const sections = COMPOSED.get(guide);
  return sections?.some(ids) ?? guide.sections.filter(({ id }) => ids.has(id));
}

const COMPOSED = new WeakMap<Guide, Sections>();

/** The sections of a guide, each composed when it is first asked for. */
class Sections {
  readonly #subject: Subject;
  readonly #blocks = new Map<string, Block[]>();
  #all: readonly Section[] | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  all(): readonly Section[] {
    this.#all ??= this.some(IDS);
    return this.#all;
  }

  some(ids: ReadonlySet<string>): Section[] {
    const sections: Section[] = [];
    for (const [id, heading, compose] of SECTIONS) {
      if (!ids.has(id)) continue;
      const blocks = this.#blocks.get(id) ?? compose(this.#subject);
      this.#blocks.set(id, blocks);
      if (blocks.length > 0) sections.push({ id, heading, blocks });
    }
    return sections;
  }
}

const IDS: ReadonlySet<string> = new Set(SECTIONS.map(([id]) => id));

/** The address of an item's page below the output's root. */
export function guideFolder(item: Pick<Item, 'id' | 'department'>): string {
  return `items/${pathWord(item.department)}/${pathWord(item.id)}`;
}

function provenanceOf(subject: Subject): Provenance {
  const { item, path, catalog } = subject;
  const { title, version = '', site } = catalog.settings.value;
  return {
    catalogue: title,
    version: item.version ?? version,
    edition: editionWords(subject).join('　'),
    path,
    ...(item.effective === undefined ? {} : { effective: item.effective }),
    ...(item.reviewed === undefined ? {} : { reviewed: item.reviewed }),
    ...(site === undefined ? {} : { url: `${site.replace(/\/+$/, '')}/${guideFolder(item)}/` }),
  };
}

/** What people look for first: how long, what it costs, how often to come, how much to bring. */
function highlights({ item }: Subject): Fact[] {
  const { limits = {}, fees, visits, materials } = item;
  const needed = (materials ?? []).filter((each) => each.waiver === undefined).length;
  const waived = (materials ?? []).length - needed;
  const count = `${needed}项${waived === 0 ? '' : `，另有${waived}项免提交`}`;
  return [
    ...plainFact(
      itemLabel('limits.committed', 'highlight'),
      limits.committed && durationWords(limits.committed),
    ),
    ...plainFact(itemLabel('fees'), fees === '不收费' ? '不收费' : fees && '收费，见收费标准'),
    ...plainFact(
      itemLabel('visits', 'highlight'),
      visits === undefined ? undefined : `${visits}次`,
    ),
    ...plainFact(itemLabel('materials', 'highlight'), materials === undefined ? undefined : count),
  ];
}

/** A plain sentence put together from the fields, for items that have none of their own. */
function summaryWords({ item, department, windows }: Subject): string {
  const place = windows[0];
  const parts = [
    `${listWords(item.audience ?? [])}办理${item.name}`,
    place === undefined ? '' : `到${windowWords(place.hall.name, place.window)}`,
    item.limits?.committed === undefined ? '' : `${durationWords(item.limits.committed)}内办结`,
    department === undefined ? '' : `由${department.name}实施`,
  ];
  const sentence = parts.filter((part) => part !== '').join('，');
  return `${sentence.replace('即时办结内办结', '即时办结')}。`;
}

function faqBlocks({ item }: Subject): Block[] {
  const faq = item.faq ?? [];
  if (faq.length === 0) return [];
  const entries = faq.map(({ question, answer }) => ({ question, answer: proseBlocks(answer) }));
  return [{ kind: 'questions', entries }];
}
