import { say, type Words } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** An item takes effect before it is cancelled, and is not reviewed in the future. */
export const datesOutOfOrder: Rule = {
  id: 'dates-out-of-order',
  severity: 'error',
  title: say('日期前后矛盾', 'dates out of order'),
  why: say(
    '取消日期不能早于实施日期，核验日期不能在今天以后，已过取消日期的事项不能还是在用。',
    'Cancelled before effective, reviewed in the future, in use after its end: one is wrong.',
  ),
  bad: 'effective: 2026-01-01\ncancelled: 2025-01-01',
  good: 'effective: 2026-01-01\ncancelled: 2099-01-01',
  *item({ value }, { today }) {
    const { effective, cancelled, reviewed, state = '在用' } = value;
    const report = (
      pointer: string,
      message: Words,
    ): { pointer: string; message: Words; hint: Words } => {
      return { pointer, message, hint: say('改正写错的日期或者事项状态', 'mend the wrong date') };
    };
    if (effective !== undefined && cancelled !== undefined && cancelled <= effective) {
      yield report(
        '/cancelled',
        say(
          `取消日期${cancelled}不晚于实施日期${effective}`,
          `cancelled ${cancelled}, not after effective ${effective}`,
        ),
      );
    } else if (cancelled !== undefined && cancelled <= today && state !== '取消') {
      yield report(
        '/cancelled',
        say(
          `${cancelled}已经取消，事项状态却是${state}`,
          `cancelled on ${cancelled}, yet its state is ${state}`,
        ),
      );
    }
    if (reviewed !== undefined && reviewed > today) {
      yield report(
        '/reviewed',
        say(`核验日期${reviewed}在今天以后`, `reviewed on ${reviewed}, which is in the future`),
      );
    }
  },
};
