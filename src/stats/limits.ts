import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { parseDuration } from '../text/duration.ts';
import { isSentinelLimit } from '../text/sentinel.ts';
import { type Policy, workingDays } from './policy.ts';
import { compare, parseRational, type Rational, toPlain, ZERO } from './rational.ts';
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
  const read = readLimit(item, committed, note, '承诺办结时限', policy);
  if ('reason' in read) return { pointer: '/limits/committed', reason: read.reason };
  return { days: bookInstant(item, read.days, policy) };
}

function readPair(item: Limited, written: Written, policy: Policy): Limit | Omission {
  const { at, situation, notes } = written;
  const statutory = readLimit(item, written.statutory, notes[0], '法定办结时限', policy);
  if ('reason' in statutory) return { pointer: `${at}/statutory`, reason: statutory.reason };
  const committed = readLimit(item, written.committed, notes[1], '承诺办结时限', policy);
  if ('reason' in committed) return { pointer: `${at}/committed`, reason: committed.reason };
  if (compare(statutory.days, ZERO) === 0) {
    const reason = say('法定办结时限为即时', 'statutory limit is immediate');
    return { pointer: `${at}/statutory`, reason };
  }
  const booked = bookInstant(item, committed.days, policy);
  if (compare(booked, statutory.days) > 0) {
    const reason = say('承诺长于法定', 'committed exceeds statutory');
    return { pointer: `${at}/committed`, reason };
  }
  const name = situation === undefined ? '' : `${situation}：`;
  const asBooked = compare(booked, committed.days) === 0 ? '' : `，计为${toPlain(booked)}个工作日`;
  return {
    pointer: `${at}/committed`,
    statutory: statutory.days,
    committed: booked,
    says: say(
      `${name}法定${written.statutory}，承诺${written.committed}${asBooked}`,
      `${name}${written.statutory} → ${written.committed}${asBooked}`,
    ),
  };
}

/** What an import found there and could not read is not blank. */
function unreadOf({ imported }: Limited, label: string): string | undefined {
  return imported?.unresolved?.find(({ field, text }) => field === label && text !== '')?.text;
}

function readLimit(
  item: Limited,
  text: string | undefined,
  note: string | undefined,
  label: string,
  policy: Policy,
): { readonly days: Rational } | { readonly reason: Words } {
  const left = (zh: string, en: string) => ({ reason: say(label + zh, `${label} ${en}`) });
  if (text === undefined || text === '') {
    const unread = unreadOf(item, label);
    if (unread !== undefined) return left(`待整理：“${unread}”`, `is unsettled: “${unread}”`);
    return note === undefined
      ? { reason: say(`没有填写${label}`, `${label} is blank`) }
      : left(`只有说明：“${note}”`, `has a note only: “${note}”`);
  }
  const duration = parseDuration(text);
  if (duration === undefined) return left(`读不懂：“${text}”`, `unreadable: “${text}”`);
  if (isSentinelLimit(duration)) {
    return left(`“${text}”是表示没有时限的代用数`, `“${text}” is a number that stands for none`);
  }
  const days = workingDays(duration, policy);
  if (days !== undefined) return { days };
  return left(
    `“${text}”没有写明是工作日还是自然日`,
    `“${text}” does not say working or calendar days`,
  );
}

function bookInstant(item: Limited, committed: Rational, policy: Policy): Rational {
  if (item.case !== '即办件' || policy.instant === 'as-declared') return committed;
  return parseRational(policy.instant) ?? committed;
}
