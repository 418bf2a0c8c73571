import { say } from '../../model/words.ts';
import type { LawRank } from '../../text/law-rank.ts';
import { rankOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

const TOO_LOW: ReadonlySet<LawRank> = new Set(['规范性文件', '标准']);

/** Documents and standards alone add no condition: a law, a regulation or rules do. */
export const conditionBasisRank: Rule = {
  id: 'condition-basis-rank',
  severity: 'error',
  title: say('办理条件的依据级别不够', 'the basis of a condition ranks too low'),
  why: say(
    '没有法律、法规、规章依据，不得增设办理条件；文件和标准不能单独作为条件的依据。',
    'Without a law, a regulation or rules no condition may be added.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `conditions:
  - text: 取水口在明白县境内。
    basis: { law: 明白县取水办事须知, rank: 规范性文件, article: 第三条 }`,
  good: `conditions:
  - text: 取水口在明白县境内。
    basis: { law: 取水许可和水资源费征收管理条例, rank: 行政法规, article: 第二十条 }`,
  *item({ value }, { catalog }) {
    for (const [at, { basis }] of (value.conditions ?? []).entries()) {
      const rank = basis === undefined ? undefined : rankOf(catalog, basis);
      if (basis === undefined || rank === undefined || !TOO_LOW.has(rank)) continue;
      yield {
        pointer: `/conditions/${at}/basis/law`,
        ...(rank === '标准' ? { severity: 'warning' as const } : {}),
        message: say(
          `办理条件的依据${titleOf(catalog, basis)}是${rank}，不是法律、法规或者规章`,
          `the condition rests on ${titleOf(catalog, basis)} (${rank}), not on law or rules`,
        ),
        hint: say(
          '写出规定这个条件的法律、法规或者规章；没有的，取消这个条件',
          'cite the law or rules that set the condition, or drop it',
        ),
      };
    }
  },
};
