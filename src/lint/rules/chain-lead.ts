import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle } from '../chains/judge.ts';
import type { Rule } from '../rule.ts';

/** Who leads handles something of it himself. */
export const chainLead: Rule = {
  id: 'chain-lead',
  severity: 'warning',
  title: say('牵头部门不办其中任何一项', 'a lead that handles none of it'),
  why: say(
    '牵头部门自己没有事项在里面，就说不清进度，出了问题也协调不动。',
    'A department that handles none of the members cannot answer for their progress.',
  ),
  bad: `files:
  departments/health.yaml: { id: health, name: 明白县卫生健康委员会 }
  bundles/move-to-county.yaml: { lead: health }`,
  good: `files:
  bundles/move-to-county.yaml: { lead: police }`,
  facts: chainFacts,
  catalog: eachBundle(function* ({ bundle, whole, catalog }) {
    const { members } = whole;
    if (members.length < bundle.items.length || !catalog.departments.has(bundle.lead)) return;
    if (members.some(({ item }) => item.department === bundle.lead)) return;
    const name = catalog.departments.get(bundle.lead)?.value.name ?? bundle.lead;
    const offices = [...new Set(members.map(({ office }) => office))].join('、');
    yield {
      pointer: '/lead',
      message: say(
        `牵头部门“${name}”不办其中任何一项`,
        `${bundle.lead} handles none of the members`,
      ),
      hint: say(`从这些部门里选：${offices}`, `one of: ${offices}`),
    };
  }),
};
