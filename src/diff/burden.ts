import type { Burden, FieldChange } from '../model/change.ts';
import { compareDurations, parseDuration } from '../text/duration.ts';

/** A change whose burden is asked for; of a whole entry, with its fields. */
export interface Weighed extends Pick<FieldChange, 'pointer' | 'before' | 'after'> {
  readonly entry?: Readonly<Record<string, unknown>>;
}

type Scale = (change: Weighed) => number;

/** Above 0 when more is asked of the applicant, below 0 when less. */
const SCALES: readonly (readonly [pattern: RegExp, scale: Scale])[] = [
  [/^\/limits\/(committed|statutory)$|^\/situations\/\d+\/committed$|^\/committed$/, longer],
  [/^\/materials\/\d+\/deferral(\/within)?$/, (change) => -longer(change)],
  [/^\/materials\/\d+\/(copies|photocopies)$|^\/visits$/, more],
  [/^\/materials\/\d+\/waiver$/, (change) => -appeared(change)],
  [/^\/materials\/\d+\/necessity$/, ({ after }) => (after === '必要' ? 1 : -1)],
  [/^\/materials\/\d+$/, (change) => (change.entry?.waiver === undefined ? appeared(change) : 0)],
  [/^\/(conditions|prohibitions|steps|intermediary|fees|documents)\/\d+$/, appeared],
  [/^\/(prohibitions|annual)$/, appeared],
  [/^\/fees$/, ({ before, after }) => (after === '不收费' ? -1 : before === '不收费' ? 1 : 0)],
  [/^\/channels\/(fully_online|express)$/, ({ after }) => (after === '是' ? -1 : 1)],
];

/** Whether a change asks more or less of the applicant. */
export function burdenOf(change: Weighed): Burden {
  const scale = SCALES.find(([pattern]) => pattern.test(change.pointer))?.[1];
  const weight = scale?.(change) ?? 0;
  return weight > 0 ? '增负' : weight < 0 ? '减负' : '中性';
}

/** Undecided where the calendar decides, as between 20个工作日 and 1个月. */
function longer({ before, after }: Weighed): number {
  const [old, now] = [parseDuration(before), parseDuration(after)];
  return old === undefined || now === undefined ? 0 : (compareDurations(now, old) ?? 0);
}

function more({ before, after }: Weighed): number {
  const [old, now] = [before, after].map((text) => (/^\d+$/.test(text) ? Number(text) : undefined));
  return old === undefined || now === undefined ? 0 : now - old;
}

function appeared({ before, after }: Weighed): number {
  return before === '' ? 1 : after === '' ? -1 : 0;
}
