import { say } from '../../model/words.ts';
import { bareTitle } from '../../text/article.ts';
import { parseWholeNumber } from '../../text/numeral.ts';
import { lawOf } from '../bases.ts';
import { policyOf, readLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';
import { limitsIn } from './statutory-against-law.ts';
import { differs, groups, mostUsual } from './statutory-limit-differs.ts';

/** One paragraph of one article gives one limit, where its text is not at hand to tell. */
export const oneBasisTwoLimits: Rule = {
  id: 'one-basis-two-limits',
  severity: 'warning',
  title: say('同一条依据写出两个法定时限', 'one article, two statutory limits'),
  why: say(
    '两个事项的法定时限都依据同一部法的同一条，时限却不同，至少有一处抄错了数字或者条号。',
    'Two items cite one article for their limits, and the limits differ: one of them is wrong.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `limits:
  statutory: 45个工作日
  statutory_note: null
  statutory_basis: { law: 取水许可管理办法, rank: 部门规章, article: 第二十条, document: null, quote: null }
files:
  items/water/water-use-plan.yaml:
    limits:
      statutory: 30个工作日
      statutory_note: null
      statutory_basis: { law: 取水许可管理办法, rank: 部门规章, article: 第二十条 }`,
  good: `limits:
  statutory: 45个工作日
  statutory_note: null
  statutory_basis: { law: 取水许可管理办法, rank: 部门规章, article: 第二十条, document: null, quote: null }
files:
  items/water/water-use-plan.yaml:
    limits:
      statutory: 45个工作日
      statutory_note: null
      statutory_basis: { law: 取水许可管理办法, rank: 部门规章, article: 第二十条 }`,
  *facts({ value: { name, state, limits } }, { catalog }) {
    const { statutory, statutory_basis: basis, statutory_note: note } = limits ?? {};
    if (basis?.article === undefined || statutory === undefined || state === '取消') return;
    // A note says why it is otherwise here; a text that is at hand tells which one is wrong.
    if (note !== undefined || readLimit('', statutory) === undefined) return;
    if (limitsIn(catalog, basis).length > 0) return;
    const law = lawOf(catalog, basis.law)?.value.name ?? basis.law;
    yield* [`${bareTitle(law)} ${inDigits(basis.article)}`, statutory, name];
  },
  *catalog({ catalog }, facts) {
    const policy = policyOf(catalog);
    for (const items of groups(facts)) {
      const usual = mostUsual(items);
      for (const item of items.filter((each) => differs(each, usual, policy))) {
        yield {
          path: item.path,
          pointer: '/limits/statutory',
          message: say(
            `法定办结时限“${item.limit}”与依据同一条的“${usual.name}”（${usual.path}）的“${usual.limit}”不一致`,
            `“${item.limit}” differs from “${usual.limit}” of ${usual.path}, which cites the same article`,
          ),
          hint: say(
            '查对条文，改正写错的一处；这一条定了两个时限的，写明是第几款第几项',
            'look up the article and mend the wrong one, or cite the paragraph',
          ),
        };
      }
    }
  },
};

/** 第十九条第一款 → 19条1款: written in whatever numerals. */
function inDigits(article: string): string {
  return article
    .replace(/[零〇一二三四五六七八九十百千]+/g, (digits) =>
      String(parseWholeNumber(digits) ?? digits),
    )
    .replace(/[\s第（）()]/g, '');
}
