import { findAmounts } from '../text/money.ts';
import type { Member } from './members.ts';

/** A charge of a member. */
export interface ChainCharge {
  readonly member: string;
  readonly name: string;
  readonly standard: string;
  readonly payer: string;
  /** In yuan; absent where the standard is no single amount. */
  readonly yuan?: number;
}

/** What a chain costs. */
export interface ChainFees {
  readonly charges: readonly ChainCharge[];
  /** What the applicant pays, as far as amounts are fixed. */
  readonly yuan: number;
  /** Names of charges whose amount depends on something. */
  readonly open: readonly string[];
  /** Ids of members that do not say what they charge. */
  readonly unknown: readonly string[];
}

/** Who pays where nothing is said. */
export const APPLICANT = '申请人';

/** The charges of all members, and what they add up to for the applicant. */
export function feesOf(members: readonly Member[]): ChainFees {
  const charges = members.flatMap(({ id, item: { fees } }): ChainCharge[] => {
    if (!Array.isArray(fees)) return [];
    return fees.map(({ name, standard = '', payer = APPLICANT }) => {
      const amounts = findAmounts(standard);
      const single = amounts.length === 1 ? amounts[0]?.yuan : undefined;
      return {
        member: id,
        name,
        standard,
        payer,
        ...(single === undefined ? {} : { yuan: single }),
      };
    });
  });
  const own = charges.filter(({ payer }) => payer === APPLICANT);
  const unknown = members.filter(
    ({ item: { fees } }) => fees === undefined || (typeof fees === 'string' && fees !== '不收费'),
  );
  return {
    charges,
    yuan: own.reduce((sum, { yuan }) => sum + (yuan ?? 0), 0),
    open: own.flatMap(({ name, yuan }) => (yuan === undefined ? [name] : [])),
    unknown: unknown.map(({ id }) => id),
  };
}
