import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { parseDuration } from '../text/duration.ts';
import { type Policy, workingDays } from './policy.ts';
import { add, compare, divide, parseRational, type Rational, subtract, ZERO } from './rational.ts';

/** One item's limits in working days. */
export interface Counted {
  readonly id: string;
  readonly path: string;
  readonly statutory: Rational;
  readonly committed: Rational;
}

/** An item that the ratio leaves out, and why. */
export interface LeftOut {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly reason: Words;
}

/** 时限压缩率: (Σ statutory − Σ committed) ÷ Σ statutory, with all that went into it. */
export interface Compression {
  readonly statutory: Rational;
  readonly committed: Rational;
  /** Absent when nothing was counted. */
  readonly ratio?: Rational;
  readonly counted: readonly Counted[];
  readonly leftOut: readonly LeftOut[];
}

/** Adds up the limits of all items that the 口径 counts; a blank is left out, never zero. */
export function measureCompression(catalog: Catalog, policy: Policy): Compression {
  const counted: Counted[] = [];
  const leftOut: LeftOut[] = [];
  for (const entry of catalog.items) {
    const result = countItem(entry, policy);
    if ('reason' in result) leftOut.push(result);
    else counted.push(result);
  }
  const statutory = counted.reduce((sum, each) => add(sum, each.statutory), ZERO);
  const committed = counted.reduce((sum, each) => add(sum, each.committed), ZERO);
  const ratio =
    compare(statutory, ZERO) > 0 ? divide(subtract(statutory, committed), statutory) : undefined;
  return { statutory, committed, ...(ratio === undefined ? {} : { ratio }), counted, leftOut };
}

function countItem(entry: Entry<Item>, policy: Policy): Counted | LeftOut {
  const { type, state = '在用', limits = {} } = entry.value;
  const out = (reason: Words, pointer = '/limits'): LeftOut => ({
    id: entry.id,
    path: entry.path,
    line: entry.source.locate(pointer).line,
    reason,
  });
  if (!policy.types.includes(type)) {
    return out(say(`口径不含${type}`, `type ${type} is not counted`), '/type');
  }
  if (!policy.states.includes(state)) {
    return out(say(`事项状态为${state}`, `state is ${state}`), '/state');
  }
  const statutory = readLimit(limits.statutory, limits.statutory_note, '法定办结时限', policy);
  if (!('days' in statutory)) return out(statutory, '/limits/statutory');
  const committed = readLimit(limits.committed, limits.committed_note, '承诺办结时限', policy);
  if (!('days' in committed)) return out(committed, '/limits/committed');
  const booked = bookInstant(entry.value, committed.days, policy);
  if (compare(statutory.days, ZERO) === 0) {
    return out(say('法定办结时限为即时', 'statutory limit is immediate'), '/limits/statutory');
  }
  if (compare(booked, statutory.days) > 0) {
    return out(say('承诺长于法定', 'committed exceeds statutory'), '/limits/committed');
  }
  return { id: entry.id, path: entry.path, statutory: statutory.days, committed: booked };
}

function readLimit(
  text: string | undefined,
  note: string | undefined,
  label: string,
  policy: Policy,
): { readonly days: Rational } | Words {
  if (text === undefined || text === '') {
    return note === undefined
      ? say(`没有填写${label}`, `${label} is blank`)
      : say(`${label}只有说明：“${note}”`, `${label} has a note only: “${note}”`);
  }
  const duration = parseDuration(text);
  if (duration === undefined)
    return say(`${label}读不懂：“${text}”`, `${label} unreadable: “${text}”`);
  const days = workingDays(duration, policy);
  if (days !== undefined) return { days };
  return say(
    `${label}“${text}”没有写明是工作日还是自然日`,
    `${label} “${text}” does not say working or calendar days`,
  );
}

function bookInstant(item: Item, committed: Rational, policy: Policy): Rational {
  if (item.case !== '即办件' || policy.instant === 'as-declared') return committed;
  return parseRational(policy.instant) ?? committed;
}
