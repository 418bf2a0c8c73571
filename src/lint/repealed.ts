import { bareTitle } from '../text/article.ts';

/** A law that is no longer in force, what took its place, and where that is said. */
export interface Repeal {
  readonly name: string;
  readonly by: string;
  readonly source: string;
}

const CIVIL_CODE = '《中华人民共和国民法典》第一千二百六十条';

/** Repealed laws that guides still cite; short names without the country's. */
const REPEALED: readonly (readonly [names: readonly string[], by: string, source: string])[] = [
  [
    [
      '婚姻法',
      '继承法',
      '民法通则',
      '收养法',
      '担保法',
      '合同法',
      '物权法',
      '侵权责任法',
      '民法总则',
    ],
    '中华人民共和国民法典',
    CIVIL_CODE,
  ],
  [
    ['食品卫生法'],
    '中华人民共和国食品安全法',
    '《中华人民共和国食品安全法》（2009年）第一百零四条',
  ],
];

/** Whether a law of this name is known to be repealed; the name may have 《》 and 中华人民共和国. */
export function repealOf(name: string): Repeal | undefined {
  const short = bareTitle(name);
  const found = REPEALED.find(([names]) => names.includes(short));
  if (found === undefined) return undefined;
  const [, by, source] = found;
  return { name: `中华人民共和国${short}`, by, source };
}
