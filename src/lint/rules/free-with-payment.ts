import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** Where nothing is charged there is nothing to pay with. */
export const freeWithPayment: Rule = {
  id: 'free-with-payment',
  severity: 'error',
  title: say('不收费却写了支付方式', 'free of charge, yet with ways to pay'),
  why: say(
    '不收费的事项没有支付方式，写了会让人以为要交钱。',
    'An item that is free has no way to pay; naming one makes people expect a fee.',
  ),
  bad: 'fees: 不收费\npayment: [网上支付]',
  good: 'fees: 不收费\npayment: null',
  *item({ value }) {
    if (value.fees !== '不收费' || (value.payment ?? []).length === 0) return;
    yield {
      pointer: '/payment',
      message: say('这一项不收费，却写了支付方式', 'nothing is charged, yet ways to pay are given'),
      hint: say('删去支付方式，或改正收费', 'delete payment, or mend the fees'),
    };
  },
};
