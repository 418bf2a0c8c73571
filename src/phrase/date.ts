import { parseChineseNumeral, toHalfWidth } from '../text/numeral.ts';

const FORMS = [
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})[./\-—–、](\d{1,2})[./\-—–、](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const CHINESE =
  /^([零〇一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)[日号]?$/;
/** A time behind the date, as databases write it. */
const MIDNIGHT = /(?:T|(?<=\d))0?0:00(?::00(?:\.0+)?)?Z?$/;

/** The day that a text names in full, as 2026-01-01; undefined for days that no calendar has. */
export function readDate(written: string): string | undefined {
  const clean = toHalfWidth(written)
    .replace(/\s/g, '')
    .replace(MIDNIGHT, '')
    .replace(/[。.]$/, '');
  const [year, month, day] = partsOf(clean);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDay || year < 1900 || year > 2200) return undefined;
  return date.toISOString().slice(0, 10);
}

function partsOf(clean: string): (number | undefined)[] {
  for (const form of FORMS) {
    const match = form.exec(clean);
    if (match !== null) return match.slice(1).map(Number);
  }
  const chinese = CHINESE.exec(clean);
  return chinese === null ? [] : chinese.slice(1).map(parseChineseNumeral);
}

const SERIAL = /^\d{5}(?:\.0+)?$/;
/** In days: 1970-01-01 is this serial, counted from the last day of 1899 but one. */
const EPOCH = 25_569;

/** A day as spreadsheets count it (46289 is 2026-09-24), between 1954 and 2064. */
export function readSerialDate(written: string): string | undefined {
  const clean = toHalfWidth(written.trim());
  const serial = Number(clean);
  if (!SERIAL.test(clean) || serial < 20_000 || serial > 60_000) return undefined;
  return new Date((serial - EPOCH) * 86_400_000).toISOString().slice(0, 10);
}
