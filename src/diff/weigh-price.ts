import { findAmounts } from '../text/money.ts';
import { heavier, lighter, neutral, UNSURE, type Weight } from './weight.ts';

const FREE = /^(?:不收费|免费|免收|0元.*)$/;

/** Whether a text or a list says that nothing is charged. */
export function isFree(value: unknown): boolean {
  return typeof value === 'string' && FREE.test(value.trim());
}

/** Dearer is heavier, amount by amount where there are several for the same. */
export function weighPrice(before: unknown, after: unknown): Weight {
  if (before === undefined || after === undefined) return UNSURE;
  const more = heavier('收费变高', 'dearer');
  const less = lighter('收费变低', 'cheaper');
  if (isFree(before) || isFree(after)) return isFree(after) ? less : more;
  const [old, now] = [findAmounts(String(before)), findAmounts(String(after))];
  const same = old.length === now.length && old.every(({ per }, at) => per === now[at]?.per);
  if (old.length === 0 || !same) return UNSURE;
  const steps = now.map(({ yuan }, at) => yuan - (old[at]?.yuan ?? yuan));
  if (steps.some((step) => step > 0)) return more;
  return steps.some((step) => step < 0) ? less : neutral('金额没有变', 'the amounts are the same');
}
