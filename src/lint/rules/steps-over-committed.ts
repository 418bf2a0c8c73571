import type { Item, Step } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { formatDuration, parseDuration } from '../../text/duration.ts';
import { type DayPolicy, toWorkingDays } from '../../text/working-days.ts';
import { spelt } from '../key-words.ts';
import { policyOf } from '../limits.ts';
import type { Rule } from '../rule.ts';

/** The steps that count must fit into the limit that is promised. */
export const stepsOverCommitted: Rule = {
  id: 'steps-over-committed',
  severity: 'error',
  title: say('各环节时限之和超过承诺办结时限', 'the steps take longer than the commitment'),
  why: say(
    '计入时限的环节加起来比承诺的时间长，承诺就兑现不了。',
    'When the counted steps add up to more than the commitment, it cannot be kept.',
  ),
  citation: '《优化营商环境条例》第三十六条',
  bad: `limits: { committed: 3个工作日 }
steps: [{ name: 审查, role: 审查岗, limit: 5个工作日 }, { name: 决定, role: 分管负责人, limit: 1个工作日 }]`,
  good: `limits: { committed: 3个工作日 }
steps: [{ name: 审查, role: 审查岗, limit: 1个工作日 }, { name: 决定, role: 分管负责人, limit: 1个工作日 }]`,
  *item({ value, source }, { catalog }) {
    const policy = policyOf(catalog);
    for (const { pointer, text, situation } of commitments(value)) {
      const limit = parseDuration(text);
      if (limit === undefined) continue;
      const steps = (value.steps ?? []).filter((step) => counts(step, value, situation));
      const sum = steps.reduce((total, step) => total + daysOf(step, policy), 0);
      const most = limit.unit === '即时' ? 1 : toWorkingDays(limit, policy);
      if (sum <= most + 1e-6) continue;
      const total = formatDuration({ amount: Number(sum.toFixed(2)), unit: '工作日' });
      yield {
        pointer,
        message: say(
          `计入时限的${steps.length}个环节合计${total}，超过承诺办结时限“${text}”`,
          `the ${steps.length} counted steps add up to ${total}, more than the committed “${text}”`,
        ),
        hint: spelt(
          source,
          say(
            '缩短环节时限；不计入承诺时限的环节写 {steps.0.counted}: 否',
            'shorten steps, or write {steps.0.counted}: 否 at those that do not count',
          ),
        ),
      };
    }
  },
};

interface Commitment {
  readonly pointer: string;
  readonly text: string;
  readonly situation?: string;
}

function commitments(item: Item): Commitment[] {
  const own = (item.situations ?? []).flatMap(({ id, committed }, at) => {
    if (committed === undefined) return [];
    return [{ pointer: `/situations/${at}/committed`, text: committed, situation: id }];
  });
  const { committed } = item.limits ?? {};
  if (committed === undefined) return own;
  const rest = (item.situations ?? []).filter((each) => each.committed === undefined);
  const main = { pointer: '/limits/committed', text: committed };
  const worst = rest.map((each) => ({ ...main, situation: each.id }));
  return [...(worst.length > 0 ? worst.slice(0, 1) : own.length > 0 ? [] : [main]), ...own];
}

function counts(step: Step, item: Item, situation: string | undefined): boolean {
  const { acceptance, includes_delivery: delivery, starts } = item.limits ?? {};
  if (step.counted === false) return false;
  if (step.situations !== undefined) {
    if (situation === undefined || !step.situations.includes(situation)) return false;
  }
  if (delivery === false && (step.kind === '制证' || step.kind === '送达')) return false;
  const before = step.kind === '接件' || step.kind === '受理';
  return !(before && starts === '受理' && acceptance !== undefined);
}

function daysOf(step: Step, policy: DayPolicy): number {
  const limit = parseDuration(step.limit ?? '');
  return limit === undefined ? 0 : toWorkingDays(limit, policy);
}
