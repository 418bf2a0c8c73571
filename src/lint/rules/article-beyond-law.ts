import { registry } from '../../law/registry.ts';
import type { Catalog } from '../../model/catalog.ts';
import { say } from '../../model/words.ts';
import { articleNumbers } from '../../text/article.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** An article that the law does not have. */
export const articleBeyondLaw: Rule = {
  id: 'article-beyond-law',
  severity: 'error',
  title: say('引用的条款超出了法律的条数', 'an article that the law does not have'),
  why: say(
    '引用的条号比全文最后一条还大，多半是抄错了数字或者引了旧版。',
    'The number is beyond the last article: a slip, or an old version.',
  ),
  bad: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第五十九条
    quote: 取水应当申请领取取水许可证。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    last_article: 58
    articles: null`,
  good: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第二条
    quote: 取水应当申请领取取水许可证。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    last_article: 58
    articles: null`,
  *item({ value }, { catalog }) {
    for (const { pointer, basis } of basesOf(value)) {
      const last = lastArticleOf(catalog, basis.law);
      if (last === undefined) continue;
      const wrong = articleNumbers(basis.article ?? '').find((each) => each < 1 || each > last);
      if (wrong === undefined) continue;
      const title = titleOf(catalog, basis);
      yield {
        pointer: `${pointer}/article`,
        message: say(
          `${title}只有${last}条，没有第${wrong}条`,
          `${title} has ${last} articles, there is no article ${wrong}`,
        ),
        hint: say('查对现行文本，改正条号', 'look up the law in force and mend the number'),
      };
    }
  },
};

/** As the catalogue says; else as the registry does, unless its text may lack articles. */
function lastArticleOf(catalog: Catalog, name: string): number | undefined {
  const own = lawOf(catalog, name)?.value;
  if (own !== undefined) return own.last_article;
  const known = registry().find(name);
  if (known === undefined || known.incomplete || known.lastArticle === 0) return undefined;
  return known.lastArticle;
}
