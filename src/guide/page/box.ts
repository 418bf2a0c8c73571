import { windowWords } from '../access.ts';
import type { Fact, Inline } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import type { Subject } from '../subject.ts';
import { durationWords, fact, listWords, plainFact } from '../words.ts';
import { allWaivedWords } from './bring.ts';
import { telFact } from './tel.ts';

/** The summary box: can I do it, how long, what it costs, how often to come, where, when. */
export function boxFacts(subject: Subject): Fact[] {
  const { item, windows } = subject;
  const { channels = {}, contact = {} } = item;
  const place = windows[0];
  return [
    ...plainFact(itemLabel('audience', 'plain'), listWords(item.audience ?? [])),
    ...plainFact(itemLabel('limits.committed', 'plain'), limitWords(subject)),
    ...feeFact(subject),
    ...plainFact(itemLabel('visits', 'plain'), visitWords(subject)),
    ...materialFact(subject),
    ...(place === undefined
      ? fact(itemLabel('channels.place', 'plain'), channels.place)
      : plainFact(itemLabel('channels.place', 'plain'), placeWords(subject))),
    ...(place === undefined
      ? fact(itemLabel('channels.hours', 'plain'), channels.hours)
      : plainFact(itemLabel('channels.hours', 'plain'), place.window.hours ?? place.hall.hours)),
    ...telFact(itemLabel('contact.consult'), contact.consult ?? place?.window.phone),
  ];
}

/** What records write where there is no statutory limit. */
const NOTHING = /^(无|没有|—|-|\/)?$/;

/** 3个工作日（法定45个工作日）; situations with a limit of their own follow. */
export function limitWords({ item }: Subject): string {
  const { limits = {}, situations = [] } = item;
  const { committed, statutory } = limits;
  const own = situations
    .filter((each) => each.committed !== undefined)
    .map((each) => `${each.name}${durationWords(each.committed ?? '')}`);
  const note = NOTHING.test(limits.statutory_note ?? '') ? '' : (limits.statutory_note ?? '');
  const legal = statutory === undefined ? note : durationWords(statutory);
  const promised =
    committed === undefined ? (limits.committed_note ?? '') : durationWords(committed);
  const parts = [promised, ...own].filter((part) => part !== '');
  if (parts.length === 0) return legal === '' ? '' : `法定${legal}`;
  return legal === '' ? parts.join('；') : `${parts.join('；')}（法定${legal}）`;
}

function feeFact({ item }: Subject): Fact[] {
  const { fees } = item;
  if (fees === undefined) return [];
  if (!Array.isArray(fees)) return plainFact(itemLabel('fees', 'plain'), fees);
  if (fees.length === 0) return plainFact(itemLabel('fees', 'plain'), '不收费');
  const standards = fees.flatMap(({ standard }) => (standard === undefined ? [] : [standard]));
  const [first = '见收费标准'] = standards;
  const words = standards.length === 1 && first.length <= 20 ? first : '收费，看收费标准';
  return [{ label: itemLabel('fees', 'plain'), value: [{ text: words, href: '#fees' }] }];
}

function visitWords({ item }: Subject): string | undefined {
  if (item.visits === undefined) return undefined;
  const online = item.channels?.fully_online === true ? '，可以全程网办' : '';
  return item.visits === 0 ? `不用去${online}` : `${item.visits}次${online}`;
}

function materialFact({ item }: Subject): Fact[] {
  const { materials } = item;
  if (materials === undefined) return [];
  const label = itemLabel('materials', 'plain');
  if (materials.length === 0) return plainFact(label, '不用交材料');
  const needed = materials.filter((each) => each.waiver === undefined);
  const waived = materials.length - needed.length;
  const bySituation = needed.some((each) => (each.situations ?? []).length > 0);
  const most = `${bySituation ? '按情形交，共' : ''}${needed.length}项材料`;
  const text =
    needed.length === 0
      ? allWaivedWords(waived)
      : `${most}${waived === 0 ? '' : `，另有${waived}项免提交`}`;
  const run: Inline = { text, href: '#bring' };
  return [{ label, value: [run] }];
}

function placeWords({ windows }: Subject): string {
  const [first] = windows;
  if (first === undefined) return '';
  const more = windows.length - 1;
  const words = windowWords(first.hall.name, first.window);
  return more === 0 ? words : `${words}，另有${more}个窗口也能办`;
}
