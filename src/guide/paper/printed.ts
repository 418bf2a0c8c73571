import type { Catalog } from '../../model/catalog.ts';
import type { Paper } from '../guide.ts';
import type { Subject } from '../subject.ts';

/** What a printed file says of itself, unseen on paper. */
export interface About {
  readonly lang: string;
  readonly author: string;
  /** Catalogue, version and source. */
  readonly subject: string;
  /** YYYY-MM-DD; stands for the time of making. */
  readonly date?: string;
}

/** A paper with what its file says of itself. */
export interface Printed extends Paper {
  readonly about: About;
}

/** The description of a paper about one item. */
export function aboutItem({ item, path, department, catalog }: Subject): About {
  const { title, version = '', lang = 'zh-Hans' } = catalog.settings.value;
  const date = item.reviewed ?? item.effective;
  return {
    lang,
    author: department?.name ?? item.department,
    subject: [title, item.version ?? version, path].filter((part) => part !== '').join(' '),
    ...(date === undefined ? {} : { date }),
  };
}

/** The description of a paper about several items. */
export function aboutCatalogue({ settings }: Catalog): About {
  const { title, version = '', publisher = title, lang = 'zh-Hans', date } = settings.value;
  return {
    lang,
    author: publisher,
    subject: [title, version].filter((part) => part !== '').join(' '),
    ...(date === undefined ? {} : { date }),
  };
}

/** A line to write on, as long as `count` characters. */
export function blank(count: number): string {
  return '＿'.repeat(count);
}

/** The date to be written in by hand. */
export const BLANK_DATE = `${blank(3)}年${blank(2)}月${blank(2)}日`;
