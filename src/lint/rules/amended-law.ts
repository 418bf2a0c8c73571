import { say } from '../../model/words.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import { spelt } from '../key-words.ts';
import type { Rule } from '../rule.ts';

/** After a law is amended the items that rest on it are reviewed again. */
export const amendedLaw: Rule = {
  id: 'amended-law',
  severity: 'warning',
  title: say('法律修改以后没有核验', 'not reviewed since the law was amended'),
  why: say(
    '所依据的法律改了，条款、条件和时限都可能变，事项要重新核验。',
    'When the law changes, articles, conditions and limits may: the item is reviewed again.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `basis:
  - law: 中华人民共和国水法
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。
reviewed: 2026-03-01
files:
  laws/water.yaml:
    id: water
    name: 中华人民共和国水法
    rank: 法律
    amended: 2026-04-01
    status: 现行有效`,
  good: `basis:
  - law: 中华人民共和国水法
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。
files:
  laws/water.yaml:
    id: water
    name: 中华人民共和国水法
    rank: 法律
    amended: 2016-07-02
    status: 现行有效`,
  *item({ value, source }, { catalog, today }) {
    const seen = new Set<string>();
    for (const { pointer, basis } of basesOf(value)) {
      const law = lawOf(catalog, basis.law)?.value;
      if (law === undefined || seen.has(law.id)) continue;
      const since = law.amended ?? '';
      const stale = value.reviewed !== undefined && value.reviewed < since && since <= today;
      const old = law.status === '已修改' && (value.reviewed === undefined || since === '');
      if (!stale && !old) continue;
      seen.add(law.id);
      const title = titleOf(catalog, basis);
      const { reviewed } = value;
      const last = reviewed === undefined ? '没有核验日期' : `上次核验是${reviewed}`;
      const when = since === '' ? '' : `于${since}`;
      yield {
        pointer: `${pointer}/law`,
        message: say(
          `${title}${when}修改，这一项${last}`,
          `${title} was amended ${since}; last review: ${value.reviewed ?? 'none'}`,
        ),
        hint: spelt(
          source,
          say(
            '对照新条文核验后，更新 {reviewed}',
            'compare with the new text, then set {reviewed}',
          ),
        ),
      };
    }
  },
};
