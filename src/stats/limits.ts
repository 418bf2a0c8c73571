import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import {
  compareNatural,
  type Duration,
  type DurationUnit,
  isTooLong,
  parseDuration,
} from '../text/duration.ts';
import { isSentinelLimit } from '../text/sentinel.ts';
import { goesByTheClock, type Policy, type SetBy, workingDays } from './policy.ts';
import {
  compare,
  multiply,
  parseRational,
  type Rational,
  rational,
  toPlain,
  ZERO,
} from './rational.ts';
import type { Omission } from './selection.ts';

/** The two limits of an item, or of one of its situations, in working days. */
export interface Limit {
  readonly pointer: string;
  readonly statutory: Rational;
  readonly committed: Rational;
  /** As written: 45个工作日 → 3个工作日. */
  readonly says: Words;
}

/** A pair of limits as written, with the place and the situation. */
interface Written {
  readonly at: string;
  readonly situation?: string;
  readonly statutory: string | undefined;
  readonly committed: string | undefined;
  readonly notes: readonly [string | undefined, string | undefined];
}

/** What the limits of an item depend on. */
export type Limited = Pick<Item, 'type' | 'state' | 'case' | 'limits' | 'situations' | 'imported'>;

/** What an item gives to the ratio under a 口径: one row, or one for each situation. */
export function limitsOf(item: Limited, policy: Policy): readonly (Limit | Omission)[] {
  const { limits = {}, situations = [] } = item;
  const notes = [limits.statutory_note, limits.committed_note] as const;
  const own = situations.flatMap((each, index): Written[] => [
    {
      at: `/situations/${index}`,
      situation: each.name,
      statutory: each.statutory ?? limits.statutory,
      committed: each.committed ?? limits.committed,
      notes,
    },
  ]);
  const parted = situations.some((each) => (each.statutory ?? each.committed) !== undefined);
  const { statutory, committed } = limits;
  if (policy.rows === 'situation' && parted) return own.map((one) => readPair(item, one, policy));
  if (parted && (statutory === undefined || committed === undefined)) {
    const reason = say('时限分情形写明，口径按事项计', 'limits by situation, items are counted');
    return [{ pointer: '/situations', reason }];
  }
  return [readPair(item, { at: '/limits', statutory, committed, notes }, policy)];
}

/** The committed limit of an item in working days, whether or not the law sets one. */
export function committedOf(item: Item, policy: Policy): { readonly days: Rational } | Omission {
  const { committed, committed_note: note } = item.limits ?? {};
  const read = readLimit(item, committed, note, COMMITTED, policy);
  if ('reason' in read) return { pointer: '/limits/committed', reason: read.reason };
  return { days: bookInstant(item, read, policy) };
}

/** A limit by its label and by who sets it. */
interface Side {
  readonly label: string;
  readonly by: SetBy;
}

const STATUTORY: Side = { label: '法定办结时限', by: 'law' };
const COMMITTED: Side = { label: '承诺办结时限', by: 'hall' };

/** A limit that was read, in working days and as written. */
interface Read {
  readonly days: Rational;
  readonly duration: Duration;
}

function readPair(item: Limited, written: Written, policy: Policy): Limit | Omission {
  const { at, notes } = written;
  const statutory = readLimit(item, written.statutory, notes[0], STATUTORY, policy);
  if ('reason' in statutory) return { pointer: `${at}/statutory`, reason: statutory.reason };
  const committed = readLimit(item, written.committed, notes[1], COMMITTED, policy);
  if ('reason' in committed) return { pointer: `${at}/committed`, reason: committed.reason };
  if (statutory.duration.unit === '即时') {
    const reason = say('法定办结时限为即时', 'statutory limit is immediate');
    return { pointer: `${at}/statutory`, reason };
  }
  const booked = bookInstant(item, committed, policy);
  const asNatural = naturalDays(statutory.duration, committed.duration, policy);
  const pair = asNatural ?? [statutory.days, booked];
  const order = compareNatural(committed.duration, statutory.duration);
  if (compare(pair[1], pair[0]) > 0) {
    const unsure = asNatural !== undefined && order === 0;
    const reason = unsure
      ? say('承诺和法定哪个长要看日历', 'which of the two is longer the calendar decides')
      : say('承诺长于法定', 'committed exceeds statutory');
    return { pointer: `${at}/committed`, reason };
  }
  const says = wordsOf(written, pair, asNatural !== undefined, booked, committed.days);
  return { pointer: `${at}/committed`, statutory: pair[0], committed: pair[1], says };
}

