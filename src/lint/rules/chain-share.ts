import { paperName } from '../../chain/passes.ts';
import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, type Judged, nameOf } from '../chains/judge.ts';
import type { Report, Rule } from '../rule.ts';

/** What is shared is a material of whoever uses it, and comes from whoever is before. */
export const chainShare: Rule = {
  id: 'chain-share',
  severity: 'error',
  title: say('共享材料对不上', 'a shared paper that is none'),
  why: say(
    '写了“不再交”的材料，后面的事项里要有这一份，而且要由前面的事项办出来；写错了，申请人到窗口还要补交。',
    'What need not be handed in again is a material of that item, made by one before it.',
  ),
  bad: `files:
  bundles/move-to-county.yaml:
    items:
      - { item: residence-endorsement, in: 落户 }
      - { item: water-use-plan, in: 用水, when: own-well=是, after: [residence-endorsement], shares: [护照] }`,
  good: `files:
  bundles/move-to-county.yaml:
    items:
      - { item: residence-endorsement, in: 落户 }
      - { item: water-use-plan, in: 用水, when: own-well=是, after: [residence-endorsement], shares: [居民身份证] }`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    yield* shares(judged);
    yield* passes(judged);
  }),
};

function* shares(judged: Judged): Iterable<Report> {
  const { bundle, world } = judged;
  for (const [at, { item, shares: names = [] }] of bundle.items.entries()) {
    const materials = world.itemOf(item)?.materials;
    if (materials === undefined) continue;
    const known = new Set(materials.map(({ name }) => paperName(name)));
    for (const [place, name] of names.entries()) {
      if (known.has(paperName(name))) {
        yield* wrongWay(judged, item, name, `/items/${at}/shares/${place}`);
        continue;
      }
      yield {
        pointer: `/items/${at}/shares/${place}`,
        message: say(
          `“${nameOf(judged, item)}”没有“${name}”这份材料`,
          `${item} does not ask for “${name}”`,
        ),
        hint: say('写这个事项的材料名称', 'write the name of one of its materials'),
      };
    }
  }
}

function* passes(judged: Judged): Iterable<Report> {
  const { bundle, world } = judged;
  const here = new Set(bundle.items.map(({ item }) => item));
  for (const [at, { from, to, material }] of (bundle.passes ?? []).entries()) {
    const materials = world.itemOf(to)?.materials;
    const known = materials?.some(({ name }) => paperName(name) === paperName(material));
    if (!here.has(from) || !here.has(to)) {
      const [key, id] = here.has(from) ? ['to', to] : ['from', from];
      yield {
        pointer: `/passes/${at}/${key}`,
        message: say(`“${id}”不在这件事里`, `“${id}” is no member of this bundle`),
      };
    } else if (known === false) {
      yield {
        pointer: `/passes/${at}/material`,
        message: say(
          `“${nameOf(judged, to)}”没有“${material}”这份材料`,
          `${to} does not ask for “${material}”`,
        ),
      };
    } else if (isAfter(judged, from, to)) {
      yield backwards(judged, from, to, `/passes/${at}/from`);
    }
  }
}

/** A share whose paper is made by a member that comes later. */
function* wrongWay(judged: Judged, user: string, name: string, pointer: string): Iterable<Report> {
  const maker = judged.bundle.items.find(({ item }) => {
    const result = judged.world.itemOf(item)?.result?.name;
    return item !== user && result !== undefined && paperName(result) === paperName(name);
  });
  if (maker !== undefined && isAfter(judged, maker.item, user)) {
    yield backwards(judged, maker.item, user, pointer);
  }
}

function backwards(judged: Judged, from: string, to: string, pointer: string): Report {
  const [maker, user] = [nameOf(judged, from), nameOf(judged, to)];
  return {
    pointer,
    message: say(
      `“${maker}”排在“${user}”后面，它的结果不能给“${user}”用`,
      `${from} comes after ${to}: its result cannot serve there`,
    ),
    hint: say('对调先后，或者去掉这份共享', 'change the order, or take the share out'),
  };
}

/** Whether the file says that `a` waits, by however many between, for `b`. */
function isAfter({ bundle }: Judged, a: string, b: string): boolean {
  const seen = new Set<string>();
  const open = [a];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const after = bundle.items.flatMap((step) => (step.item === id ? (step.after ?? []) : []));
    if (after.includes(b)) return true;
    open.push(...after);
  }
  return false;
}
