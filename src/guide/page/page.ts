import type { Block, Bring, BringGroup, Fact, Link, Section } from '../guide.ts';

/** A `<meta>` of a page, e.g. SiteName. */
export interface Meta {
  readonly name: string;
  readonly content: string;
}

/** What stands around every page: names, navigation, marks. */
export interface Frame {
  readonly title: string;
  readonly publisher: string;
  readonly lang: string;
  /** Main navigation, the same on every page. */
  readonly nav: readonly Link[];
  /** Metas that are the same on every page: SiteName, SiteDomain, SiteIDCode. */
  readonly metas: readonly Meta[];
  readonly marks: readonly Fact[];
  readonly links: readonly Link[];
  /** Address of the site without a slash at the end; empty when it is not known. */
  readonly site: string;
}

/** What the head of any page needs. */
export interface PageHead {
  /** Path of the page's file below the output's root. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** From the front page down to the page's parent. */
  readonly crumbs: readonly Link[];
  readonly metas: readonly Meta[];
}

/** A section of a page; a folded one is closed until opened, and printed open. */
export interface PageSection {
  readonly id: string;
  readonly heading: string;
  readonly folded: boolean;
  readonly blocks: readonly Block[];
}

/** A section of a guide as it stands on a page that lists: open, under its own heading. */
export function openSection({ id, heading, blocks }: Section): PageSection {
  return { id, heading, folded: false, blocks };
}

/** A situation's tick list with the notice sheet next to the page, where one is made. */
export interface SheetGroup extends BringGroup {
  readonly sheet?: Link;
}

/** The tick lists as a section of the page. */
export interface BringSection extends Bring {
  readonly heading: string;
  readonly groups: readonly SheetGroup[];
}

/** An item's page: the Guide's words in the order a citizen asks for them. */
export interface ItemPage extends PageHead {
  readonly id: string;
  readonly department: string;
  readonly summary: string;
  /** What the item is known for: 最多跑一次, 全程网办 … */
  readonly tags: readonly string[];
  readonly box: readonly Fact[];
  /** Where to begin online. */
  readonly start?: Link;
  readonly first: readonly PageSection[];
  readonly bring?: BringSection;
  readonly rest: readonly PageSection[];
  readonly trail: readonly Fact[];
  /** 内容有误: whom to tell. */
  readonly report: readonly Fact[];
}
