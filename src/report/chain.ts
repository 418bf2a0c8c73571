import { type Chain, readySet } from '../chain/chain.ts';
import { dayNumber, dayWords, percentWords } from '../chain/day-words.ts';
import { fiveOnes } from '../chain/five-ones.ts';
import type { Suggestion } from '../chain/suggest.ts';
import type { Delta } from '../chain/what-if.ts';
import { say, type Words } from '../model/words.ts';
import { type Rational, subtract } from '../stats/rational.ts';
import { jsonText } from '../text/json-text.ts';

type Tell = (words: Words) => string;

/** A change that was asked for, as written, and what it does alone. */
export interface TriedChange {
  readonly change: string;
  readonly delta: Delta;
}

/** A chain with what was asked of it. */
export interface ChainReport {
  readonly chain: Chain;
  /** Before all changes, where some were asked for. */
  readonly original: Chain;
  readonly changes: readonly TriedChange[];
  readonly suggestions?: readonly Suggestion[];
  /** Names of papers that the applicant has already. */
  readonly have?: ReadonlySet<string>;
}

/** Days as a number; null where they are not known. */
function days(value: Rational | undefined): number | null {
  return value === undefined ? null : dayNumber(value);
}

function savingOf({ serial, critical }: Chain['schedule']): Rational | undefined {
  return serial === undefined || critical === undefined ? undefined : subtract(serial, critical);
}

/** The report for machines: days are working days, null where a limit is not known. */
export function chainJson(report: ChainReport): string {
  const { chain, have } = report;
  const { bundle, schedule, members, papers, visits, windows, steps } = chain;
  const { serial, critical, least, path } = schedule;
  return `${jsonText(
    {
      ...{ bundle: bundle.id, name: bundle.name, kind: bundle.kind ?? '一件事' },
      ...{ answers: chain.answers, serial: days(serial), critical: days(critical) },
      saving: days(savingOf(schedule)),
      savingPercent: percentOf(schedule),
      ...{ path, members: members.map((_, at) => memberJson(chain, at)) },
      ready: readySet(chain, have),
      materials: { before: papers.before, after: papers.after },
      visits: { before: visits.before, after: visits.after },
      windows,
      steps: { before: steps.before, after: steps.after },
      unknown: {
        limits: schedule.unknown,
        ...{ materials: papers.unknown, visits: visits.unknown },
        ...{ steps: steps.unknown, fees: chain.fees.unknown },
      },
      ...{ atLeast: days(least), circles: schedule.circles, waiting: days(chain.waiting) },
      statutory: days(chain.statutory.critical),
      special: days(chain.special?.critical),
      ...othersOf(chain),
      ...changesJson(report),
    },
    2,
  )}\n`;
}

function percentOf({ serial, critical }: Chain['schedule']): number | null {
  if (serial === undefined || critical === undefined) return null;
  const words = percentWords(subtract(serial, critical), serial);
  return Number(words.replace('%', '').replace('−', '-'));
}

function memberJson({ members, schedule }: Chain, at: number): unknown {
  const member = members[at];
  const { start, end, slack } = schedule.slots[at] ?? {};
  return {
    item: member?.id,
    situation: member?.situation?.id ?? null,
    ...{ start: days(start), end: days(end), slack: days(slack) },
    ...{ name: member?.item.name, department: member?.office, stage: member?.stage || null },
    limit: member?.committed.text || null,
  };
}

/** Papers, waits, joint acts, charges, fields and the five 一. */
function othersOf(chain: Chain): Readonly<Record<string, unknown>> {
  const { papers, fees, bundle } = chain;
  return {
    papers: papers.needed.map(({ name, uses }) => ({ name, for: uses.map(({ id }) => id) })),
    saved: papers.saved.map(({ name, member, by, from }) => ({ name, for: member.id, by, from })),
    waits: chain.waits.map(({ from, to, by, promised, material }) => {
      return { from, to, by, promised, material };
    }),
    joint: (bundle.joint ?? []).map(({ name, members }) => ({ name, members })),
    fees: { yuan: fees.yuan, open: fees.open, charges: fees.charges },
    fields: chain.fields.map(({ name, from, uses }) => {
      return { name, from, for: uses.map(({ id }) => id) };
    }),
    five: fiveOnes(chain).map(({ key, name, holds, pointer, why }) => {
      return { key, name: name.zh, holds, pointer, why: why.zh };
    }),
    replaced: chain.replaced,
  };
}

function changesJson({
  original,
  chain,
  changes,
  suggestions,
}: ChainReport): Readonly<Record<string, unknown>> {
  const deltaJson = ({ days: change, papers, visits }: Delta) => ({
    ...{ days: days(change), papers, visits },
  });
  return {
    ...(changes.length === 0
      ? {}
      : {
          before: { critical: days(original.schedule.critical) },
          changes: changes.map(({ change, delta }) => ({ change, ...deltaJson(delta) })),
          after: { critical: days(chain.schedule.critical) },
        }),
    ...(suggestions === undefined
      ? {}
      : {
          suggestions: suggestions.map((each) => ({
            change: optionOf(each),
            ...deltaJson(each.delta),
            law: lawWords(each, original).zh,
          })),
        }),
  };
}

/** A suggestion as one would type it. */
export function optionOf({ kind, ids }: Pick<Suggestion, 'kind' | 'ids'>): string {
  const [first = '', second = ''] = ids;
  if (kind === 'cut') return `--drop ${first}:${second}`;
  if (kind === 'move') return `--move ${first}:before:${second}`;
  return `--${kind} ${first}`;
}

/** What would have to be allowed for a change. */
export function lawWords({ kind, ids }: Suggestion, { members }: Chain): Words {
  const [first = '', second = ''] = ids.map(
    (id) => members.find((member) => member.id === id)?.item.name ?? id,
  );
  switch (kind) {
    case 'drop':
      return say(
        `取消或者不再要求“${first}”，要修改设定它的法律、法规`,
        `the law that sets “${first}” would have to go`,
      );
    case 'cut':
      return say(
        `“${second}”不再以“${first}”为前置条件；法律、法规写明是前置条件的，要先修改`,
        `no law may make “${first}” a condition of “${second}”`,
      );
    case 'move':
      return say(
        `“${first}”改为在“${second}”之前办完；法律、法规定了更早的时点的，要先修改`,
        `no law may ask for “${first}” earlier than before “${second}”`,
      );
    case 'promise':
      return say(
        `“${first}”实行告知承诺；直接涉及公共安全、生态环境保护、人身健康的，法律不允许的不能用`,
        `“${first}” has to be open to decision on a written promise`,
      );
    case 'region':
      return say(
        `“${first}”由区域评估统一做，主管部门要认可评估成果`,
        `the office has to accept a regional result for “${first}”`,
      );
  }
}

/** 少3个工作日, 多2份; 不变 for none. */
export function deltaWords({ days: change, papers, visits }: Delta, tell: Tell): string {
  const signed = (value: number, unit: string): string =>
    value === 0 ? '不变' : `${value < 0 ? '少' : '多'}${Math.abs(value)}${unit}`;
  const time = change === undefined ? '没有算出' : signed(dayNumber(change), '个工作日');
  const zh = `时间${time}，材料${signed(papers, '份')}，跑动${signed(visits, '次')}`;
  const en = `days ${change === undefined ? '?' : dayNumber(change)}, papers ${papers}, visits ${visits}`;
  return tell(say(zh, en));
}

/** Days in words; said to be unknown where they are. */
export function totalWords(value: Rational | undefined): Words {
  return value === undefined
    ? say('算不出来', 'not known')
    : say(dayWords(value), `${dayNumber(value)} working days`);
}
