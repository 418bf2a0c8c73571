import { answersWord } from '../../chain/when.ts';
import { pathWord } from '../../text/path-word.ts';
import { windowWords } from '../access.ts';
import type { Block, CodeBlock, Fact, Provenance, Section, SituationNotice } from '../guide.ts';
import { bundleLabel, hallLabel, itemLabel } from '../labels.ts';
import { durationWords, factsBlock, listWords, paragraph, plainFact } from '../words.ts';
import { bringBlocks } from './bring-blocks.ts';
import { type BundleSubject, memberName } from './bundle-chain.ts';
import { whenWords } from './member-blocks.ts';

/** The one-time notice sheet of a bundle for the answers given; for all, where none are. */
export function bundleNotice(subject: BundleSubject, provenance: Provenance): SituationNotice {
  const { bundle, chain } = subject;
  const id = answersWord(bundle, chain.answers);
  const name = listWords(answerWords(subject));
  const sections: Section[] = [
    { id: 'facts', heading: '办理要点', blocks: factsBlock(keyFacts(subject)) },
    { id: 'materials', heading: '需要带齐的材料', blocks: bringBlocks(subject) },
    { id: 'steps', heading: '办理顺序', blocks: orderBlocks(subject) },
    { id: 'where', heading: '到哪里办', blocks: factsBlock(whereFacts(subject)) },
  ].filter(({ blocks }) => blocks.length > 0);
  const code: CodeBlock | undefined =
    provenance.url === undefined
      ? undefined
      : { kind: 'code', content: provenance.url, caption: '扫码看办事指南' };
  return {
    title: '一次性告知单',
    subtitle: name === '' ? bundle.name : `${bundle.name}（${name}）`,
    sections,
    signatures: ['告知人（签名）', '被告知人（签名）', '告知日期：    年    月    日'],
    footer: provenance.edition ?? '',
    ...(code === undefined ? {} : { code }),
    situation: { id, name },
  };
}

/** The file of the sheet for a set of answers, beside the bundle's page. */
export function answersFile({ situation }: Pick<SituationNotice, 'situation'>): string {
  return `notice-${pathWord(situation.id)}.pdf`;
}

/** The answers given: 使用集中空调：是. */
function answerWords({ bundle: { questions = [] }, chain: { answers } }: BundleSubject): string[] {
  return questions.flatMap(({ id, ask }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [`${ask.replace(/[？?]$/, '')}：${answer}`];
  });
}

function keyFacts(subject: BundleSubject): Fact[] {
  const { bundle, chain, catalog } = subject;
  const { visits, papers } = chain;
  return [
    ...plainFact(bundleLabel('name'), bundle.name),
    ...plainFact(bundleLabel('questions'), listWords(answerWords(subject))),
    ...plainFact(
      bundleLabel('items'),
      listWords([...new Set(chain.members.map(memberName))]) || undefined,
    ),
    ...plainFact(
      bundleLabel('lead'),
      catalog.departments.get(bundle.lead)?.value.name ?? bundle.lead,
    ),
    ...plainFact(
      bundleLabel('committed', 'plain'),
      bundle.committed && durationWords(bundle.committed),
    ),
    ...plainFact(
      itemLabel('visits', 'short'),
      visits.unknown.length > 0 ? undefined : `${visits.after}次`,
    ),
    ...plainFact(
      itemLabel('materials', 'highlight'),
      papers.unknown.length > 0 ? undefined : `${papers.after}份，分开办要交${papers.before}份`,
    ),
    ...plainFact(bundleLabel('contact.complain'), bundle.contact?.complain),
  ];
}

/** The members in a line each way: 甲（1个工作日）→ 乙. Those that only some handle say so. */
function orderBlocks(subject: BundleSubject): Block[] {
  const { bundle, chain } = subject;
  const decided = Object.keys(chain.answers).length > 0;
  const words = chain.members.map((member) => {
    const when = decided ? '' : whenWords(subject, bundle.items[member.at]?.when);
    const { text } = member.committed;
    const parts = [text === '' ? '' : durationWords(text), when === '' ? '' : `${when}才办`];
    const inside = parts.filter((part) => part !== '').join('，');
    return inside === '' ? memberName(member) : `${memberName(member)}（${inside}）`;
  });
  return words.length === 0 ? [] : [paragraph(words.join(' → '))];
}

function whereFacts({ bundle, catalog }: BundleSubject): Fact[] {
  const windows = (bundle.windows ?? []).flatMap((reference) => {
    const hall = catalog.halls.get(reference.hall)?.value;
    const window = hall?.windows.find(({ id }) => id === reference.window);
    if (hall === undefined || window === undefined) return [];
    const phone = window.phone === undefined ? '' : `，电话${window.phone}`;
    return [
      ...plainFact(bundleLabel('windows', 'plain'), windowWords(hall.name, window) + phone),
      ...plainFact(hallLabel('address'), hall.address),
      ...plainFact(itemLabel('channels.hours', 'plain'), window.hours ?? hall.hours),
    ];
  });
  return [
    ...windows,
    ...plainFact(bundleLabel('place'), bundle.place),
    ...plainFact(bundleLabel('online', 'plain'), bundle.online),
    ...plainFact(bundleLabel('delivery', 'plain'), bundle.delivery),
    ...plainFact(bundleLabel('contact.consult'), bundle.contact?.consult),
  ];
}
