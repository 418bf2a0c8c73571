import { type Chain, firm, readySet } from '../../chain/chain.ts';
import { dayWords, percentWords } from '../../chain/day-words.ts';
import type { Schedule } from '../../chain/schedule.ts';
import type { Block, Fact } from '../guide.ts';
import { bundleLabel, itemLabel } from '../labels.ts';
import { cell, factsBlock, listWords, paragraph, plainFact } from '../words.ts';
import { type BundleSubject, memberName, namesOf } from './bundle-chain.ts';

/** 办多久: one after the other, together, and what decides it. */
export function timeBlocks({ chain }: BundleSubject): Block[] {
  const { schedule, members } = chain;
  if (members.length === 0) return [];
  const facts: Fact[] = [...totalFacts(chain), ...orderFacts(chain)];
  const unknown = listWords(namesOf(chain, schedule.unknown));
  const circles = schedule.circles.map((circle) => namesOf(chain, circle).join('→'));
  return [
    ...factsBlock(facts),
    ...(unknown === ''
      ? []
      : [paragraph(`这些事项没有写明承诺时限，一共要几天算不出来：${unknown}。`)]),
    ...(circles.length === 0 ? [] : [paragraph(`前后顺序绕成了圈：${listWords(circles)}。`)]),
  ];
}

function totalFacts({ schedule, statutory, special, waiting }: Chain): Fact[] {
  const { serial, critical } = schedule;
  return [
    ...plainFact('一项接一项办', serial && dayWords(serial)),
    ...plainFact('合起来办', critical && dayWords(critical)),
    ...plainFact('省下', savingWords(schedule)),
    ...plainFact('为前面的结果多用', waiting && waiting.n > 0n ? dayWords(waiting) : undefined),
    ...plainFact('按法定时限合起来办', statutory.critical && dayWords(statutory.critical)),
    ...plainFact('有特别程序时最多', special?.critical && dayWords(special.critical)),
  ];
}

function orderFacts(chain: Chain): Fact[] {
  const { path } = chain.schedule;
  return [
    ...plainFact('决定总时长的事项', namesOf(chain, path).join(' → ')),
    ...plainFact('第一天就可以办', listWords(namesOf(chain, readySet(chain)))),
  ];
}

/** 3个工作日（37.5%）; undefined where it is not known. */
export function savingWords({ serial, critical }: Schedule): string | undefined {
  if (serial === undefined || critical === undefined) return undefined;
  const saved = { n: serial.n * critical.d - critical.n * serial.d, d: serial.d * critical.d };
  if (saved.n === 0n) return '没有省下时间';
  return `${dayWords(saved)}（${percentWords(saved, serial)}）`;
}

/** 时间安排: when each member begins and ends at the earliest. */
export function scheduleBlocks({ chain }: BundleSubject): Block[] {
  const { members, schedule } = chain;
  if (members.length === 0 || schedule.circles.length > 0) return [];
  const staged = members.some(({ stage }) => stage !== '');
  const critical = new Set(schedule.path);
  const columns = [
    { title: itemLabel('name'), weight: 5 },
    ...(staged ? [{ title: bundleLabel('items.in'), weight: 3 }] : []),
    { title: itemLabel('limits.committed', 'short'), weight: 3 },
    { title: '最早开始', weight: 2 },
    { title: '最早办结', weight: 2 },
    { title: '可以晚几天', weight: 2 },
  ];
  const rows = members.map((member, at) => {
    const slot = schedule.slots[at];
    const mark = critical.has(member.id) ? '（关键）' : '';
    return [
      cell(memberName(member) + mark),
      ...(staged ? [cell(member.stage)] : []),
      cell(member.committed.text === '' ? '没有写明' : limitWords(member)),
      cell(slot?.start && dayMark(slot.start, '开始')),
      cell(slot?.end && dayMark(slot.end, '办结')),
      cell(slot?.slack && (slot.slack.n === 0n ? '不能晚' : dayWords(slot.slack))),
    ];
  });
  return [{ kind: 'table', columns, rows }, ...promiseNotes(chain)];
}

function limitWords({ committed: { text, days } }: Chain['members'][number]): string {
  return days === undefined ? text : dayWords(days);
}

type Days = NonNullable<Schedule['critical']>;

/** 第0天 is the day of the application: what has taken three days ends on 第3天. */
function dayMark(days: Days, what: '开始' | '办结'): string {
  if (days.n === 0n) return what === '开始' ? '当天' : '当场';
  return `${dayWords(days).replace('个工作日', '')}天后`;
}

/** What may be served later on a written promise. */
function promiseNotes(chain: Chain): Block[] {
  return chain.waits
    .filter(({ promised, by }) => promised && by === 'after')
    .map(({ from, to }) => {
      const [before = '', after = ''] = namesOf(chain, [from, to]);
      return paragraph(`${after}：书面承诺后先办，${before}在全部办结以前补齐。`);
    });
}

/** 谁等谁: who waits for whose paper. */
export function paperBlocks({ chain }: BundleSubject): Block[] {
  const waits = firm(chain.waits).filter(({ by }) => by === 'paper');
  if (waits.length === 0) return [];
  const rows = waits.map(({ from, to, material = '' }) => {
    const [maker = '', user = ''] = namesOf(chain, [from, to]);
    return [cell(material), cell(maker), cell(user)];
  });
  const columns = ['前面的结果', '由谁出', '给谁用'].map((title) => ({ title, weight: 1 }));
  return [{ kind: 'table', columns, rows }];
}
