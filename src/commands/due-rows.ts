import type { OpeningHours } from '../calendar/hours.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import type { DueRow } from '../report/deadlines.ts';
import type { SetBy } from '../stats/policy.ts';
import { type Duration, isTooLong, MOST_DAYS, parseDuration } from '../text/duration.ts';
import { parseWholeNumber } from '../text/numeral.ts';
import { quotable } from '../text/visible.ts';
import { UsageError } from './command.ts';

/** Hours of the hall in which the item is handled. */
export async function hallHours(
  { channels }: Item,
  catalog: Catalog | undefined,
): Promise<OpeningHours | undefined> {
  const { readHours } = await import('../calendar/hours.ts');
  const hall = channels?.windows?.[0]?.hall;
  const text = catalog?.halls.get(hall ?? '')?.value.hours ?? channels?.hours;
  return text === undefined ? undefined : readHours(text);
}

/** The items asked for by id or name; all of them without one. */
export function itemsOf(
  catalog: Catalog | undefined,
  id: string | undefined,
): readonly Entry<Item>[] {
  const items = catalog?.items ?? [];
  if (id === undefined) return items;
  const found = items.filter((entry) => entry.id === id || entry.value.name === id);
  if (found.length > 0) return found;
  const word = quotable(id);
  const zh = `没有“${word}”这个事项，它也不是时长`;
  throw new UsageError(say(zh, `“${word}” is neither an item nor a duration`));
}

/**
 * The period asked for, strictly or as people write it (二十个工作日, 3个月内, 2周); undefined for
 * an item. Throws UsageError for one beyond any calendar.
 */
export async function periodOf(what: string | undefined): Promise<Duration | undefined> {
  if (what === undefined) return undefined;
  if (!isTooLong(what)) {
    const { strictLimit } = await import('../phrase/limit.ts');
    return parseDuration(what) ?? weeksIn(what) ?? parseDuration(strictLimit(what) ?? '');
  }
  const word = quotable(what);
  const zh = `“${word}”太长了，最多${MOST_DAYS}天`;
  throw new UsageError(say(zh, `“${word}” is too long: at most ${MOST_DAYS} days`));
}

/** A week is seven calendar days. */
function weeksIn(what: string): Duration | undefined {
  const [, number = ''] = /^(\S+?)\s*(?:个?星期|周)(?:以内|之内|内)?$/.exec(what.trim()) ?? [];
  const weeks = parseWholeNumber(number);
  return weeks === undefined ? undefined : parseDuration(`${weeks * 7}个自然日`);
}

/** The limits of an item that have a last day: committed, statutory and by situation. */
export function rowsOf(
  entry: Entry<Item>,
  due: (limit: Duration, by: SetBy) => DueRow['deadline'],
): DueRow[] {
  const { name, limits = {}, situations = [] } = entry.value;
  const asked: [Words, string | undefined, SetBy][] = [
    [say('承诺办结时限', 'committed limit'), limits.committed, 'hall'],
    [say('法定办结时限', 'statutory limit'), limits.statutory, 'law'],
    ...situations.map((each): [Words, string | undefined, SetBy] => [
      say(`承诺办结时限（${each.name}）`, `committed limit (${each.name})`),
      each.committed,
      'hall',
    ]),
  ];
  return asked.flatMap(([label, limit, by]) => {
    const duration = limit === undefined ? undefined : parseDuration(limit);
    if (limit === undefined || duration === undefined) return [];
    return [{ item: { id: entry.id, name }, label, limit, deadline: due(duration, by) }];
  });
}
