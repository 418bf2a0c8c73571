/** Spans of a working day in minutes from midnight, in order and apart. */
export type OpeningHours = readonly (readonly [from: number, to: number])[];

/** 9:00—12:00 and 13:00—17:00, where a catalogue says nothing. */
export const USUAL_HOURS: OpeningHours = [
  [540, 720],
  [780, 1020],
];

const SPAN =
  /(上午|下午|晚上)?\s*(\d{1,2})[:：.点时](\d{2})?分?\s*(?:-|—|–|~|～|至|到)+\s*(上午|下午|晚上)?\s*(\d{1,2})[:：.点时](\d{2})?/g;

/**
 * Reads the hours of a working day: `工作日 上午9:00—12:00，下午13:00—17:00；星期六 …`; the first
 * part counts, 24小时 is the whole day. Undefined when no span is found.
 */
export function readHours(text: string): OpeningHours | undefined {
  const [first = ''] = text.split(/[；;]/);
  if (/24小时|全天/.test(first)) return [[0, 1440]];
  const spans = [...first.matchAll(SPAN)].map(([, half, hour, minute, half2, hour2, minute2]) => {
    const from = minutes(half, hour, minute);
    const to = minutes(half2, hour2, minute2);
    return [from, to < from && to + 720 > from ? to + 720 : to] as const;
  });
  const sound = spans.every(([from, to], index) => {
    const before = spans[index - 1]?.[1] ?? 0;
    return before <= from && from < to && to <= 1440;
  });
  return spans.length > 0 && sound ? spans : undefined;
}

function minutes(half: string | undefined, hour = '0', minute = '0'): number {
  const written = Number(hour);
  const late = (half === '下午' || half === '晚上') && written < 12;
  return (written + (late ? 12 : 0)) * 60 + Number(minute);
}

/** 9:05 of minutes from midnight. */
export function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** `9:00—12:00、13:00—17:00`. */
export function formatHours(hours: OpeningHours): string {
  return hours.map(([from, to]) => `${clock(from)}—${clock(to)}`).join('、');
}

/** Minutes from midnight of `T10:30` or `10:30`; undefined when there is no such time. */
export function readClock(text: string): number | undefined {
  const match = /^T?(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}
