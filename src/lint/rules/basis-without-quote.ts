import { say } from '../../model/words.ts';
import { articleNumbers } from '../../text/article.ts';
import { lawOf, titleOf } from '../bases.ts';
import { spelt } from '../key-words.ts';
import type { Rule } from '../rule.ts';

/** The basis of an item is quoted, or its text is in laws/. */
export const basisWithoutQuote: Rule = {
  id: 'basis-without-quote',
  severity: 'warning',
  title: say('设定依据没有条文内容', 'a legal basis without its text'),
  why: say(
    '写出条文，群众才能看到法律是怎么规定的，审核的人才能核对。',
    'With the text people see what the law says and reviewers can compare.',
  ),
  citation: 'GB/T 39554.2-2020（未核对原文）',
  bad: 'basis: [{ law: 中华人民共和国水法, rank: 法律, article: 第四十八条 }]',
  good: 'basis: [{ law: 中华人民共和国水法, rank: 法律, article: 第四十八条, quote: 取用水资源应当申请领取取水许可证。 }]',
  *item({ value, source }, { catalog }) {
    for (const [at, basis] of (value.basis ?? []).entries()) {
      if (basis.quote !== undefined) continue;
      const [number] = articleNumbers(basis.article ?? '');
      const articles = Object.keys(lawOf(catalog, basis.law)?.value.articles ?? {});
      if (articles.some((each) => articleNumbers(each)[0] === number)) continue;
      const title = titleOf(catalog, basis);
      yield {
        pointer: `/basis/${at}/quote`,
        message: say(`${title}没有写条文内容`, `the text of ${title} is not quoted`),
        hint: spelt(
          source,
          say(
            '把条文逐字抄到 {basis.0.quote}',
            'quote the article word for word in {basis.0.quote}',
          ),
        ),
      };
    }
  },
};
