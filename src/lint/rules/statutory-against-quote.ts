import { say } from '../../model/words.ts';
import { parseWholeNumber, toHalfWidth } from '../../text/numeral.ts';
import { readLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

const TIME = /(\d+|[一二三四五六七八九十百]+)\s*个?(工作日|自然日|小时|日|天|月|年)/g;

/** The statutory limit is one of the times that the article quoted for it names. */
export const statutoryAgainstQuote: Rule = {
  id: 'statutory-against-quote',
  severity: 'error',
  standsAlone: true,
  title: say('法定时限与引用的条文不一致', 'the statutory limit is not that of the quotation'),
  why: say(
    '法定时限出自所引的条文，条文里没有这个数，就是抄错了。',
    'The limit comes from the article quoted; a number that is not in it was miscopied.',
  ),
  citation: '《中华人民共和国行政许可法》第四十二条',
  bad: `limits:
  statutory: 30个工作日
  committed: 3个工作日
  statutory_basis:
    law: 取水许可管理办法
    article: 第十九条
    quote: 审批机关应当自受理之日起45个工作日内决定批准或者不批准。`,
  good: `limits:
  statutory: 45个工作日
  committed: 3个工作日
  statutory_basis:
    law: 取水许可管理办法
    article: 第十九条
    quote: 审批机关应当自受理之日起45个工作日内决定批准或者不批准。`,
  *item({ value }) {
    const { statutory = '', statutory_basis: basis } = value.limits ?? {};
    const limit = readLimit('/limits/statutory', statutory)?.limit;
    if (limit === undefined || basis?.quote === undefined) return;
    const times = [...toHalfWidth(basis.quote).matchAll(TIME)];
    const amounts = times.map(([, number = '']) => parseWholeNumber(number));
    if (amounts.length === 0 || amounts.includes(limit.amount)) return;
    if (
      amounts.some((each) => amounts.some((other) => (each ?? 0) + (other ?? 0) === limit.amount))
    ) {
      return;
    }
    const found = times.map(([each]) => `“${each}”`);
    yield {
      pointer: '/limits/statutory',
      message: say(
        `法定办结时限“${statutory}”不在所引的条文里，条文写的是${found.join('、')}`,
        `“${statutory}” is not in the article quoted, which says ${found.join(', ')}`,
      ),
      hint: say('照条文改正法定时限，或换成规定时限的条文', 'mend the limit or the quotation'),
    };
  },
};
