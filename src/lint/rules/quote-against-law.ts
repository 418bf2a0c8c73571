import type { Law } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { articleNumbers, bareText } from '../../text/article.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A quotation stands in the article it is said to be from, word for word. */
export const quoteAgainstLaw: Rule = {
  id: 'quote-against-law',
  severity: 'error',
  title: say('引用的条文与法律原文不一致', 'a quotation unlike the text of the law'),
  why: say(
    '条文内容要逐字引用。删去一段的地方写省略号，不能改动一个字。',
    'An article is quoted word for word; a gap is marked with an ellipsis.',
  ),
  bad: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第十九条
    quote: 审批机关应当自受理取水申请之日起30个工作日内决定批准或者不批准。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles:
      第十九条: 审批机关应当自受理取水申请之日起45个工作日内决定批准或者不批准。`,
  good: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第十九条
    quote: 审批机关应当自受理取水申请之日起45个工作日内决定批准或者不批准。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles:
      第十九条: 审批机关应当自受理取水申请之日起45个工作日内决定批准或者不批准。`,
  *item({ value }, { catalog }) {
    for (const { pointer, basis } of basesOf(value)) {
      const law = lawOf(catalog, basis.law)?.value;
      if (law === undefined || basis.quote === undefined) continue;
      const text = textOf(law, basis.article ?? '');
      const piece = text === undefined ? undefined : strayPiece(basis.quote, text);
      if (piece === undefined) continue;
      yield {
        pointer: `${pointer}/quote`,
        range: [piece[0], piece[1]],
        message: say(
          `这段话在${titleOf(catalog, basis)}${basis.article ?? ''}里找不到`,
          `these words do not stand in ${titleOf(catalog, basis)} ${basis.article ?? ''}`,
        ),
        hint: say('照原文逐字改正，或改正条号', 'quote word for word, or mend the article'),
      };
    }
  },
};

/** The text of all articles that a reference names; undefined when one of them is not there. */
function textOf(law: Law, reference: string): string | undefined {
  const articles = Object.entries(law.articles ?? {});
  const numbers = articleNumbers(reference);
  const texts = numbers.map((number) => {
    return articles.find(([each]) => articleNumbers(each)[0] === number)?.[1];
  });
  if (numbers.length === 0 || texts.some((each) => each === undefined)) return undefined;
  return bareText(texts.join(''));
}

/** The first piece between ellipses that the text does not have, as characters of the quote. */
function strayPiece(quote: string, text: string): [number, number] | undefined {
  for (const match of quote.matchAll(/[^…]+/g)) {
    const bare = bareText(match[0]).replace(/^第[零一二三四五六七八九十百]+条:?/, '');
    if (bare === '' || text.includes(bare) || text.includes(bare.replace(/\.$/, ''))) continue;
    const start = [...quote.slice(0, match.index)].length;
    return [start, start + [...match[0]].length];
  }
  return undefined;
}
