import type { Item } from './schema.gen.ts';

/** What an item says that charges, while names and rates are still to be put in order. */
export const CHARGED_UNSETTLED = '收费，标准待整理';

type Fees = Item['fees'];
/** One charge. */
export type Fee = Exclude<NonNullable<Fees>, string>[number];

/** The charges that are listed; none where nothing is charged, or nothing is known. */
export function listedFees(fees: Fees): readonly Fee[] {
  return Array.isArray(fees) ? fees : [];
}

/** Whether something is charged; undefined where the item does not say. */
export function isCharged(fees: Fees): boolean | undefined {
  if (fees === undefined) return undefined;
  return fees === CHARGED_UNSETTLED || listedFees(fees).length > 0;
}
