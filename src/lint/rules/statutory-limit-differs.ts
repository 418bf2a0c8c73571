import type { ItemFacts } from '../../model/facts.ts';
import { say } from '../../model/words.ts';
import type { DayPolicy } from '../../text/working-days.ts';
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
      statutory: 30个工作日
      statutory_note: 《取水许可管理办法》第二十条`,
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
  *facts({ value }) {
    const { codes, limits, state, name } = value;
    if (codes?.basic === undefined || state === '取消') return;
    const { statutory } = limits ?? {};
    if (statutory === undefined || readLimit('', statutory) === undefined) return;
    yield* [`${codes.basic} ${codes.handling?.slice(31) ?? '01'}`, statutory, name];
  },
  *catalog({ catalog }, facts) {
    const policy = policyOf(catalog);
    for (const items of groups(facts)) {
      const usual = mostUsual(items);
      for (const item of items.filter((each) => differs(each, usual, policy))) {
        yield {
          path: item.path,
          pointer: '/limits/statutory',
          message: say(
            `法定办结时限“${item.limit}”与同一基本编码的“${usual.name}”（${usual.path}）的“${usual.limit}”不一致`,
            `statutory limit “${item.limit}” differs from “${usual.limit}” of ${usual.path} with the same code`,
          ),
          hint: say('查对法律条文，改正写错的一处', 'look up the law and mend the wrong one'),
        };
      }
    }
  },
};

/** What one item states, to be compared with others. */
export interface Stated {
  readonly path: string;
  readonly name: string;
  readonly limit: string;
}

/** Items that noted the same first fact, such as a basic code, and that state a limit. */
export function groups(facts: Iterable<ItemFacts>): [Stated, ...Stated[]][] {
  const byCode = new Map<string, [Stated, ...Stated[]]>();
  for (const { path, facts: noted } of facts) {
    const [key, limit, name] = noted;
    if (key === undefined || limit === undefined || name === undefined) continue;
    const known = byCode.get(key);
    if (known === undefined) byCode.set(key, [{ path, name, limit }]);
    else known.push({ path, name, limit });
  }
  return [...byCode.values()].filter((items) => items.length > 1);
}

/** The first of the items whose limit most of them have. */
export function mostUsual(items: readonly [Stated, ...Stated[]]): Stated {
  const votes = new Map<string, number>();
  for (const { limit } of items) votes.set(limit, (votes.get(limit) ?? 0) + 1);
  const most = Math.max(...votes.values());
  return items.find(({ limit }) => votes.get(limit) === most) ?? items[0];
}

/** Whether two items state other limits. */
export function differs(a: Stated, b: Stated, policy: DayPolicy): boolean {
  const first = readLimit('', a.limit);
  const second = readLimit('', b.limit);
  if (first === undefined || second === undefined) return false;
  return compareLimits(first.limit, second.limit, policy) !== 0;
}
