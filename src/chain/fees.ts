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

/** What is paid once for a case, in yuan; undefined where it depends on how much of something. */
function fixedAmount(standard: string): number | undefined {
  const amounts = findAmounts(standard);
  const [amount] = amounts;
  if (amount === undefined || amounts.length > 1) return undefined;
  return amount.per === undefined || ONCE.has(amount.per) ? amount.yuan : undefined;
}

const ONCE: ReadonlySet<string> = new Set(['件', '本', '证', '次', '份']);

function baseOf(name: string): string {
  return name.replace(/[（(][^（()）]*[)）]$/, '');
}

/** Who pays where nothing is said. */
export const APPLICANT = '申请人';

/** The charges of all members, and what they add up to for the applicant. */
export function feesOf(members: readonly Member[]): ChainFees {
  const charges = members.flatMap(({ id, item: { fees } }): ChainCharge[] => {
    if (!Array.isArray(fees)) return [];
    const bases = fees.map(({ name }) => baseOf(name));
    return fees.map(({ name, standard = '', payer = APPLICANT }) => {
      // 登记费（住宅） and 登记费（非住宅）: one or the other.
      const either = bases.filter((each) => each === baseOf(name)).length > 1;
      const single = either ? undefined : fixedAmount(standard);
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
