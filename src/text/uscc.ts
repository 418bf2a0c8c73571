import { remembered } from './remember.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** What is wrong with a unified social credit code: its form, or one of its two check digits. */
export type UsccFault =
  | { readonly what: 'length' | 'alphabet' }
  | { readonly what: 'check' | 'organisation'; readonly expected: string };

/**
 * The check character that belongs after the first 17 (GB 32100-2015). The outer `mod 31` matters:
 * without it every valid code that ends in 0 is refused.
 */
export function usccCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => {
    return total + weight * ALPHABET.indexOf(first17[at] ?? '');
  }, 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/** The check character of an organisation code's first 8 characters (GB 11714-1997). */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, at) => {
    return total + weight * ORGANISATION.indexOf(first8[at] ?? '');
  }, 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/** The first fault of a 统一社会信用代码 of 18 characters; undefined when both checks hold. */
export const usccFault: (code: string) => UsccFault | undefined = remembered(readFault);

function readFault(code: string): UsccFault | undefined {
  if (code.length !== 18) return { what: 'length' };
  if (!/^[1-9A-HJ-NP-RTUWXY][1-9][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) {
    return { what: 'alphabet' };
  }
  const check = usccCheckCharacter(code.slice(0, 17));
  if (check !== code[17]) return { what: 'check', expected: check };
  const organisation = organisationCheckCharacter(code.slice(8, 16));
  if (organisation !== code[16]) return { what: 'organisation', expected: organisation };
  return undefined;
}
