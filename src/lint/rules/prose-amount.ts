import { CHARGED_UNSETTLED } from '../../model/fees.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { AMOUNT_WORDS, findAmounts } from '../../text/money.ts';
import { foldScript } from '../../text/script.ts';
import { findInProse, proseFinder } from '../prose.ts';
import type { Rule } from '../rule.ts';

const FEE =
  /(?:收费|收取|缴纳|缴费|交费|工本费|登记费|手续费|证书费|申请费|办证费)[^，。；\n]{0,10}$/;
const AFTER = /^(?:的)?(?:工本费|登记费|手续费|证书费|申请费|办证费)/;
const OTHER_MONEY =
  /罚款|注册资本|出资|资本金|保证金|押金|补偿|补贴|税|资助|赔偿|社会保险|保费|缴存|增减/;

const AMOUNTS = proseFinder(AMOUNT_WORDS, findAmounts);

/** An amount that the prose asks for is one of the fees. */
export const proseAmount: Rule = {
  id: 'prose-amount',
  severity: 'error',
  standsAlone: true,
  title: say('文字里的收费金额与收费栏不一致', 'prose names another amount than the fees'),
  why: say(
    '收费以收费栏公布的为准，文字里另写一个金额，就成了公布之外的收费。',
    'Only what the fees state may be charged; another amount in the prose is one too many.',
  ),
  citation: '《中华人民共和国行政许可法》第五十九条',
  bad: 'fees: 不收费\npayment: null\nfaq: [{ question: 办证要钱吗？, answer: 领证时收取工本费10元。 }]',
  good: 'fees: 不收费\npayment: null\nfaq: [{ question: 办证要钱吗？, answer: 不收费。 }]',
  *item({ value }) {
    const { fees } = value;
    if (fees === undefined || fees === CHARGED_UNSETTLED) return;
    for (const { pointer, text, found } of findInProse(value, AMOUNTS)) {
      const { start, end, yuan } = found;
      if (pointer.startsWith('/fees')) continue;
      const folded = foldScript(text);
      const clause = clauseBefore(folded, start);
      const fee = FEE.test(clause) || AFTER.test(folded.slice(end));
      if (!fee || OTHER_MONEY.test(clause) || amountsOf(value).includes(yuan)) continue;
      yield {
        pointer,
        range: [start, end],
        message: say(
          `这里写收“${text.slice(start, end)}”，收费栏${Array.isArray(fees) ? '没有这个金额' : '是不收费'}`,
          `“${text.slice(start, end)}” is asked for here; the fees do not state it`,
        ),
        hint: say('改成收费栏里的金额，或改正收费栏', 'mend whichever is wrong'),
      };
    }
  },
};

function clauseBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && !'。；\n'.includes(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** The amounts of the fees, and what is left of each when it is halved. */
function amountsOf({ fees, intermediary }: Item): number[] {
  const rows = Array.isArray(fees) ? fees : [];
  const texts = rows.flatMap(({ standard, reduction, note, when }) => {
    return [standard, reduction, note, when];
  });
  const all = [...texts, ...(intermediary ?? []).map((each) => each.fee)];
  const amounts = all.flatMap((text) => findAmounts(text ?? '').map((each) => each.yuan));
  return amounts.flatMap((yuan) => [yuan, yuan / 2]);
}
