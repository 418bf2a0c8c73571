import type { SharedCatalog } from '../../model/catalog.ts';
import type { Fact, Link } from '../guide.ts';
import { HOME, pageMetas } from '../page/frame.ts';
import type { PageHead, PageSection } from '../page/page.ts';

/** One item as a list shows it. */
export interface ListEntry {
  readonly title: string;
  readonly href: string;
  readonly department: string;
  /** Empty in a long list. */
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly tags: readonly string[];
}

/** Entries under a heading; the heading of a page's only group may be empty. */
export interface ListGroup {
  readonly id: string;
  readonly heading: string;
  readonly entries: readonly ListEntry[];
}

/** A way to another list: its name and how much is in it. */
export interface Door {
  readonly text: string;
  readonly href: string;
  readonly note: string;
}

/** A page that lists: doors to other lists, groups of items, sections of blocks. */
export interface ListPage extends PageHead {
  /** What stands in the list, in one sentence. */
  readonly lead: string;
  /** 共12项; empty where nothing is counted. */
  readonly count: string;
  readonly doors: readonly Door[];
  readonly groups: readonly ListGroup[];
  readonly sections: readonly PageSection[];
  /** The same for machines. */
  readonly files: readonly Link[];
  /** A notice sheet for each way to answer a bundle's questions, by those answers. */
  readonly sheets: readonly Link[];
  /** Headings of the list, also those on its other pages. */
  readonly jump: readonly Link[];
  /** The other pages of a list that runs over several. */
  readonly pager?: Pager;
}

/** A number of the pager; a gap has no address. */
export interface PageNumber extends Link {
  readonly current: boolean;
}

/** The way to the other pages of a list. */
export interface Pager {
  /** 第2页，共5页. */
  readonly words: string;
  readonly numbers: readonly PageNumber[];
  readonly previous?: Link;
  readonly next?: Link;
}

/** What a page's author gives; the rest is empty. */
export type ListDraft = Pick<ListPage, 'path' | 'title' | 'lead'> &
  Partial<Omit<ListPage, 'metas' | 'description'>>;

/** A list page from its draft. */
export function listPage(catalog: SharedCatalog, draft: ListDraft): ListPage {
  return {
    crumbs: [HOME],
    count: '',
    doors: [],
    groups: [],
    sections: [],
    files: [],
    sheets: [],
    jump: [],
    ...draft,
    description: draft.lead,
    metas: pageMetas(catalog, '事项清单', draft.title),
  };
}

/** The crumbs of a page below a list of lists. */
export function crumbsBelow(text: string, href: string): readonly Link[] {
  return [HOME, { text, href }];
}
