import { type LawParagraph, paragraphsOf } from '../../law/paragraphs.ts';
import type { Law } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { articleNumbers } from '../../text/article.ts';
import { chineseNumeral, parseWholeNumber } from '../../text/numeral.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A paragraph or an entry that the article does not have. */
export const paragraphBeyondArticle: Rule = {
  id: 'paragraph-beyond-article',
  severity: 'error',
  title: say('引用的款、项超出了条文', 'a paragraph that the article does not have'),
  why: say(
    '条文只有几款几项，引用的款、项更靠后，多半是抄错了数字。条文取自目录的 laws/。',
    'The article has fewer paragraphs or entries than the one cited.',
  ),
  bad: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第二条第三款
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles:
      第二条: "取水应当申请领取取水许可证。\\n下列取水不需要申请：\\n（一）家庭生活；\\n（二）零星散养。"`,
  good: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第二条第二款第（二）项
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles:
      第二条: "取水应当申请领取取水许可证。\\n下列取水不需要申请：\\n（一）家庭生活；\\n（二）零星散养。"`,
  *item({ value }, { catalog }) {
    for (const { pointer, basis } of basesOf(value)) {
      if (basis.article === undefined || !/[款项]/.test(basis.article)) continue;
      const law = lawOf(catalog, basis.law)?.value;
      const fault = law === undefined ? undefined : knownBeyond(law, basis.article);
      if (fault === undefined) continue;
      const title = titleOf(catalog, basis);
      yield {
        pointer: `${pointer}/article`,
        message: say(
          `${title}${fault.article}只有${fault.count}${fault.unit}，没有${fault.cited}`,
          `${title} ${fault.article} has no ${fault.cited}: it has ${fault.count}`,
        ),
        hint: say('查对现行文本，改正款、项', 'look up the law in force and mend the number'),
      };
    }
  },
};

interface Beyond {
  readonly article: string;
  readonly count: number;
  readonly unit: '款' | '项';
  readonly cited: string;
}

const PART = /第\s*[（(]?\s*([零〇一二三四五六七八九十百\d]+)\s*[)）]?\s*([条款项])/g;

const KNOWN = new WeakMap<Law, Map<string, Beyond | undefined>>();

/** The same few references to a law stand in many items. */
function knownBeyond(law: Law, reference: string): Beyond | undefined {
  const known = KNOWN.get(law) ?? new Map<string, Beyond | undefined>();
  KNOWN.set(law, known);
  if (!known.has(reference)) known.set(reference, beyond(law, reference));
  return known.get(reference);
}

/** Goes through 第二条第二款第（三）项、第四款; articles that are not at hand are passed over. */
function beyond(law: Law, reference: string): Beyond | undefined {
  let article: { name: string; paragraphs: LawParagraph[] } | undefined;
  let paragraph: { entries: number; name: string } | undefined;
  for (const [whole, digits = '', unit] of reference.matchAll(PART)) {
    const number = parseWholeNumber(digits);
    if (number === undefined) continue;
    if (unit === '条') {
      article = articleOf(law, number);
      paragraph = undefined;
    } else if (article === undefined) continue;
    else if (unit === '款') {
      const count = article.paragraphs.length;
      if (number > count) return { article: article.name, count, unit, cited: whole };
      const { entries = 0 } = article.paragraphs[number - 1] ?? {};
      paragraph = { entries, name: `第${chineseNumeral(number)}款` };
    } else if (unit === '项') {
      const all = paragraph === undefined ? article.paragraphs : [paragraph];
      const count = Math.max(...all.map(({ entries }) => entries));
      const name = `${article.name}${paragraph?.name ?? ''}`;
      if (number > count) return { article: name, count, unit, cited: whole };
    }
  }
  return undefined;
}

/** An article with its paragraphs, where it is at hand; one on a single line may be cut short. */
function articleOf(law: Law, number: number) {
  const found = Object.entries(law.articles ?? {}).find(([name]) => {
    return articleNumbers(name)[0] === number && !/条之/.test(name);
  });
  if (found === undefined || (!found[1].trim().includes('\n') && !isWhole(law))) return undefined;
  return { name: found[0], paragraphs: paragraphsOf(found[1]) };
}

/** Whether every article is at hand, as `law add` writes them. */
function isWhole({ articles = {}, last_article: last }: Law): boolean {
  return last !== undefined && Object.keys(articles).length >= last;
}
