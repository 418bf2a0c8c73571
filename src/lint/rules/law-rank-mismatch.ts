import { registry } from '../../law/registry.ts';
import type { Catalog } from '../../model/catalog.ts';
import { say, type Words } from '../../model/words.ts';
import type { LawRank } from '../../text/law-rank.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A law has one rank, wherever it is cited. */
export const lawRankMismatch: Rule = {
  id: 'law-rank-mismatch',
  severity: 'error',
  title: say('效力级别写错了', 'a law of another rank'),
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
      const known = rankKnown(catalog, basis.law);
      if (known === undefined || basis.rank === undefined || basis.rank === known.rank) continue;
      const title = titleOf(catalog, basis);
      yield {
        pointer: `${pointer}/rank`,
        message: say(
          `${title}写成${basis.rank}，${known.where.zh}是${known.rank}`,
          `${title} is ${basis.rank} here and ${known.rank} in ${known.where.en}`,
        ),
        hint: say(`改为${known.rank}`, `write ${known.rank}`),
      };
    }
  },
};

/** The rank that the catalogue's own file gives, else the registry's. */
function rankKnown(catalog: Catalog, name: string): { rank: LawRank; where: Words } | undefined {
  const own = lawOf(catalog, name);
  if (own !== undefined) {
    return { rank: own.value.rank, where: say(`${own.path} 写的`, own.path) };
  }
  const known = registry().find(name);
  return known && { rank: known.rank, where: say('法规库里', 'the registry') };
}
