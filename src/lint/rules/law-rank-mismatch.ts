import { say } from '../../model/words.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A law has one rank, wherever it is cited. */
export const lawRankMismatch: Rule = {
  id: 'law-rank-mismatch',
  severity: 'error',
  title: say('效力级别与 laws/ 中的不一致', 'rank differs from that in laws/'),
  why: say(
    '一部法律只有一个效力级别，两处写得不同，必有一处是错的。',
    'A law has one rank; where two are given one is wrong.',
  ),
  bad: `basis:
  - law: 取水许可和水资源费征收管理条例
    rank: 部门规章
    article: 第二条
    quote: 取水应当申请领取取水许可证。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles: null`,
  good: `basis:
  - law: 取水许可和水资源费征收管理条例
    rank: 行政法规
    article: 第二条
    quote: 取水应当申请领取取水许可证。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles: null`,
  *item({ value }, { catalog }) {
    for (const { pointer, basis } of basesOf(value)) {
      const law = lawOf(catalog, basis.law);
      if (law === undefined || basis.rank === undefined || basis.rank === law.value.rank) continue;
      yield {
        pointer: `${pointer}/rank`,
        message: say(
          `${titleOf(catalog, basis)}写成${basis.rank}，${law.path} 写的是${law.value.rank}`,
          `${titleOf(catalog, basis)} is ${basis.rank} here and ${law.value.rank} in ${law.path}`,
        ),
        hint: say(`改为${law.value.rank}，或改正 ${law.path}`, `write ${law.value.rank}`),
      };
    }
  },
};
