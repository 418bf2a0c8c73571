import type { Block, Fact, Inline } from '../guide.ts';

/** A link whose address is below the output's root, or a full one. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

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

/** A line of the tick list. */
export interface Tick {
  /** Stable within the page: what is ticked is remembered under it. */
  readonly key: string;
  readonly name: string;
  /** Form, copies, source: short words. */
  readonly details: readonly string[];
  readonly files: readonly Inline[];
  /** What is asked of the material: criteria, filling, mistakes. */
  readonly asked: readonly Fact[];
}

/** What to bring in one situation: a section of its own that needs no script. */
export interface BringGroup {
  readonly id: string;
  /** Name of the situation; empty when the materials do not depend on one. */
  readonly name: string;
  readonly lead: string;
  readonly count: string;
  readonly ticks: readonly Tick[];
  /** The notice sheet of this situation, next to the page, where one is made. */
  readonly sheet?: Link;
  /** 免提交: what is obtained for the applicant, and how. */
  readonly waived: readonly Tick[];
}

/** The tick lists of an item, one a situation. */
export interface Bring {
  readonly heading: string;
  readonly groups: readonly BringGroup[];
  readonly note: readonly Block[];
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
  readonly bring?: Bring;
  readonly rest: readonly PageSection[];
  readonly trail: readonly Fact[];
  /** 内容有误: whom to tell. */
  readonly report: readonly Fact[];
}
