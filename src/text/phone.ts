import { toHalfWidth } from './numeral.ts';
import { remembered } from './remember.ts';
import { THREE_DIGITS } from './triggers.ts';

/** What a telephone number is by its form. */
export type PhoneKind = 'landline' | 'no-area' | 'mobile' | 'hotline' | 'toll-free' | 'unknown';

/** One number as written, with its place in characters of the text and its bare digits; who is
 * to be reached may stand before it or in brackets after it. */
export interface Phone {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: PhoneKind;
  readonly digits: string;
}

const EXTENSION = '(?:\\s*(?:转|-)\\s*\\d{1,6})?';
const FORMS: readonly (readonly [PhoneKind, RegExp])[] = [
  ['landline', new RegExp(`^(?:\\(0\\d{2,3}\\)|0\\d{2,3}[-— ]?)\\d{7,8}${EXTENSION}$`)],
  ['mobile', /^(?:\+?86-?)?1[3-9]\d{9}$/],
  ['toll-free', /^[48]00-?\d{3,4}-?\d{3,4}$/],
  ['hotline', /^(?:0\d{2,3}-)?(?:1[012]\d{1,4}|9[56]\d{3,4})$/],
  ['no-area', new RegExp(`^[2-8]\\d{6,7}${EXTENSION}$`)],
];

/** The numbers of a telephone field: separated by 、 or other stops, each with its kind. */
export const readPhones: (text: string) => readonly Phone[] = remembered(splitPhones);

function splitPhones(text: string): readonly Phone[] {
  const phones: Phone[] = [];
  for (const match of text.matchAll(/[^、，,；;/\n]+/g)) {
    const written = match[0].trim();
    if (written === '') continue;
    const start = match.index + match[0].indexOf(written);
    phones.push(phoneOf(written, start));
  }
  return phones;
}

function phoneOf(text: string, start: number): Phone {
  const clean = toHalfWidth(text)
    .replace(/[－–]/g, '-')
    .replace(/\s*\([^()\d][^()]*\)$/, '')
    .replace(/^[\u4e00-\u9fff]{2,12}[::]?\s*/, '');
  const kind = FORMS.find(([, form]) => form.test(clean))?.[0] ?? 'unknown';
  return { text, start, end: start + text.length, kind, digits: clean.replace(/\D/g, '') };
}

const IN_PROSE =
  /(?<![\d.-])(?:\(?0\d{2,3}\)?[-— ]?\d{7,8}|[48]00-?\d{3,4}-?\d{3,4}|1[3-9]\d{9})(?![\d.])/g;

/** Every such number has three digits in a row. */
export const PHONE_WORDS: readonly string[] = [THREE_DIGITS];

/** Landline, toll-free and mobile numbers that stand in running text. */
export function findPhones(text: string): Phone[] {
  const half = toHalfWidth(text).replace(/[－–]/g, '-');
  return [...half.matchAll(IN_PROSE)].map(({ 0: found, index }) => phoneOf(found, index));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Resident identity numbers with a right check digit (GB 11643-1999), as places in the text. */
export function findIdentityNumbers(text: string): [start: number, end: number][] {
  const places: [number, number][] = [];
  for (const { 0: found, index } of text.matchAll(/(?<![\dA-Z])\d{17}[\dXx](?![\dA-Z])/g)) {
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(found[at]), 0);
    const dated = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(found);
    if (dated && '10X98765432'[sum % 11] === found[17]?.toUpperCase()) {
      places.push([index, index + 18]);
    }
  }
  return places;
}
