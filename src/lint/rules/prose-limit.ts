import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { type Claim, findLimitClaims, LIMIT_WORDS } from '../../text/claims.ts';
import { type Duration, parseDuration } from '../../text/duration.ts';
import { compareLimits, limitPairs, policyOf } from '../limits.ts';
import { findInProse, proseFinder } from '../prose.ts';
import type { Rule } from '../rule.ts';

const KINDS = /延续|变更|补办|补领|补发|换发|换领|注销|首次|新办|新设|分别|简易/;
const LAWFUL = /法定|依法|法律|法规|条例|规定|应当|《/;

const LIMITS = proseFinder(LIMIT_WORDS, findLimitClaims);

/** The time that the prose names is the time that is promised. */
export const proseLimit: Rule = {
  id: 'prose-limit',
  severity: 'error',
  title: say('文字里的办结时间与承诺时限不一致', 'prose names another time than the limit'),
  why: say(
    '常见问题里写10个工作日、时限栏写3个工作日，群众不知道信哪一个。',
    'With ten days in an answer and three in the field, people cannot tell which holds.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'limits: { committed: 3个工作日 }\nfaq: [{ question: 多久能办好？, answer: 受理后10个工作日内办结。 }]',
  good: 'limits: { committed: 3个工作日 }\nfaq: [{ question: 多久能办好？, answer: 受理后3个工作日内办结。 }]',
  *item({ value }, { catalog }) {
    const pairs = limitPairs(value);
    const [main] = pairs;
    if (main?.committed === undefined) return;
    const promised = pairs.flatMap(({ committed }) => committed?.limit ?? []);
    const lawful = pairs.flatMap(({ statutory }) => statutory?.limit ?? []);
    const same = (a: Duration, b: Duration): boolean => {
      return equalLimits(a, b) || compareLimits(a, b, policyOf(catalog)) === 0;
    };
    for (const { pointer, text, found: claim } of findInProse(value, LIMITS)) {
      const named = promisedIn(claim.clause, value);
      if ((named ?? promised).some((limit) => same(limit, claim.value))) continue;
      if (named === undefined && KINDS.test(claim.clause.replaceAll(value.name, ''))) continue;
      if (isLawful(claim, lawful, same) || pointer.startsWith('/limits')) continue;
      yield {
        pointer,
        range: [claim.start, claim.end],
        message: say(
          `这里写“${text.slice(claim.start, claim.end)}”，承诺办结时限却是“${main.committed.text}”`,
          `it says “${claim.text}” here, but the committed limit is “${main.committed.text}”`,
        ),
        hint: say(`改成${main.committed.text}，或改正承诺时限`, 'mend whichever is wrong'),
      };
    }
  },
};

function equalLimits(a: Duration, b: Duration): boolean {
  const days = ['日', '工作日', '自然日'];
  return a.amount === b.amount && days.includes(a.unit) && days.includes(b.unit);
}

/** What is promised for the situations that a clause names; undefined when it names none. */
function promisedIn(clause: string, item: Item): Duration[] | undefined {
  const named = (item.situations ?? []).filter(({ name }) => clause.includes(name));
  if (named.length === 0) return undefined;
  return named.flatMap(
    ({ committed }) => parseDuration(committed ?? item.limits?.committed ?? '') ?? [],
  );
}

/** Whether a claim only repeats the law’s own limit. */
function isLawful(
  claim: Claim<Duration>,
  lawful: readonly Duration[],
  same: (a: Duration, b: Duration) => boolean,
): boolean {
  return lawful.some((limit) => same(limit, claim.value)) && LAWFUL.test(claim.clause);
}
