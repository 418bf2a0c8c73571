/** What the package chinese-days knows of one kind of day: date → `English,中文,days`. */
type Days = Readonly<Record<string, string>>;

/**
 * The State Council's yearly notices as a table of one line a year, from the data of the package
 * chinese-days, so that the program itself needs neither the package nor its 37 kB.
 */
export function generateCalendar(data: string, version: string): string {
  const { holidays, workdays } = JSON.parse(data) as { holidays: Days; workdays: Days };
  const years = [...new Set(Object.keys(holidays).map((date) => date.slice(0, 4)))].sort();
  const lines = years.map((year) => `  ${year}: '${noticeOf(year, holidays, workdays)}',\n`);
  return [
    `/** Where the table comes from. */\nexport const CALENDAR_SOURCE = 'chinese-days ${version}';\n\n`,
    '/** Days off (MMDD or a span) and make-up days (班MMDD) of each holiday, by year. */\n',
    'export const ANNOUNCED: Readonly<Record<number, string | undefined>> = {\n',
    ...lines,
    '};\n',
  ].join('');
}

function noticeOf(year: string, holidays: Days, workdays: Days): string {
  const parts = new Map<string, string[]>();
  const partsOf = (name: string): string[] => {
    const list = parts.get(name) ?? [];
    parts.set(name, list);
    return list;
  };
  for (const [name, dates] of byName(year, holidays)) partsOf(name).push(...spans(dates));
  for (const [name, dates] of byName(year, workdays)) {
    partsOf(name).push(...dates.map((date) => `班${monthDay(date)}`));
  }
  return [...parts].map(([name, list]) => [name, ...list].join(' ')).join(';');
}

function byName(year: string, days: Days): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const date of Object.keys(days).sort()) {
    if (!date.startsWith(year)) continue;
    const name = days[date]?.split(',')[1] ?? '';
    names.set(name, [...(names.get(name) ?? []), date]);
  }
  return names;
}

/** Dates in order as spans of days that follow each other. */
function spans(dates: readonly string[]): string[] {
  const found: [string, string][] = [];
  for (const date of dates) {
    const last = found.at(-1);
    if (last !== undefined && Date.parse(date) - Date.parse(last[1]) === 86_400_000) last[1] = date;
    else found.push([date, date]);
  }
  return found.map(([from, to]) =>
    from === to ? monthDay(from) : `${monthDay(from)}-${monthDay(to)}`,
  );
}

function monthDay(date: string): string {
  return date.slice(5).replace('-', '');
}
