import type { CountingSettings } from '../model/schema.gen.ts';
import { type Policy, policyOf, type SetBy, workingDays } from '../stats/policy.ts';
import type { Rational } from '../stats/rational.ts';
import { parseDuration } from '../text/duration.ts';
import { isSentinelLimit } from '../text/sentinel.ts';
import type { ChainItem } from './chain-item.ts';

/** A limit in working days, or as it is written where that says no number of them. */
export interface Days {
  readonly days?: Rational;
  /** As written; empty when nothing is. */
  readonly text: string;
}

/** Which of the two limits counts. */
export type LimitKind = 'committed' | 'statutory';

/** The 口径 of a chain: that of the statistics, but 即时 takes no time. */
export function chainPolicy(counting?: CountingSettings): Policy {
  return { ...policyOf(counting), instant: 'as-declared' };
}

/** A limit as written in working days by a 口径; no days where that cannot be said. */
export function daysOf(text: string | undefined, policy: Policy, by: SetBy = 'hall'): Days {
  if (text === undefined || text === '') return { text: '' };
  const duration = parseDuration(text);
  if (duration === undefined || isSentinelLimit(duration)) return { text };
  const days = workingDays(duration, policy, by);
  return days === undefined ? { text } : { text, days };
}

/** The limit of an item in one of its situations, or of the item where it names none. */
export function limitOf(
  item: ChainItem,
  situation: string | undefined,
  kind: LimitKind,
  policy: Policy,
): Days {
  const own = item.situations?.find(({ id }) => id === situation)?.[kind];
  return daysOf(own ?? item.limits?.[kind], policy, kind === 'statutory' ? 'law' : 'hall');
}
