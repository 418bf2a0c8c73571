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

/** What a document made from a guide says of itself. */
export function describe(guide: Guide, title: string): PdfDescription {
  const { catalogue, version, path, reviewed, effective } = guide.provenance;
  const dates = [reviewed, effective, '2000-01-01'];
  return {
    title,
    author: guide.department.name,
    subject: [catalogue, version, path].filter((part) => part !== '').join(' '),
    lang: guide.lang,
    date: dates.find((date) => date !== undefined && isDate(date)) ?? '2000-01-01',
  };
}

/** What a file made from a printed paper says of itself. */
export function describePrinted({
  title,
  subtitle,
  about,
}: Pick<Printed, 'title' | 'subtitle' | 'about'>): PdfDescription {
  const { author, subject, lang, date } = about;
  const name = [title, subtitle].filter((text) => text !== '').join(' ');
  return {
    title: name,
    author,
    subject,
    lang,
    date: date !== undefined && isDate(date) ? date : '2000-01-01',
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
