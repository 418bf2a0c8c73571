import { dayWords } from '../../chain/day-words.ts';
import { daysOf } from '../../chain/limits.ts';
import { say } from '../../model/words.ts';
import { compare, type Rational } from '../../stats/rational.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, type Judged } from '../chains/judge.ts';
import type { Report, Rule } from '../rule.ts';

/** What is promised together is neither shorter than the longest way nor longer than all in turn. */
export const chainLimit: Rule = {
  id: 'chain-limit',
  severity: 'error',
  title: say('统一承诺时限与各事项的时限对不上', 'a joint limit that its parts refute'),
  why: say(
    '前后相接的事项加起来最长的那一串，是这件事最短的时间；承诺得比它短，一定做不到。承诺得比一项一项分开办还长，合并就没有意义。',
    'Nothing can be shorter than its longest way, nor should it be longer than all in turn.',
  ),
  bad: `files:
  items/water/water-use-plan.yaml: { case: 承诺件, review: 前审后批, examination: 实质审查, limits: { committed: 5个工作日 } }
  bundles/move-to-county.yaml: { committed: 3个工作日, before: null, now: null }`,
  good: `files:
  bundles/move-to-county.yaml: { committed: 1个工作日 }`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    const { committed } = judged.bundle;
    const promised = daysOf(committed, judged.world.policy).days;
    if (promised === undefined) return;
    yield* tooShort(judged, promised);
    yield* tooLong(judged, promised);
  }),
};

function* tooShort({ cases, bundle }: Judged, promised: Rational): Iterable<Report> {
  // What is known decides: with a limit that is not known it takes at least that.
  const least = cases.map(({ schedule }) => schedule.least).reduce(later);
  if (compare(promised, least) >= 0) return;
  const path = cases.find(({ schedule }) => schedule.least === least)?.schedule.path ?? [];
  const names = path.map((id) => bundle.items.find(({ item }) => item === id)?.item ?? id);
  const way = names.length === 0 ? '' : `（${names.join('→')}）`;
  yield {
    pointer: '/committed',
    message: say(
      `统一承诺时限“${bundle.committed}”短于各事项要用的${dayWords(least)}${way}`,
      `“${bundle.committed}” is shorter than the longest way, ${dayWords(least)}`,
    ),
    hint: say(
      `改为${dayWords(least)}以上，或者缩短其中一项`,
      'promise more, or shorten one of these',
    ),
  };
}

function* tooLong({ cases, bundle }: Judged, promised: Rational): Iterable<Report> {
  const serials = cases.map(({ schedule }) => schedule.serial);
  if (serials.length === 0 || serials.includes(undefined)) return;
  const most = serials.flatMap((each) => (each === undefined ? [] : [each])).reduce(later);
  // Where all is done at once, what is handed over still takes its time.
  if (most.n === 0n || compare(promised, most) <= 0) return;
  yield {
    pointer: '/committed',
    severity: 'warning',
    message: say(
      `统一承诺时限“${bundle.committed}”比一项接一项分开办的${dayWords(most)}还长`,
      `“${bundle.committed}” is longer than all in turn, ${dayWords(most)}`,
    ),
    hint: say(`改为${dayWords(most)}以内`, 'promise less'),
  };
}

function later(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}
