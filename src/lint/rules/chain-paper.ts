import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, nameOf } from '../chains/judge.ts';
import type { Rule } from '../rule.ts';

/** What one member gives out, no other asks for again. */
export const chainPaper: Rule = {
  id: 'chain-paper',
  severity: 'warning',
  title: say('前面办出来的，后面还要交', 'a result that is asked for again'),
  why: say(
    '同一件事里前一项的结果就是后一项的材料，由窗口内部转过去，不让申请人再交一遍。',
    'The result of one member serves the next inside the office.',
  ),
  citation: '《国务院关于在线政务服务的若干规定》第七条',
  bad: `files:
  items/water/water-use-plan.yaml:
    materials: [{ name: 居住证签注记录, kind: 证照, form: 原件, medium: 纸质, copies: 1, source: 申请人自备, necessity: 必要, criteria: 写明居住地址。 }]
  bundles/move-to-county.yaml:
    passes: null
    now: null
    items:
      - { item: residence-endorsement, in: 落户 }
      - { item: water-use-plan, in: 用水, when: own-well=是, after: [residence-endorsement] }`,
  good: `files:
  items/water/water-use-plan.yaml:
    materials: [{ name: 居住证签注记录, kind: 证照, form: 原件, medium: 纸质, copies: 1, source: 申请人自备, necessity: 必要, criteria: 写明居住地址。 }]
  bundles/move-to-county.yaml:
    passes: null
    now: null
    items:
      - { item: residence-endorsement, in: 落户 }
      - { item: water-use-plan, in: 用水, when: own-well=是, after: [residence-endorsement], shares: [居住证签注记录] }`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    const { members, passes } = judged.whole;
    for (const { from, to, at, by, material: name } of passes) {
      const user = members.find(({ id }) => id === to);
      const material = user?.materials?.find((each) => each.at === at);
      if (user === undefined || by === 'named' || material?.waived === true) continue;
      if (user.shares.includes(name)) continue;
      yield {
        pointer: `/items/${user.at}/item`,
        message: say(
          `“${user.item.name}”要的“${name}”就是“${nameOf(judged, from)}”的结果，没有写共享`,
          `${to} asks for “${name}”, which ${from} gives out`,
        ),
        hint: say(`在这个事项里加 shares: [${name}]`, `add shares: [${name}]`),
      };
    }
  }),
};
