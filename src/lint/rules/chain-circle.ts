import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, type Judged, nameOf } from '../chains/judge.ts';
import type { Report, Rule } from '../rule.ts';

/** Nobody waits for what waits for him. */
export const chainCircle: Rule = {
  id: 'chain-circle',
  severity: 'error',
  title: say('前后顺序绕成了圈', 'an order that goes in a circle'),
  why: say(
    '甲要用乙的结果，乙又要用甲的结果，哪一个都办不成，这就是循环证明。',
    'Each waits for the result of the other, so that neither can begin.',
  ),
  bad: `files:
  bundles/move-to-county.yaml:
    passes: null
    items:
      - { item: residence-endorsement, in: 落户, after: [water-use-plan] }
      - { item: water-use-plan, in: 用水, when: own-well=是, after: [residence-endorsement], shares: [居民身份证] }`,
  good: `files:
  bundles/move-to-county.yaml:
    items:
      - { item: residence-endorsement, in: 落户 }
      - { item: water-use-plan, in: 用水, when: own-well=是, after: [residence-endorsement], shares: [居民身份证] }`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    for (const chain of [judged.whole, ...judged.cases]) {
      for (const circle of chain.schedule.circles) yield reportOf(circle, judged);
    }
  }),
};

function reportOf(circle: readonly string[], judged: Judged): Report {
  const [first = '', ...others] = circle;
  const before = others.at(-1) ?? first;
  const at = judged.bundle.items.findIndex(({ item }) => item === first);
  const place = judged.bundle.items[at]?.after?.indexOf(before) ?? -1;
  const names = [...circle, first].map((id) => `“${nameOf(judged, id)}”`).join('→');
  return {
    pointer: place === -1 ? `/items/${at}/item` : `/items/${at}/after/${place}`,
    message: say(`前后顺序绕成了圈：${names}`, `a circle: ${[...circle, first].join(' → ')}`),
    hint: say(
      '去掉其中一个前序，或者改为承诺先办（promise: true）',
      'take out one of these waits, or let one begin on a promise',
    ),
  };
}
