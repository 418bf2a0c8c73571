import type { Guide } from '../../guide/guide.ts';
import type { Printed } from '../../guide/paper/printed.ts';

/** What a document says of itself. */
export interface PdfDescription {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly lang: string;
  /** YYYY-MM-DD; stands for the time of making, so that the same input gives the same bytes. */
  readonly date: string;
}

/** The code of a sheet as its foot has it: said as data too, so that no one has to read glyphs. */
function codeIn(foot: string): string {
  return /校验码：[\d-]+/.exec(foot)?.[0] ?? '';
}

/** What a document made from a guide says of itself; a sheet with a foot of its own has its code. */
export function describe(guide: Guide, title: string, footer = ''): PdfDescription {
  const { catalogue, version, path, reviewed, effective, edition = '' } = guide.provenance;
  const dates = [reviewed, effective, '2000-01-01'];
  return {
    title,
    author: guide.department.name,
    subject: [catalogue, version, path, codeIn(footer || edition)].filter(Boolean).join(' '),
    lang: guide.lang,
    date: dates.find((date) => date !== undefined && isDate(date)) ?? '2000-01-01',
  };
}

/** What a file made from a printed paper says of itself. */
export function describePrinted({
  title,
  subtitle,
  about,
  footer = '',
}: Pick<Printed, 'title' | 'subtitle' | 'about'> & { readonly footer?: string }): PdfDescription {
  const { author, subject, lang, date } = about;
  const name = [title, subtitle].filter((text) => text !== '').join(' ');
  return {
    title: name,
    author,
    subject: [subject, codeIn(footer)].filter(Boolean).join(' '),
    lang,
    date: date !== undefined && isDate(date) ? date : '2000-01-01',
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
