import { say } from '../../model/words.ts';
import { basesOf, lawOf, rankOf, titleOf } from '../bases.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

const IN_ARTICLES = new Set(['法律', '行政法规', '地方性法规', '部门规章', '地方政府规章']);

/** A law is cited by its article, so that anyone can look it up. */
export const basisWithoutArticle: Rule = {
  id: 'basis-without-article',
  severity: 'warning',
  title: say('依据没有写条款', 'a basis without its article'),
  why: say(
    '一部法有几十条，不写第几条，就查不到依据，也核不出引用对不对。',
    'A law has dozens of articles; without the number nobody can look it up.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'basis: [{ law: 中华人民共和国水法, rank: 法律, quote: 取用水资源应当申请领取取水许可证。 }]',
  good: 'basis: [{ law: 中华人民共和国水法, rank: 法律, article: 第四十八条, quote: 取用水资源应当申请领取取水许可证。 }]',
  *item({ value, source }, { catalog }) {
    for (const { pointer, basis } of basesOf(value)) {
      if (basis.article !== undefined || lawOf(catalog, basis.law)?.value.rank === '标准') continue;
      if (!IN_ARTICLES.has(rankOf(catalog, basis) ?? '')) continue;
      const title = titleOf(catalog, basis);
      yield {
        pointer: `${pointer}/law`,
        message: say(`${title}没有写是第几条`, `${title} is cited without an article`),
        hint: paste(source, `${pointer}/article`, say('写明是第几条', 'say which article')),
      };
    }
  },
};
