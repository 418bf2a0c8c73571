import type { BurdenScale, SchemaNode } from '../model/schema-node.ts';
import { type Fields, isRecord } from './plain.ts';
import { weighGrace, weighLimit, weighValidity } from './weigh-limits.ts';
import { isFree, weighPrice } from './weigh-price.ts';
import { weighRequirement } from './weigh-requirement.ts';
import { byNumber, heavier, lighter, NO_MATTER, neutral, UNSURE, type Weight } from './weight.ts';

/** A change that is weighed: values as they are read, undefined where there is none. */
export interface Weighed {
  readonly node: SchemaNode;
  readonly before: unknown;
  readonly after: unknown;
  /** Ids of the situations (办理情形) of the file that are there before and after. */
  readonly shared: ReadonlySet<string>;
}

type Scale = (change: Weighed, label: string) => Weight;

/** How a field weighs, by the word of its schema (`x-burden`). */
export const SCALES: Readonly<Record<string, Scale>> = {
  limit: ({ before, after }) => weighLimit(before, after),
  grace: ({ before, after }) => weighGrace(before, after),
  validity: ({ before, after }) => weighValidity(before, after),
  price: ({ before, after }) => weighPrice(before, after),
  requirement: ({ before, after }) => weighRequirement(before, after),
  count: (change, label) => weighCount(change, 1, label),
  extra: (change, label) => weighCount(change, 0, label),
  demand: weighDemand,
  paper: weighPaper,
  duty: (change, label) => presence(change, heavier, lighter, label),
  offer: weighOffer,
  reach: weighReach,
};

/** Whether a change asks more or less of applicants, and why. */
export function weigh(change: Weighed): Weight {
  const { node } = change;
  const scale = node['x-burden'];
  if (scale === undefined) return NO_MATTER;
  if (typeof scale !== 'string') return weighOrder(change, scale);
  return SCALES[scale]?.(change, node['x-label'] ?? '') ?? NO_MATTER;
}

/** Whether the whole of a list's entry came or went: those of `demand`, `paper` and `offer`. */
function weighDemand(change: Weighed, label: string): Weight {
  const { before, after, shared } = change;
  if (isFree(before) || isFree(after)) {
    return isFree(after)
      ? lighter('不再收费', 'no charge any more')
      : heavier('原来不收费，现在收费', 'charged now');
  }
  const entry = after ?? before;
  if (before !== undefined && after !== undefined) return UNSURE;
  if (isRecord(entry) && isOfOthers(entry, shared)) {
    return neutral('只用于新增或者取消的情形', 'for new or dropped situations only');
  }
  return before === undefined
    ? heavier(`多一项${label}`, `one more: ${label}`)
    : lighter(`少一项${label}`, `one less: ${label}`);
}

function weighPaper(change: Weighed, label: string): Weight {
  const entry = change.after ?? change.before;
  if (isRecord(entry) && entry.waiver !== undefined) {
    return neutral('免提交，不用申请人交', 'waived: nobody has to bring it');
  }
  return weighDemand(change, label);
}

/** Whether an entry is for situations of which none was there before and after. */
function isOfOthers({ situations }: Fields, shared: ReadonlySet<string>): boolean {
  return (
    Array.isArray(situations) &&
    situations.length > 0 &&
    !situations.some((id) => shared.has(String(id)))
  );
}

type Make = typeof heavier;

function presence({ before, after }: Weighed, came: Make, went: Make, label: string): Weight {
  const [was, is] = [isThere(before), isThere(after)];
  if (was === is) return NO_MATTER;
  return is
    ? came(`有了“${label}”`, `there is now: ${label}`)
    : went(`没有了“${label}”`, `gone: ${label}`);
}

/** Absent and 否 are the same: it is not offered. */
function isThere(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

function weighOffer(change: Weighed, label: string): Weight {
  const [old, now] = [change.before, change.after].map((value) => value ?? []);
  if (!Array.isArray(old) || !Array.isArray(now)) return presence(change, lighter, heavier, label);
  const lost = old.filter((each) => !now.includes(each)).map(String);
  const gained = now.filter((each) => !old.includes(each)).map(String);
  if (lost.length > 0) return heavier(`少了“${lost.join('、')}”`, `gone: ${lost.join(', ')}`);
  if (gained.length === 0) return NO_MATTER;
  return lighter(`多了“${gained.join('、')}”`, `there is now: ${gained.join(', ')}`);
}

/** What is asked for in more of the situations that are still there is asked of more people. */
function weighReach({ before, after, shared }: Weighed): Weight {
  const within = (value: unknown): Set<string> =>
    new Set(Array.isArray(value) ? value.map(String).filter((id) => shared.has(id)) : shared);
  const [old, now] = [within(before), within(after)];
  if ([...now].some((id) => !old.has(id))) return heavier('更多情形要用', 'for more situations');
  if ([...old].some((id) => !now.has(id))) return lighter('更少情形要用', 'for fewer situations');
  return NO_MATTER;
}

function weighCount({ before, after }: Weighed, usual: number, label: string): Weight {
  const more = heavier(`${label}变多`, `more: ${label}`);
  if (before === undefined) {
    return Number(after) > usual ? more : neutral('原来没有写明', 'not said before');
  }
  if (after === undefined && usual > 0) return neutral('不再写明', 'no longer said');
  return byNumber(
    Number(after ?? 0) - Number(before),
    more,
    lighter(`${label}变少`, `less: ${label}`),
  );
}

/** By the place of both values in a list from the lightest to the heaviest. */
function weighOrder({ before, after, node }: Weighed, scale: BurdenScale): Weight {
  const [old, now] = [placeOf(before, scale), placeOf(after, scale)];
  const label = node['x-label'] ?? '';
  const more = heavier(`${label}更重`, `heavier: ${label}`);
  if (before === undefined && now === scale.indexOf('*') && now !== -1) return more;
  if (before === undefined || after === undefined || old === -1 || now === -1) return UNSURE;
  return byNumber(now - old, more, lighter(`${label}更轻`, `lighter: ${label}`), UNSURE);
}

function placeOf(value: unknown, scale: BurdenScale): number {
  if (typeof scale === 'string' || value === undefined) return -1;
  const text = String(value);
  const at = scale.findIndex(
    (each) => each === text || (Array.isArray(each) && each.includes(text)),
  );
  return at === -1 ? scale.indexOf('*') : at;
}
