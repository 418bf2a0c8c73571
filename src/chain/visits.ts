import type { Bundle } from '../model/schema.gen.ts';
import type { Member } from './members.ts';

/** A number before and after members are handled together. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** The same, with the ids of members that say nothing: both numbers are then too low. */
export interface Counted extends BeforeAfter {
  readonly unknown: readonly string[];
}

type Places = Pick<Bundle, 'kind' | 'joint' | 'windows' | 'online' | 'place'>;

/**
 * How often an applicant has to come. Alone: what each item says. Together: a joint act is one
 * visit for all of its members that need one; what is left is handed in at one window at once, in
 * each stage of its own, where the bundle has a window or an address.
 */
export function visitsOf(bundle: Places, members: readonly Member[]): Counted {
  const left = new Map(members.map((member) => [member, member.item.visits ?? 0]));
  const before = [...left.values()].reduce((sum, visits) => sum + visits, 0);
  let after = 0;
  for (const { members: ids } of bundle.joint ?? []) {
    const coming = members.filter(
      (member) => ids.includes(member.id) && (left.get(member) ?? 0) > 0,
    );
    if (coming.length === 0) continue;
    after += 1;
    for (const member of coming) left.set(member, (left.get(member) ?? 0) - 1);
  }
  const stages = new Map<string, number>();
  const isOne = isOnePlace(bundle);
  for (const [{ stage }, visits] of left) {
    const most = stages.get(stage) ?? 0;
    stages.set(stage, isOne ? Math.max(most, visits) : most + visits);
  }
  for (const visits of stages.values()) after += visits;
  const unknown = members.filter(({ item }) => item.visits === undefined).map(({ id }) => id);
  return { before, after, unknown };
}

/** Whether everything is handed in at one place. */
export function isOnePlace({ windows = [], online, place }: Places): boolean {
  return windows.length > 0 || online !== undefined || place !== undefined;
}

/** At how many windows one hands in: each member's own, and together. */
export function windowsOf(bundle: Places, members: readonly Member[]): BeforeAfter {
  const own = new Set(members.flatMap(({ item }) => item.places));
  const together = bundle.windows?.length ?? 0;
  const named = bundle.place === undefined && bundle.online === undefined ? own.size : 1;
  return { before: own.size, after: together > 0 ? together : named };
}

const AT_ENDS = new Set(['接件', '受理', '送达', '制证']);

/**
 * How many steps there are: alone, all of each member; together, one for receiving and one for
 * handing over, and what lies between of each. Joint acts make one step of their members' visits.
 */
export function stepsOf(bundle: Places, members: readonly Member[]): Counted {
  const stepsHere = (member: Member) =>
    member.item.steps.filter(
      ({ situations }) =>
        member.situation === undefined ||
        situations === undefined ||
        situations.includes(member.situation.id),
    );
  const all = members.map((member) => ({ member, steps: stepsHere(member) }));
  const before = all.reduce((sum, { steps }) => sum + steps.length, 0);
  const between = all.map(({ member, steps }) => ({
    member,
    sites: steps.filter(({ kind }) => kind === '踏勘').length,
    count: steps.filter(({ kind }) => !AT_ENDS.has(kind ?? '')).length,
  }));
  let after = between.reduce((sum, { count }) => sum + count, 0);
  for (const { members: ids } of bundle.joint ?? []) {
    const joined = between.filter(({ member, sites }) => ids.includes(member.id) && sites > 0);
    after -= Math.max(0, joined.length - 1);
  }
  const ends = all.flatMap(({ steps }) => steps.map(({ kind }) => kind ?? ''));
  if (ends.some((kind) => kind === '接件' || kind === '受理')) after += 1;
  if (ends.some((kind) => kind === '送达' || kind === '制证')) after += 1;
  const unknown = all.filter(({ steps }) => steps.length === 0).map(({ member }) => member.id);
  return { before, after, unknown };
}
