import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, type Judged } from '../chains/judge.ts';
import type { Report, Rule } from '../rule.ts';

/** A joint act joins at least two members; stages are those of the bundle. */
export const chainJoint: Rule = {
  id: 'chain-joint',
  severity: 'error',
  title: say('联合办理没有可以联合的事项', 'a joint act that joins nothing'),
  why: say(
    '联合勘验、联合验收是几个事项合成一次，参加的事项要在这件事里，至少两项。',
    'A joint act makes one of the acts of at least two members.',
  ),
  bad: `files:
  bundles/move-to-county.yaml:
    joint: [{ name: 联合勘验, members: [residence-endorsement], lead: police }]`,
  good: `files:
  bundles/move-to-county.yaml:
    joint: [{ name: 联合勘验, members: [residence-endorsement, water-use-plan], lead: police }]`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    yield* acts(judged);
    yield* stages(judged);
  }),
};

function* acts({ bundle }: Judged): Iterable<Report> {
  const here = new Set(bundle.items.map(({ item }) => item));
  for (const [at, { name, members }] of (bundle.joint ?? []).entries()) {
    const stranger = members.findIndex((id) => !here.has(id));
    if (stranger !== -1) {
      yield {
        pointer: `/joint/${at}/members/${stranger}`,
        message: say(
          `“${name}”的“${members[stranger]}”不在这件事里`,
          `“${members[stranger]}” of ${name} is no member of this bundle`,
        ),
        hint: say('把它加到包含事项里，或者去掉', 'make it a member, or take it out'),
      };
    } else if (new Set(members).size < 2) {
      yield {
        pointer: `/joint/${at}/members`,
        message: say(`“${name}”只有一个事项，没有可以联合的`, `${name} joins one item only`),
        hint: say('写至少两个事项', 'name at least two members'),
      };
    }
  }
}

function* stages({ bundle }: Judged): Iterable<Report> {
  const known = (bundle.stages ?? []).map(({ name }) => name);
  for (const [at, { in: stage }] of bundle.items.entries()) {
    if (stage === undefined || known.includes(stage)) continue;
    yield {
      pointer: `/items/${at}/in`,
      message: say(`没有“${stage}”这个阶段`, `there is no stage “${stage}”`),
      hint: say(`可用：${known.join('、') || '先写 stages'}`, known.join(', ')),
    };
  }
}
