import { registry } from '../../law/registry.ts';
import type { Catalog } from '../../model/catalog.ts';
import { say } from '../../model/words.ts';
import { bareTitle } from '../../text/article.ts';
import { basesOf, lawOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** One law has one name in one guide. */
export const lawTwoNames: Rule = {
  id: 'law-two-names',
  severity: 'warning',
  title: say('同一部法律写了两个名称', 'one law under two names'),
  why: say(
    '同一份指南里一部法律写两个名称，读的人会当成两部；统一写公布的全称。',
    'Under two names one law reads like two: write its full title throughout.',
  ),
  bad: `basis:
  - law: 中华人民共和国水法
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。
  - law: 水法
    article: 第七条
    quote: 国家对水资源依法实行取水许可制度和有偿使用制度。`,
  good: `basis:
  - law: 中华人民共和国水法
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。
  - law: 中华人民共和国水法
    article: 第七条
    quote: 国家对水资源依法实行取水许可制度和有偿使用制度。`,
  *item({ value }, { catalog }) {
    const names = new Map<string, string>();
    for (const { pointer, basis } of basesOf(value)) {
      const written = nameOf(catalog, basis.law);
      const key = bareTitle(written);
      const first = names.get(key);
      names.set(key, first ?? written);
      if (first === undefined || first === written) continue;
      const full = fullName(catalog, first);
      yield {
        pointer: `${pointer}/law`,
        message: say(
          `“${written}”前面写作“${first}”，是同一部法律`,
          `“${written}” is the law that is called “${first}” before`,
        ),
        hint: say(`统一写成 ${full}`, `write ${full} throughout`),
      };
    }
  },
};

/** The name by which a law is cited, without 《》 and year; that of laws/ where its id is given. */
function nameOf(catalog: Catalog, law: string): string {
  const name = catalog.laws.get(law)?.value.name ?? law;
  return name.replace(/[《》\s]/g, '').replace(/[（(][^（）()]*\d{4}[^（）()]*[)）]$/, '');
}

function fullName(catalog: Catalog, name: string): string {
  return lawOf(catalog, name)?.value.name ?? registry().find(name)?.title ?? name;
}
