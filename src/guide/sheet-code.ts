import { createHash } from 'node:crypto';
import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';

/** What an item's sheets are made of, besides the program. */
export interface CodeSource {
  readonly item: Item;
  readonly catalog: Pick<Catalog, 'settings' | 'departments' | 'halls' | 'laws'>;
}

/** Fields of an item that no sheet says: they may change and the sheet still holds. */
const UNSAID: ReadonlySet<string> = new Set<keyof Item>([
  ...(['imported', 'owner', 'allow', 'approved', 'increase', 'aliases'] as const),
]);

const DIGESTS = new WeakMap<Item, { readonly catalog: unknown; readonly digest: string }>();

/**
 * SHA-256, in hexadecimal digits, of what an item's sheets are made of: the item, its department,
 * its halls with their windows there, laws that it names by id, and the hotline and address of the
 * site. It does not depend on the program, so that an old sheet can be told for years.
 */
export function sourceDigest({ item, catalog }: CodeSource): string {
  const known = DIGESTS.get(item);
  if (known?.catalog === catalog.halls) return known.digest;
  const text = JSON.stringify(sourceOf(item, catalog));
  const digest = createHash('sha256').update(text).digest('hex');
  DIGESTS.set(item, { catalog: catalog.halls, digest });
  return digest;
}

function sourceOf(item: Item, catalog: CodeSource['catalog']): unknown {
  const said = Object.entries(item).filter(([key]) => !UNSAID.has(key));
  const department = catalog.departments.get(item.department)?.value;
  const windows = (item.channels?.windows ?? []).map(({ hall: id, window }) => {
    const { windows: all, ...hall } = catalog.halls.get(id)?.value ?? { windows: [] };
    return [hall, all.find((each) => each.id === window)];
  });
  const { hotline, site } = catalog.settings.value;
  return [said, department, windows, lawsIn(item, catalog), hotline, site];
}

/** Name and number of the laws that are named by their id. */
function lawsIn(item: Item, { laws }: CodeSource['catalog']): unknown {
  const named = [...JSON.stringify(item).matchAll(/"law":"([a-z0-9-]+)"/g)].map(
    ([, id = '']) => id,
  );
  return [...new Set(named)].map((id) => {
    const law = laws.get(id)?.value;
    return [id, law?.name, law?.document];
  });
}

/**
 * The code of a sheet, fit to be read out on the telephone: twelve digits in three groups, the last
 * one a check digit (Luhn), from the digest of what it was made of and what kind of sheet it is.
 */
export function sheetCode(source: CodeSource, sheet: string): string {
  return codeOfDigest(sourceDigest(source), sheet);
}

/** The same from a digest. */
export function codeOfDigest(digest: string, sheet: string): string {
  const hash = createHash('sha256').update(`${digest} ${sheet}`).digest();
  const number = (hash.readBigUInt64BE(0) % 100_000_000_000n).toString().padStart(11, '0');
  const digits = `${number}${checkDigit(number)}`;
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-');
}

/** Whether digits are those of a code: a digit misheard, or two turned round, are told. */
export function isSheetCode(digits: string): boolean {
  return /^\d{12}$/.test(digits) && checkDigit(digits.slice(0, 11)) === digits[11];
}

function checkDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === digits.length % 2 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Every sheet of an item that carries a code, with what people call it. */
export function sheetsOf({ situations = [] }: Item): readonly (readonly [string, string])[] {
  return [
    ['guide', '办事指南'],
    ['notice', '一次性告知单'],
    ...situations.map(({ id, name }) => [`notice-${id}`, `一次性告知单（${name}）`] as const),
    ['label', '收件袋标签'],
    ['walkthrough', '体验核对单'],
    ['form', '办理文书'],
  ];
}

/** 校验码：1234-5678-9012. */
export function codeWord(source: CodeSource, sheet: string): string {
  return `校验码：${sheetCode(source, sheet)}`;
}