function wordsOf(
  { situation, statutory, committed }: Written,
  pair: readonly [Rational, Rational],
  asNatural: boolean,
  booked: Rational,
  days: Rational,
): Words {
  const name = situation === undefined ? '' : `${situation}：`;
  const asBooked = compare(booked, days) === 0 ? '' : `，计为${toPlain(booked)}个工作日`;
  const natural = asNatural
    ? `，按自然时间计为${toPlain(pair[0])}、${toPlain(pair[1])}个工作日`
    : '';
  return say(
    `${name}法定${statutory}，承诺${committed}${asBooked}${natural}`,
    `${name}${statutory} → ${committed}${asBooked}${natural}`,
  );
}

/** Days in one unit, as a calendar goes on average. */
const NATURAL: Readonly<Partial<Record<DurationUnit, Rational>>> = {
  分钟: rational(1n, 1440n),
  小时: rational(1n, 24n),
  自然日: rational(1n),
  月: rational(365n, 12n),
  年: rational(365n),
};

/**
 * Two limits of different units that both go on by day and night, by the calendar and not by the
 * factors of each unit; undefined for all others.
 */
function naturalDays(
  statutory: Duration,
  committed: Duration,
  policy: Policy,
): readonly [Rational, Rational] | undefined {
  if (statutory.unit === committed.unit) return undefined;
  const hours = committed.unit === '小时' || committed.unit === '分钟';
  if (hours && !goesByTheClock(policy, 'hall')) return undefined;
  const factor = parseRational(policy.units.自然日 ?? '');
  const [one, other] = [NATURAL[statutory.unit], NATURAL[committed.unit]];
  if (one === undefined || other === undefined || factor === undefined) return undefined;
  const days = (of: Rational, amount: number): Rational =>
    multiply(multiply(of, parseRational(String(amount)) ?? ZERO), factor);
  return [days(one, statutory.amount), days(other, committed.amount)];
}

/** What an import found there and could not read is not blank. */
function unreadOf({ imported }: Limited, label: string): string | undefined {
  return imported?.unresolved?.find(({ field, text }) => field === label && text !== '')?.text;
}

function readLimit(
  item: Limited,
  text: string | undefined,
  note: string | undefined,
  { label, by }: Side,
  policy: Policy,
): Read | { readonly reason: Words } {
  const left = (zh: string, en: string) => ({ reason: say(label + zh, `${label} ${en}`) });
  if (text === undefined || text === '') {
    const unread = unreadOf(item, label);
    if (unread !== undefined) return left(`待整理：“${unread}”`, `is unsettled: “${unread}”`);
    return note === undefined
      ? { reason: say(`没有填写${label}`, `${label} is blank`) }
      : left(`只有说明：“${note}”`, `has a note only: “${note}”`);
  }
  const duration = parseDuration(text);
  if (duration === undefined && !isTooLong(text)) {
    return left(`读不懂：“${text}”`, `unreadable: “${text}”`);
  }
  if (duration === undefined || isSentinelLimit(duration)) {
    return left(`“${text}”是表示没有时限的代用数`, `“${text}” is a number that stands for none`);
  }
  if (by === 'law' && duration.amount === 0 && duration.unit !== '即时') {
    return left(`“${text}”不可信，法律不会规定0`, `“${text}” cannot be: no law sets 0`);
  }
  const days = workingDays(duration, policy, by);
  if (days !== undefined) return { days, duration };
  return left(
    `“${text}”没有写明是工作日还是自然日`,
    `“${text}” does not say working or calendar days`,
  );
}

/** The 口径 says what 即时 of a 即办件 is; a limit that is written in days or hours stands. */
function bookInstant({ case: how }: Limited, { days, duration }: Read, policy: Policy): Rational {
  if (how !== '即办件' || policy.instant === 'as-declared') return days;
  return duration.unit === '即时' ? (parseRational(policy.instant) ?? days) : days;
}
