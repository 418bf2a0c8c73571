import { say } from '../../model/words.ts';
import { articleNumbers } from '../../text/article.ts';
import { parseDuration } from '../../text/duration.ts';
import { parseWholeNumber, toHalfWidth } from '../../text/numeral.ts';
import { spelt } from '../key-words.ts';
import type { Rule } from '../rule.ts';

/** Where the law says 日 and nothing makes it 工作日, the field must not make it longer. */
export const unitAgainstQuote: Rule = {
  id: 'unit-against-quote',
  severity: 'warning',
  title: say('条文写“日”，时限写成“工作日”', 'the law says 日, the limit 工作日'),
  why: say(
    '行政许可的“日”是工作日，别的事项没有这一条，条文写15日就是15个自然日，写成工作日就比法律长了。',
    'Only for licences does 日 mean working days; elsewhere that makes the limit longer.',
  ),
  citation: '《中华人民共和国行政许可法》第八十二条',
  bad: `type: 行政确认
limits:
  statutory: 15个工作日
  committed: 3个工作日
  statutory_basis:
    law: 居住证暂行条例
    document: null
    article: 第九条
    quote: 公安机关应当自受理之日起15日内制作发放居住证。
codes: null`,
  good: `type: 行政确认
limits:
  statutory: 15个自然日
  committed: 3个工作日
  statutory_basis:
    law: 居住证暂行条例
    document: null
    article: 第九条
    quote: 公安机关应当自受理之日起15日内制作发放居住证。
codes: null`,
  *item({ value, source }) {
    const {
      statutory = '',
      statutory_basis: basis,
      statutory_note: note = '',
    } = value.limits ?? {};
    const limit = parseDuration(statutory);
    if (value.type === '行政许可' || limit?.unit !== '工作日' || basis === undefined) return;
    const quote = toHalfWidth(basis.quote ?? '');
    if (
      quote.includes('工作日') ||
      /[按以][^，。；]{0,8}工作日/.test(note) ||
      articleNumbers(note).length > 0
    )
      return;
    const days = [...quote.matchAll(/(\d+|[一二三四五六七八九十百]+)\s*日/g)];
    const match = days.find(([, number = '']) => parseWholeNumber(number) === limit.amount);
    if (match === undefined) return;
    yield {
      pointer: '/limits/statutory',
      message: say(
        `条文写“${match[0]}”，法定办结时限写成“${statutory}”`,
        `the article says “${match[0]}”, the statutory limit “${statutory}”`,
      ),
      hint: spelt(
        source,
        say(
          `改为${limit.amount}个自然日；有条文规定按工作日计算的，写在 {limits.statutory_note}`,
          `write ${limit.amount}个自然日, or cite in {limits.statutory_note} what makes it working days`,
        ),
      ),
    };
  },
};
