import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { basesOf } from '../bases.ts';
import { paste } from '../paste.ts';
import type { Report, Rule } from '../rule.ts';

/** A licence that runs out says how it is renewed; asked for earlier than 30 days only by law. */
export const licenceRenewal: Rule = {
  id: 'licence-renewal',
  severity: 'warning',
  title: say('许可有效期没有写延续，或者要求过早', 'how a licence is renewed, and when'),
  why: say(
    '有效期届满30日前申请延续；要求更早的，要有法律、法规、规章另外规定。没有写延续的，持证人不知道什么时候来。',
    'Renewal is asked for 30 days before the end; earlier only where a law or rules say so.',
  ),
  citation: '《中华人民共和国行政许可法》第五十条',
  bad: 'result: { validity: 5年, renewal: 有效期届满90日前申请延续 }',
  good: 'result: { validity: 5年, renewal: 有效期届满30日前申请延续 }',
  *item({ value, source }) {
    if (value.type !== '行政许可') return;
    const { validity = '', renewal } = value.result ?? {};
    if (renewal === undefined || renewal === '') {
      if (!TERM.test(validity.trim())) return;
      yield {
        pointer: '/result/validity',
        message: say(
          `许可有效期“${validity}”，没有写怎样延续`,
          `valid for “${validity}”, and how it is renewed is not said`,
        ),
        hint: paste(
          source,
          '/result/renewal',
          say('写明届满多少日前申请；不能延续的，写不能延续', 'say how many days ahead'),
        ),
      };
      return;
    }
    yield* tooEarly(value, renewal);
  },
};

const TERM = /^(?:自[^，。]{1,20}起)?[\d一二三四五六七八九十]+\s*(?:年|个月|日)$/;
const AHEAD = /(\d+)\s*(?:个工作日|工作日|日|天)/g;
const MOST = 30;

function* tooEarly(item: Item, renewal: string): Iterable<Report> {
  if (renewal.includes('《') || !/前/.test(renewal)) return;
  const days = [...renewal.matchAll(AHEAD)].map(([, number]) => Number(number));
  const least = Math.min(...days);
  if (days.length === 0 || least <= MOST || isGrounded(item, least)) return;
  yield {
    pointer: '/result/renewal',
    message: say(
      `要求届满${least}日前申请延续，早于行政许可法规定的30日，没有写依据`,
      `renewal is asked for ${least} days ahead instead of 30, and no basis is cited`,
    ),
    hint: say(
      '改为届满30日前；另有规定的，写明是哪部法的哪一条',
      'write 30 days, or cite the article that provides otherwise',
    ),
  };
}

/** Whether a cited article, or a condition with its basis, has the same number of days. */
function isGrounded(item: Item, days: number): boolean {
  const same = new RegExp(`(?<!\\d)${days}\\s*个?(?:工作)?[日天]`);
  if (basesOf(item).some(({ basis }) => same.test(basis.quote ?? ''))) return true;
  return (item.conditions ?? []).some(({ text, basis }) => basis !== undefined && same.test(text));
}
