import { CHARGED_UNSETTLED, type Fee, isCharged, listedFees } from '../../model/fees.ts';
import { say } from '../../model/words.ts';
import { looseAmount } from '../../text/loose-amount.ts';
import { findAmounts } from '../../text/money.ts';
import { type Contribution, type FigureSpec, partOf } from '../figure.ts';
import { parseRational, toPlain } from '../rational.ts';
import type { Omission } from '../selection.ts';

/** Units of which one application has one; a rate by area or weight has no total. */
const ONE_EACH = new Set(['件', '本', '证', '份', '次', '项', '套', '人', '张', '户', '例', '车']);

/** Which items cost something, and what one application of each of them costs together. */
export const FEE_FIGURES: readonly FigureSpec[] = [
  {
    key: 'charged',
    label: say('收费事项占比', 'charged items'),
    kind: 'share',
    formula: say('收费的事项 ÷ 填写了收费的事项', 'charged items ÷ items that say'),
    judge: ({ value: { fees } }) => {
      if (fees === undefined) return BLANK;
      const names = listedFees(fees).map(({ name }) => name);
      const says = Array.isArray(fees) ? names.join('、') || '不收费' : fees;
      return partOf(isCharged(fees) === true, '/fees', say(says, says));
    },
  },
  {
    key: 'fee-total',
    label: say('收费合计', 'fees in all'),
    kind: 'sum',
    unit: say('元', 'yuan'),
    formula: say(
      '每个事项办一件、每种收费各收一次，各项标准相加；按面积、重量这样按量计收的，写幅度、上限、下限、约数的，都不计入',
      'each fee once; rates by area or weight, ranges, bounds and approximations are left out',
    ),
    judge: ({ value: { fees } }) => {
      if (fees === undefined) return BLANK;
      return fees === CHARGED_UNSETTLED ? UNSETTLED : listedFees(fees).map(feeOnce);
    },
  },
];

const UNSETTLED: Omission = {
  pointer: '/fees',
  reason: say('收费，标准还没有整理', 'charged, but the rate is not settled'),
};
const BLANK: Omission = { pointer: '/fees', reason: say('没有填写收费', 'fees are blank') };

function feeOnce({ name, standard = '' }: Fee, index: number): Contribution | Omission {
  const pointer = `/fees/${index}`;
  const [amount, ...more] = findAmounts(standard);
  const yuan = amount === undefined ? undefined : parseRational(String(amount.yuan));
  if (amount === undefined || yuan === undefined) {
    const reason = say(`“${name}”没有写明金额：“${standard}”`, `“${name}” names no amount`);
    return { pointer, reason };
  }
  const loose = looseAmount(standard);
  if (loose !== undefined) {
    const reason = say(
      `“${name}”写的是幅度、上限、下限或者约数：“${loose}”`,
      `“${name}” gives a range, a bound or an approximation: “${loose}”`,
    );
    return { pointer, reason };
  }
  if (more.length > 0 || (amount.per !== undefined && !ONE_EACH.has(amount.per))) {
    const reason = say(`“${name}”分档或者按量计收：“${standard}”`, `“${name}” has several rates`);
    return { pointer, reason };
  }
  return { pointer, amount: yuan, says: say(`${name}${toPlain(yuan)}元`, `${name} ${standard}`) };
}
