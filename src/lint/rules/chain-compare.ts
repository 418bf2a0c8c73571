import { dayWords } from '../../chain/day-words.ts';
import { daysOf } from '../../chain/limits.ts';
import { say, type Words } from '../../model/words.ts';
import { compare } from '../../stats/rational.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, type Judged } from '../chains/judge.ts';
import type { Report, Rule } from '../rule.ts';

/** What is published of before and after is what comes out of the items. */
export const chainCompare: Rule = {
  id: 'chain-compare',
  severity: 'warning',
  title: say('改革前后的数与算出来的对不上', 'before and after that the items refute'),
  why: say(
    '“从15份减到6份”这样的数，由各事项的材料、环节、次数算得出来；写的数和算的数不同，公布出去就是错的。',
    'Such numbers follow from the members; those published have to be the same.',
  ),
  bad: `files:
  bundles/move-to-county.yaml: { now: { materials: 7 } }`,
  good: `files:
  bundles/move-to-county.yaml: { now: null }`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    yield* counts(judged);
    yield* limits(judged);
  }),
};

const KEYS = ['materials', 'visits', 'steps'] as const;
const NAMES = { materials: '材料', visits: '跑动', steps: '环节' } as const;

function* counts({ bundle, whole }: Judged): Iterable<Report> {
  const found = { materials: whole.papers, visits: whole.visits, steps: whole.steps };
  for (const key of KEYS) {
    const { before, after, unknown } = found[key];
    if (unknown.length > 0 || whole.members.length < bundle.items.length) continue;
    const [was, is] = [bundle.before?.[key], bundle.now?.[key]];
    // Before the reform it may have been more than each alone asks for today; less it was not.
    if (was !== undefined && was < before) {
      const zh = `改革前写${was}，可是现在分开办就要${before}`;
      yield report(`/before/${key}`, key, say(zh, `${was} before, but ${before} alone today`));
    }
    if (is !== undefined && is !== after) {
      const zh = `改革后写${is}，算出来是${after}`;
      yield report(`/now/${key}`, key, say(zh, `${is} is written, ${after} comes out`));
    }
  }
}

function report(pointer: string, key: (typeof KEYS)[number], words: Words): Report {
  return {
    pointer,
    message: say(`${NAMES[key]}：${words.zh}`, `${key}: ${words.en}`),
    hint: say('改成算出来的数，或者不写，由程序算', 'write what comes out, or leave it out'),
  };
}

function* limits({ bundle, whole, world }: Judged): Iterable<Report> {
  const { serial, critical } = whole.schedule;
  const was = daysOf(bundle.before?.limit, world.policy).days;
  if (was !== undefined && serial !== undefined && compare(was, serial) < 0) {
    yield {
      pointer: '/before/limit',
      message: say(
        `时长：改革前写“${bundle.before?.limit}”，可是现在分开办就要${dayWords(serial)}`,
        `“${bundle.before?.limit}” before, but ${dayWords(serial)} alone today`,
      ),
    };
  }
  const is = daysOf(bundle.now?.limit, world.policy).days;
  const wanted = daysOf(bundle.committed, world.policy).days ?? critical;
  if (is !== undefined && wanted !== undefined && compare(is, wanted) !== 0) {
    yield {
      pointer: '/now/limit',
      message: say(
        `时长：改革后写“${bundle.now?.limit}”，${bundle.committed === undefined ? '算出来' : '统一承诺时限'}是${dayWords(wanted)}`,
        `“${bundle.now?.limit}” is written, ${dayWords(wanted)} comes out`,
      ),
    };
  }
}
