/** The days off that every year has, as the Regulation on Public Holidays names them. */
interface Festival {
  readonly name: string;
  /** MMDD to MMDD, both ends included: the days on which it can fall. */
  readonly from: string;
  readonly to: string;
  /** Days off that are entered within that span, at least. */
  readonly least: number;
}

/** 《全国年节及纪念日放假办法》第二条; 春节、端午、中秋 move with the moon. */
const FESTIVALS: readonly Festival[] = [
  { name: '元旦', from: '0101', to: '0101', least: 1 },
  { name: '春节', from: '0120', to: '0224', least: 4 },
  { name: '清明节', from: '0404', to: '0406', least: 1 },
  { name: '劳动节', from: '0501', to: '0502', least: 2 },
  { name: '端午节', from: '0527', to: '0626', least: 1 },
  { name: '国庆节', from: '1001', to: '1003', least: 3 },
];

/** Days of the National Day week; more than so many hold 中秋, too. */
const NATIONAL_WEEK = 7;

/** The festivals of a year that no day off is entered for; none when its notice is there. */
export function missingFestivals(year: number, holidays: readonly string[]): readonly string[] {
  const days = new Set(
    holidays
      .filter((date) => date.startsWith(`${year}-`))
      .map((date) => date.slice(5).replace('-', '')),
  );
  const within = (from: string, to: string) =>
    [...days].filter((day) => day >= from && day <= to).length;
  const missing = FESTIVALS.filter(({ from, to, least }) => within(from, to) < least);
  const autumn = within('0907', '0930') > 0 || within('1001', '1010') > NATIONAL_WEEK;
  return [...missing.map(({ name }) => name), ...(autumn ? [] : ['中秋节'])];
}
