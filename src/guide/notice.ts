import type { Catalog } from '../model/catalog.ts';
import type { Item, Material, Situation } from '../model/schema.gen.ts';
import { helpdeskFacts, windowWords } from './access.ts';
import type {
  Block,
  ChecklistBlock,
  CodeBlock,
  Fact,
  Notice,
  Section,
  SituationNotice,
} from './guide.ts';
import { hallLabel, itemLabel, settingsLabel } from './labels.ts';
import { fileLinks, formWords, splitByWaiver, waivedWords } from './materials.ts';
import { NOTICE, type Shown, sectionsShown } from './orders.ts';
import { feeBlocks } from './process.ts';
import { proseBlocks } from './prose.ts';
import { SECTIONS } from './sections.ts';
import { codeWord } from './sheet-code.ts';
import type { Subject } from './subject.ts';
import {
  dateWords,
  durationWords,
  fact,
  factsBlock,
  linkFact,
  listWords,
  paragraph,
  plainFact,
} from './words.ts';

/**
 * The one-time notice sheet: name, legal basis, materials, fees, committed limit, process and
 * complaint phone, then place, hours, phones and the window for what could not be done. With a
 * situation, only what that situation needs.
 */
export function composeNotice(
  subject: Subject,
  url: string | undefined,
  situation?: Situation,
): Notice {
  const { item, department } = subject;
  const facts = factsBlock(keyFacts(subject, situation));
  const sections = [
    { id: 'facts', heading: '办理要点', blocks: facts },
    ...sectionsShown(NOTICE, 'lines').map((id): Section => {
      const source = SECTIONS[id];
      const heading = 'noticeHeading' in source ? source.noticeHeading : source.heading;
      return { id, heading, blocks: LINES[id](subject, situation) };
    }),
  ].filter((section) => section.blocks.length > 0);
  const code: CodeBlock | undefined =
    url === undefined ? undefined : { kind: 'code', content: url, caption: '扫码看办事指南' };
  const name = situation === undefined ? item.name : `${item.name}（${situation.name}）`;
  const copies = copyMarks(subject);
  const sheet = situation === undefined ? 'notice' : `notice-${situation.id}`;
  return {
    title: '一次性告知单',
    subtitle: `${department?.name ?? ''} ${name}`.trim(),
    sections,
    signatures: ['告知人（签名）', '被告知人（签名）', '告知日期：    年    月    日'],
    footer: [...copyLine(copies), codeWord(subject, sheet), ...editionWords(subject)].join('　'),
    ...(code === undefined ? {} : { code }),
    ...(copies.length === 0 ? {} : { copies }),
  };
}

type Lines = (subject: Subject, situation: Situation | undefined) => Block[];

const LINES: Readonly<Record<Shown<typeof NOTICE, 'lines'>, Lines>> = {
  materials: checklist,
  steps: flow,
  fees: feeLine,
  where: (subject) => factsBlock(whereFacts(subject)),
};

/** One sheet a situation, for items that have several. */
export function composeNotices(subject: Subject, url: string | undefined): SituationNotice[] {
  const situations = subject.item.situations ?? [];
  if (situations.length < 2) return [];
  return situations.map((situation) => ({
    ...composeNotice(subject, url, situation),
    situation: { id: situation.id, name: situation.name },
  }));
}

/** Whether something holds in a situation: everything does that names none. */
export function holdsIn(
  each: { readonly situations?: readonly string[] },
  situation: Situation | undefined,
): boolean {
  return situation === undefined || (each.situations?.includes(situation.id) ?? true);
}

/** What says of itself which edition it is. */
interface Dated {
  readonly item: Readonly<Pick<Item, 'version' | 'reviewed' | 'effective'>>;
  readonly catalog: Pick<Catalog, 'settings'>;
}

/** Versions and dates of an item, so that a printed copy can be told from a newer one. */
export function editionWords({ item, catalog }: Dated): string[] {
  const { version } = catalog.settings.value;
  return [
    version === undefined ? '' : `${settingsLabel('version')}：${version}`,
    item.version === undefined ? '' : `${itemLabel('version')}：${item.version}`,
    item.reviewed === undefined ? '' : `${itemLabel('reviewed')}：${dateWords(item.reviewed)}`,
    item.effective === undefined ? '' : `${itemLabel('effective')}：${dateWords(item.effective)}`,
  ].filter((part) => part !== '');
}

/** Marks of the copies that the catalogue wants printed; none for a single sheet. */
export function copyMarks({ catalog }: Subject): string[] {
  const copies = Number(catalog.settings.value.paper?.copies ?? 1);
  return copies < 2 ? [] : ['第一联：交被告知人', '第二联：受理单位留存'];
}

function copyLine(copies: readonly string[]): string[] {
  return copies.length === 0 ? [] : ['本告知单一式两份'];
}

function keyFacts(subject: Subject, situation: Situation | undefined): Fact[] {
  const { item, department } = subject;
  return [
    ...plainFact(itemLabel('name'), item.name),
    ...plainFact(itemLabel('situations'), situation?.name),
    ...plainFact(itemLabel('situations.when', 'short'), situation?.when?.replace(/。$/, '')),
    ...plainFact(itemLabel('department'), department?.name),
    ...plainFact(itemLabel('basis', 'short'), listWords(subject.cites(item.basis ?? []))),
    ...plainFact(itemLabel('limits.committed', 'short'), committedWords(subject, situation)),
    ...plainFact(
      itemLabel('visits', 'short'),
      item.visits === undefined ? undefined : `${item.visits}次`,
    ),
    ...plainFact(itemLabel('contact.complain', 'short'), item.contact?.complain),
  ];
}

