import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle } from '../chains/judge.ts';
import type { Rule } from '../rule.ts';

/** What is handled together is handled at all. */
export const chainMemberState: Rule = {
  id: 'chain-member-state',
  severity: 'error',
  title: say('一件事里有暂停或者取消的事项', 'a member that is paused or cancelled'),
  why: say(
    '群众按一件事准备好材料，其中一项已经不办了，白跑一趟。',
    'People prepare for all of it, and one part is not handled any more.',
  ),
  bad: `files:
  items/water/water-use-plan.yaml: { state: 暂停 }`,
  good: `files:
  items/water/water-use-plan.yaml: { state: 在用 }`,
  facts: chainFacts,
  catalog: eachBundle(function* ({ bundle, world }) {
    for (const [at, { item: id }] of bundle.items.entries()) {
      const item = world.itemOf(id);
      if (item?.state !== '暂停' && item?.state !== '取消') continue;
      yield {
        pointer: `/items/${at}/item`,
        message: say(`“${item.name}”已经${item.state}`, `${id} is ${item.state}`),
        hint: say('从包含事项里去掉', 'take it out of the bundle'),
      };
    }
  }),
};
