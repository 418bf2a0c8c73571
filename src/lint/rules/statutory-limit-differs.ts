import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { compareLimits, policyOf, readLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

/** One national basic code is one item: the law gives it one statutory limit. */
export const statutoryLimitDiffers: Rule = {
  id: 'statutory-limit-differs',
  severity: 'error',
  title: say('同一基本编码的法定时限不一致', 'one basic code, two statutory limits'),
  why: say(
    '基本编码相同就是同一个事项，法律给的时限只有一个，写成两个至少有一处是错的。',
    'One basic code is one item; the law gives it one limit, so one of the two is wrong.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `limits:
  statutory: 45个工作日
files:
  items/water/water-use-plan.yaml:
    type: 行政许可
    quota: 不限
    faq: []
    codes:
      basic: "000119901000"
      implementation: null
      handling: null
    limits:
      statutory: 30个工作日`,
  good: `limits:
  statutory: 45个工作日
files:
  items/water/water-use-plan.yaml:
    type: 行政许可
    quota: 不限
    faq: []
    codes:
      basic: "000119901000"
      implementation: null
      handling: null
    limits:
      statutory: 45个工作日
      statutory_basis:
        law: 取水许可和水资源费征收管理条例
        article: 第十九条`,
  *catalog({ catalog }) {
    for (const items of groups(catalog)) {
      const [usual] = items.toSorted((a, b) => votes(items, b) - votes(items, a));
      if (usual === undefined) continue;
      for (const item of items.filter((each) => differs(catalog, each, usual))) {
        const own = item.value.limits?.statutory ?? '';
        const other = usual.value.limits?.statutory ?? '';
        yield {
          path: item.path,
          pointer: '/limits/statutory',
          message: say(
            `法定办结时限“${own}”与同一基本编码的“${usual.value.name}”（${usual.path}）的“${other}”不一致`,
            `statutory limit “${own}” differs from “${other}” of ${usual.path} with the same code`,
          ),
          hint: say('查对法律条文，改正写错的一处', 'look up the law and mend the wrong one'),
        };
      }
    }
  },
};

/** Items in use with one basic code, and one serial of handling item, that state a limit. */
function groups(catalog: Catalog): Entry<Item>[][] {
  const byCode = new Map<string, Entry<Item>[]>();
  for (const item of catalog.items) {
    const { codes, limits, state } = item.value;
    if (codes?.basic === undefined || state === '取消') continue;
    if (readLimit('', limits?.statutory) === undefined) continue;
    const key = `${codes.basic} ${codes.handling?.slice(31) ?? '01'}`;
    byCode.set(key, [...(byCode.get(key) ?? []), item]);
  }
  return [...byCode.values()].filter((items) => items.length > 1);
}

function votes(items: readonly Entry<Item>[], item: Entry<Item>): number {
  const own = item.value.limits?.statutory;
  return items.filter((each) => each.value.limits?.statutory === own).length;
}

function differs(catalog: Catalog, a: Entry<Item>, b: Entry<Item>): boolean {
  const first = readLimit('', a.value.limits?.statutory);
  const second = readLimit('', b.value.limits?.statutory);
  if (first === undefined || second === undefined) return false;
  return compareLimits(first.limit, second.limit, policyOf(catalog)) !== 0;
}
