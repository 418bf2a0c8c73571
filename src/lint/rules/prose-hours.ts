import { formatHours, readHours } from '../../calendar/hours.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { findInProse, proseFinder } from '../prose.ts';
import type { Rule } from '../rule.ts';

const NAMED = /(?:办公|受理|办理|工作|服务|窗口)时间(?:为|是|：|:)?([^。；\n]{5,60})/g;
const OTHER_DAYS = /周末|周六|周日|星期[六日天]|双休|节假日|夏季|冬季|延时|自助/;

/** Hours of a working day that a text names. */
interface NamedHours {
  readonly start: number;
  readonly end: number;
  readonly hours: string;
}

function findHours(text: string): readonly NamedHours[] {
  return [...text.matchAll(NAMED)].flatMap(({ 0: found, 1: spans = '', index }): NamedHours[] => {
    const read = readHours(spans);
    if (read === undefined || OTHER_DAYS.test(found)) return [];
    return [{ start: index, end: index + found.length, hours: formatHours(read) }];
  });
}

const HOURS = proseFinder(['时间'], findHours);

/** Hours that the prose names are those of the item or of one of its halls. */
export const proseHours: Rule = {
  id: 'prose-hours',
  severity: 'error',
  title: say('文字里的办公时间与办公时间栏不一致', 'prose names other hours than the field'),
  why: say(
    '两处写的时间不一样，群众会在没有开门的时候来。',
    'With two different times people come when nobody is there.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'channels: { hours: 工作日 上午9:00—12:00，下午13:00—17:00 }\nnotes: 受理时间为上午8:30—12:00，下午14:00—18:00。',
  good: 'channels: { hours: 工作日 上午9:00—12:00，下午13:00—17:00 }\nnotes: 受理时间为上午9:00—12:00，下午13:00—17:00。',
  *item({ value }, { catalog }) {
    for (const { pointer, text, found } of findInProse(value, HOURS)) {
      const known = hoursOf(value, catalog);
      if (known.length === 0 || known.includes(found.hours)) continue;
      const { start, end, hours } = found;
      yield {
        pointer,
        range: [start, end],
        message: say(
          `这里写“${text.slice(start, end)}”，办公时间栏是${known.join('；')}`,
          `${hours} here, ${known.join('; ')} in the field`,
        ),
        hint: say('改正其中一处', 'mend one of the two'),
      };
    }
  },
};

/** The hours of the item and of its halls; nothing where one of them cannot be read. */
function hoursOf({ channels }: Item, catalog: Catalog): readonly string[] {
  const halls = (channels?.windows ?? []).map(({ hall }) => catalog.halls.get(hall)?.value.hours);
  const texts = [channels?.hours, ...halls].filter((each) => each !== undefined);
  const read = texts.map(readHours);
  return read.every((each) => each !== undefined) ? [...new Set(read.map(formatHours))] : [];
}
