import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { compareDurations, formatDuration, parseDuration } from '../../text/duration.ts';
import { parseWholeNumber, toHalfWidth } from '../../text/numeral.ts';
import { findInProse, proseFinder } from '../prose.ts';
import type { Rule } from '../rule.ts';

const VALID =
  /([^，。；,;\n]{2,30}?)(?:的)?有效期(?:限)?(?:为|是|：|:)?\s*(\d+|[一二三四五六七八九十]+)\s*(?:个)?(年|月)(?!以上|以内|前|内)/g;

/** A period of validity with the words before it. */
interface Validity {
  readonly start: number;
  readonly end: number;
  readonly of: string;
  readonly amount: number;
  readonly unit: '年' | '月';
}

function findValidity(text: string): readonly Validity[] {
  return [...toHalfWidth(text).matchAll(VALID)].flatMap((match): Validity[] => {
    const [found, of = '', number = '', unit] = match;
    const amount = parseWholeNumber(number);
    const end = match.index + found.length;
    const start = end - (found.length - of.length);
    if (amount === undefined || (unit !== '年' && unit !== '月')) return [];
    return [{ start, end, of, amount, unit }];
  });
}

const VALIDITIES = proseFinder(['效期'], findValidity);

/** How long a result is valid, as the prose says it, is what its field says. */
export const proseValidity: Rule = {
  id: 'prose-validity',
  severity: 'error',
  title: say('文字里的有效期与有效期栏不一致', 'prose names another validity than the field'),
  why: say(
    '文字里写有效期10年、有效期栏写5年，群众不知道什么时候要延续。',
    'Ten years in the text and five in the field: nobody knows when to renew.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'result: { name: 取水许可证, kind: 证照, validity: 5年 }\nnotes: 取水许可证有效期为10年。',
  good: 'result: { name: 取水许可证, kind: 证照, validity: 5年 }\nnotes: 取水许可证有效期为5年。',
  *item({ value }) {
    for (const { pointer, text, found } of findInProse(value, VALIDITIES)) {
      const { start, end, of, amount, unit } = found;
      const field = resultOf(value, of)?.validity ?? '';
      const own = parseDuration(field);
      if (own === undefined || compareDurations(own, { amount, unit }) === 0) continue;
      if (pointer.startsWith('/result') || isSame(own, amount, unit)) continue;
      yield {
        pointer,
        range: [start, end],
        message: say(
          `这里写“${text.slice(start, end)}”，有效期栏是“${formatDuration(own)}”`,
          `“${text.slice(start, end)}” here, ${field} in the field`,
        ),
        hint: say('改正其中一处', 'mend one of the two'),
      };
    }
  },
};

/** 12个月 is 1年. */
function isSame(own: { amount: number; unit: string }, amount: number, unit: string): boolean {
  const months = (many: number, of: string): number => (of === '年' ? many * 12 : many);
  return months(own.amount, own.unit) === months(amount, unit);
}

/** The result of which the words speak: by its whole name, at their end. */
function resultOf({ result, name }: Item, of: string): Item['result'] {
  const own = result?.name ?? '';
  const named = own !== '' && of.endsWith(own.replace(/[（(].*$/, ''));
  const whole = of.endsWith(`本${own.slice(-1)}`) && own !== '';
  return named || whole || (name !== '' && of.endsWith(`${name}证`)) ? result : undefined;
}
