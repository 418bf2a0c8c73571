import { registry } from '../../law/registry.ts';
import type { Catalog } from '../../model/catalog.ts';
import { say } from '../../model/words.ts';
import { basesOf, lawOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A repealed law founds nothing any more. */
export const repealedLaw: Rule = {
  id: 'repealed-law',
  severity: 'error',
  title: say('引用了已经废止的法律', 'a repealed law is cited'),
  why: say(
    '法律废止以后不再是依据，指南还引用它，说明已经过时。',
    'A repealed law is no basis; a guide that cites it is out of date.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'basis: [{ law: 中华人民共和国物权法, rank: 法律, article: 第十条, quote: 不动产登记，由不动产所在地的登记机构办理。 }]',
  good: `basis:
  - law: 中华人民共和国民法典
    rank: 法律
    article: 第二百一十条
    quote: 不动产登记，由不动产所在地的登记机构办理。`,
  *item({ value }, { catalog, today }) {
    for (const { pointer, basis } of basesOf(value)) {
      const repeal = repealed(catalog, basis.law, today);
      if (repeal === undefined) continue;
      const by = repeal.by === '' ? '' : `，现在是《${repeal.by.replace(/[《》]/g, '')}》`;
      yield {
        pointer: `${pointer}/law`,
        message: say(
          `《${repeal.name}》已经废止${by}`,
          `${repeal.name} has been repealed${repeal.by === '' ? '' : `, now ${repeal.by}`}`,
        ),
        hint: say('换成现行法律的名称、条款和条文', 'cite the law in force'),
        ...(repeal.source === undefined ? {} : { citation: repeal.source }),
      };
    }
  },
};

interface Repeal {
  readonly name: string;
  readonly by: string;
  /** Where the repeal is said. */
  readonly source?: string;
}

/** What the catalogue says of the law; else the registry, where it names the repealing article. */
function repealed(catalog: Catalog, name: string, today: string): Repeal | undefined {
  const own = lawOf(catalog, name)?.value;
  if (own !== undefined) {
    return own.status === '已废止' ? { name: own.name, by: own.replaced_by ?? '' } : undefined;
  }
  const known = registry().find(name);
  if (known?.repealed === undefined || known.repealed.by === '') return undefined;
  const { by, article, date } = known.repealed;
  return date > today ? undefined : { name: known.title, by, source: `《${by}》${article}` };
}
