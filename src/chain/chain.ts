import type { Bundle } from '../model/schema.gen.ts';
import { add, type Rational, subtract, ZERO } from '../stats/rational.ts';
import { type Changes, changedBundle, changedWaits } from './changes.ts';
import { type ChainFees, feesOf } from './fees.ts';
import { type JointField, jointFields } from './form-fields.ts';
import { daysOf, type LimitKind } from './limits.ts';
import { type ChainWorld, type Member, membersOf } from './members.ts';
import { type Papers, papersOf } from './papers.ts';
import { type Pass, paperName, passesOf } from './passes.ts';
import { type Schedule, schedule } from './schedule.ts';
import { type BeforeAfter, type Counted, stepsOf, visitsOf, windowsOf } from './visits.ts';
import { type ChainWait, waitsOf } from './waits.ts';
import type { Answers } from './when.ts';

/** Everything that is computed of a bundle for the answers given. */
export interface Chain {
  readonly bundle: Bundle;
  readonly answers: Answers;
  readonly members: readonly Member[];
  readonly passes: readonly Pass[];
  readonly waits: readonly ChainWait[];
  /** By the committed limits. */
  readonly schedule: Schedule;
  /** By the statutory limits. */
  readonly statutory: Schedule;
  /** With the special procedures of all members; absent where there are none. */
  readonly special?: Schedule;
  /** How many days shorter it would be if nobody waited for papers; absent when not known. */
  readonly waiting?: Rational;
  readonly papers: Papers;
  readonly visits: Counted;
  readonly windows: BeforeAfter;
  readonly steps: Counted;
  readonly fees: ChainFees;
  readonly fields: readonly JointField[];
  /** Ids of members that a regional result takes the place of. */
  readonly replaced: readonly string[];
}

/** Computes a chain. What is not in the catalogue is left out; rules tell it. */
export function chainOf(
  written: Bundle,
  answers: Answers,
  world: ChainWorld,
  changes: Changes = {},
): Chain {
  const bundle = changedBundle(written, changes);
  const all = membersOf(bundle, answers, world).filter(({ id }) => changes.drop?.has(id) !== true);
  const replaced = all.filter((member) => isRegional(bundle, member));
  const members = all.filter((member) => !replaced.includes(member));
  const passes = passesOf(members, bundle.passes);
  const waits = changedWaits(waitsOf(bundle, members, passes), changes);
  const committed = scheduleBy('committed', members, waits);
  const special = specialSchedule(members, waits, world);
  const waiting = waitingFor(members, waits, committed);
  return {
    ...{ bundle, answers, members, passes, waits, schedule: committed },
    statutory: scheduleBy('statutory', members, waits),
    ...(special === undefined ? {} : { special }),
    ...(waiting === undefined ? {} : { waiting }),
    papers: papersOf(bundle, members, passes),
    visits: visitsOf(bundle, members),
    windows: windowsOf(bundle, members),
    steps: stepsOf(bundle, members),
    fees: feesOf(members),
    fields: jointFields(members),
    replaced: replaced.map(({ id }) => id),
  };
}

/** Whether what a member would give out is there for the whole region already. */
function isRegional({ regional = [] }: Bundle, { id, item }: Member): boolean {
  const result = paperName(item.result?.name ?? '');
  return regional.some(({ material }) => material === id || paperName(material) === result);
}

function scheduleBy(
  kind: LimitKind,
  members: readonly Member[],
  waits: readonly ChainWait[],
): Schedule {
  const tasks = members.map((member) => taskOf(member.id, member[kind].days));
  return schedule(tasks, firm(waits));
}

function pairOf({ from, to }: ChainWait): string {
  return `${from} ${to}`;
}

function taskOf(id: string, days: Rational | undefined) {
  return days === undefined ? { id } : { id, days };
}

/** The waits that cost time. */
export function firm(waits: readonly ChainWait[]): readonly ChainWait[] {
  return waits.filter(({ promised }) => !promised);
}

/** With the longest of each member's special procedures; those without a number are unknown. */
function specialSchedule(
  members: readonly Member[],
  waits: readonly ChainWait[],
  { policy }: ChainWorld,
): Schedule | undefined {
  if (members.every(({ item }) => item.special === undefined)) return undefined;
  const tasks = members.map(({ id, item, committed: { days } }) => {
    const more = (item.special ?? []).map((each) => daysOf(each.days, policy).days);
    if (days === undefined || more.includes(undefined)) return { id };
    return { id, days: more.reduce<Rational>((sum, each) => add(sum, each ?? ZERO), days) };
  });
  return schedule(tasks, firm(waits));
}

function waitingFor(
  members: readonly Member[],
  waits: readonly ChainWait[],
  { critical }: Schedule,
): Rational | undefined {
  const paper = new Set(waits.filter(({ by }) => by === 'paper').map(pairOf));
  const asked = waits.filter((wait) => !paper.has(pairOf(wait)));
  const without = scheduleBy('committed', members, asked).critical;
  return critical === undefined || without === undefined ? undefined : subtract(critical, without);
}

/**
 * Ids of those that can begin on the first day: nobody is before them. With the papers that the
 * applicant has (`paperName`), also those whose results are among them, and only those for which
 * none is missing.
 */
export function readySet(
  { members, waits, papers }: Pick<Chain, 'members' | 'waits' | 'papers'>,
  have?: ReadonlySet<string>,
): string[] {
  const isThere = (id: string): boolean => {
    const name = members.find((member) => member.id === id)?.item.result?.name;
    return have?.has(paperName(name ?? '')) ?? false;
  };
  const wait = new Set(
    firm(waits)
      .filter(({ from }) => !isThere(from))
      .map(({ to }) => to),
  );
  const lacks = (member: Member): boolean =>
    have !== undefined &&
    papers.needed.some(({ name, uses }) => uses.includes(member) && !have.has(paperName(name)));
  return members.filter((member) => !wait.has(member.id) && !lacks(member)).map(({ id }) => id);
}
