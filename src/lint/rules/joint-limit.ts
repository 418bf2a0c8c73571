import { say } from '../../model/words.ts';
import { toWorkingDays } from '../../text/working-days.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle } from '../chains/judge.ts';
import { policyOf, readLimit } from '../limits.ts';
import type { Report, Rule } from '../rule.ts';

/** Licences handled jointly take at most 45 working days, with leave 15 more. */
export const jointLimit: Rule = {
  id: 'joint-limit',
  severity: 'error',
  title: say('联合办理超过法定最长时限', 'joint handling exceeds the legal maximum'),
  why: say(
    '行政许可统一办理、联合办理、集中办理的，不得超过45日；经本级人民政府负责人批准可以延长15日。都以工作日计算。',
    'Licences handled jointly take at most 45 working days, with leave 15 more.',
  ),
  citation: '《中华人民共和国行政许可法》第四十二条第二款',
  bad: 'joint: [明白县住房和城乡建设局]\nlimits: { statutory: null, committed: 65个工作日 }\nfaq: []',
  good: 'joint: [明白县住房和城乡建设局]\nlimits: { statutory: 45个工作日, committed: 3个工作日 }',
  *item({ value }, { catalog }) {
    if (value.type !== '行政许可' || (value.joint ?? []).length === 0) return;
    const committed = value.limits?.committed;
    yield* tooLong('/limits/committed', committed, policyOf(catalog));
  },
  facts: chainFacts,
  catalog: eachBundle(function* ({ bundle, whole, catalog }) {
    // The article speaks of licences; a bundle without one may take as long as its items do.
    if (!whole.members.some(({ item }) => item.type === '行政许可')) return;
    yield* tooLong('/committed', bundle.committed, policyOf(catalog));
  }),
};

function* tooLong(
  pointer: string,
  text: string | undefined,
  policy: Parameters<typeof toWorkingDays>[1],
): Iterable<Report> {
  const limit = readLimit(pointer, text)?.limit;
  const days = limit === undefined ? 0 : toWorkingDays(limit, policy);
  if (days <= 45) return;
  const sure = days > 60;
  yield {
    pointer,
    message: say(
      `联合办理的承诺时限“${text}”超过45个工作日${sure ? '，延长15个工作日也不够' : ''}`,
      `joint handling in “${text}” exceeds 45 working days${sure ? ', even with 15 more' : ''}`,
    ),
    hint: say('承诺时限改为45个工作日以内', 'commit to at most 45个工作日'),
    ...(sure ? {} : { severity: 'warning' as const }),
  };
}