/** How long it takes at most: of one situation, or of all that differ. */
export function committedWords({ item }: Subject, situation: Situation | undefined): string {
  const { limits = {}, situations = [] } = item;
  const own = situation?.committed ?? limits.committed;
  const committed = own === undefined ? '' : durationWords(own);
  const note = limits.committed_note ?? '';
  if (situation !== undefined) return committed || note;
  const bySituation = situations
    .filter((each) => each.committed !== undefined)
    .map((each) => `${each.name}${durationWords(each.committed ?? '')}`);
  return [committed, ...bySituation].filter(Boolean).join('；') || note;
}

function checklist(subject: Subject, situation: Situation | undefined): Block[] {
  const { materials, materials_note } = subject.item;
  if (materials === undefined) return [];
  const needed = materials.filter((each) => holdsIn(each, situation));
  const [bring, waived] = splitByWaiver(needed);
  const blocks: Block[] = [];
  if (bring.length === 0) blocks.push(paragraph('无需提交材料'));
  const groups = situation === undefined ? groupBySituation(bring, subject) : groupByNeed(bring);
  for (const [heading, group] of groups) {
    if (heading !== '') blocks.push({ kind: 'heading', level: 4, text: heading });
    blocks.push({ kind: 'checklist', entries: group.map(entry) });
  }
  if (waived.length > 0) {
    blocks.push(paragraph(`以下材料由受理单位核验，不用提交：${waivedWords(waived)}。`));
  }
  return [...blocks, ...proseBlocks(materials_note ?? '')];
}

/** Materials under the situations that need them; those that all need come first. */
function groupBySituation(
  materials: readonly Material[],
  subject: Subject,
): [string, Material[]][] {
  const groups = new Map<string, Material[]>([['', []]]);
  for (const material of materials) {
    const names = subject.situationNames(material.situations);
    const key = names.length === 0 ? '' : `${listWords(names)}时提交`;
    groups.set(key, [...(groups.get(key) ?? []), material]);
  }
  return [...groups].filter(([, group]) => group.length > 0);
}

/** What everybody brings, then what only those bring who meet the condition stated. */
function groupByNeed(materials: readonly Material[]): [string, Material[]][] {
  const always = materials.filter((each) => each.when === undefined);
  const sometimes = materials.filter((each) => each.when !== undefined);
  if (sometimes.length === 0) return always.length === 0 ? [] : [['', always]];
  const rest: [string, Material[]] = ['符合所写条件的，还要提交', sometimes];
  return always.length === 0 ? [rest] : [['都要提交', always], rest];
}

/** One line of a tick list: what, in which form, and what to know about it. */
export function entry(material: Material): ChecklistBlock['entries'][number] {
  const form = [formWords(material), material.medium].filter(Boolean).join('，');
  const files = fileLinks(material);
  const within = material.deferral?.within;
  const details = [
    material.when === undefined ? '' : `${itemLabel('materials.when', 'short')}：${material.when}`,
    within === undefined ? '' : `可容缺，${durationWords(within)}内补正`,
    material.issuer === undefined ? '' : `${itemLabel('materials.issuer')}：${material.issuer}`,
    files.length === 0 ? '' : `附${listWords(files.map((file) => file.text))}`,
  ].filter((part) => part !== '');
  return {
    title: [{ text: form === '' ? material.name : `${material.name}（${form}）` }],
    details: details.length === 0 ? [] : [[{ text: details.join('；') }]],
  };
}

/** The steps in one line each way: 受理（1个工作日）→ 审查（2个工作日）→ 决定. */
function flow({ item }: Subject, situation: Situation | undefined): Block[] {
  const steps = (item.steps ?? [])
    .filter((each) => holdsIn(each, situation))
    .map(({ name, limit }) => (limit === undefined ? name : `${name}（${durationWords(limit)}）`));
  return steps.length === 0 ? [] : [paragraph(steps.join(' → '))];
}

function feeLine(subject: Subject): Block[] {
  const { fees } = subject.item;
  if (!Array.isArray(fees)) return feeBlocks(subject);
  return fees.map((fee) => {
    const standard = fee.standard === undefined ? '' : `：${fee.standard}`;
    const when = fee.when === undefined ? '' : `（${fee.when}）`;
    const payer = fee.payer === undefined ? '' : `，由${fee.payer}付`;
    const basis = fee.basis === undefined ? '' : `，依据${subject.cite(fee.basis)}`;
    return paragraph(`${fee.name}${standard}${when}${payer}${basis}`);
  });
}

function whereFacts(subject: Subject): Fact[] {
  const { windows, item } = subject;
  const { channels = {}, contact = {} } = item;
  const halls = new Set(windows.map(({ hall }) => hall));
  return [
    ...windows.flatMap(({ hall, window }) => {
      const phone = window.phone === undefined ? '' : `，电话${window.phone}`;
      return plainFact(itemLabel('channels.windows'), windowWords(hall.name, window) + phone);
    }),
    ...[...halls].flatMap((hall) => [
      ...plainFact(hallLabel('address'), hall.address),
      ...plainFact(hallLabel('hours', 'short'), hall.hours),
    ]),
    ...fact(itemLabel('channels.place'), channels.place),
    ...fact(itemLabel('channels.hours'), channels.hours),
    ...linkFact(itemLabel('channels.online', 'short'), channels.online ?? '', channels.online),
    ...plainFact(itemLabel('contact.consult'), contact.consult),
    ...plainFact(settingsLabel('hotline'), subject.catalog.settings.value.hotline),
    ...helpdeskFacts(subject),
  ];
}
