import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, type Judged, nameOf } from '../chains/judge.ts';
import type { Report, Rule } from '../rule.ts';

/** Every member is there once, in a situation that it has. */
export const chainMember: Rule = {
  id: 'chain-member',
  severity: 'error',
  title: say('一件事里的事项写错了', 'a member of a bundle that cannot be'),
  why: say(
    '一个事项只办一次，写的情形要在这个事项里有，前序事项要在这件事里，否则材料和时间都会算错。',
    'An item is handled once, in a situation it has, after members of the same bundle.',
  ),
  bad: `files:
  bundles/move-to-county.yaml:
    passes: null
    items:
      - { item: residence-endorsement, in: 落户, situation: renewal-by-post }
      - { item: water-use-plan, in: 用水, when: own-well=是, shares: [居民身份证] }`,
  good: `files:
  bundles/move-to-county.yaml:
    passes: null
    items:
      - { item: residence-endorsement, in: 落户 }
      - { item: water-use-plan, in: 用水, when: own-well=是, shares: [居民身份证] }`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    yield* situations(judged);
    yield* twice(judged);
    yield* strangers(judged);
  }),
};

function* situations(judged: Judged): Iterable<Report> {
  for (const [at, { item, situation }] of judged.bundle.items.entries()) {
    const found = judged.world.itemOf(item);
    if (situation === undefined || found === undefined) continue;
    const known = found.situations ?? [];
    if (known.some(({ id }) => id === situation)) continue;
    const ids = known.map(({ id }) => id).join('、');
    yield {
      pointer: `/items/${at}/situation`,
      message: say(
        `“${found.name}”没有“${situation}”这种情形`,
        `${item} has no situation “${situation}”`,
      ),
      hint: ids === '' ? say('去掉 situation', 'leave it out') : say(`可用：${ids}`, ids),
    };
  }
}

function* twice(judged: Judged): Iterable<Report> {
  for (const { members } of judged.cases) {
    for (const [at, member] of members.entries()) {
      const first = members.findIndex(({ id }) => id === member.id);
      if (first === at) continue;
      const other = members[first]?.situation?.name ?? '';
      const situation = member.situation?.name ?? '';
      const name = nameOf(judged, member.id);
      const zh =
        other === situation ? `“${name}”写了两次` : `“${name}”的“${other}”和“${situation}”会同时办`;
      yield {
        pointer: `/items/${member.at}/item`,
        message: say(zh, `${member.id} stands here twice at once`),
        hint: say('删去一个，或者用 when 写明哪种答案才办', 'take one out, or tell them by `when`'),
      };
    }
  }
}

function* strangers({ bundle }: Judged): Iterable<Report> {
  const here = new Set(bundle.items.map(({ item }) => item));
  for (const [at, step] of bundle.items.entries()) {
    for (const key of ['after', 'later'] as const) {
      for (const [place, id] of (step[key] ?? []).entries()) {
        if (here.has(id)) continue;
        yield {
          pointer: `/items/${at}/${key}/${place}`,
          message: say(`前序事项“${id}”不在这件事里`, `“${id}” is no member of this bundle`),
          hint: say('把它加到包含事项里，或者去掉', 'make it a member, or take it out'),
        };
      }
    }
  }
}
