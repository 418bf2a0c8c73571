import type { DrawingBlock } from './drawing-block.ts';

/** What every guide has, be it to an item, a bundle, a hall or a department: plain JSON. */
export interface AnyGuide {
  /** Unique among the guides of its kind. */
  readonly id: string;
  /** The name of what it guides to. */
  readonly title: string;
  /** BCP 47 language of the text. */
  readonly lang: string;
  /** One plain sentence. */
  readonly summary: string;
  readonly sections: readonly Section[];
  readonly provenance: Provenance;
}

/** Of a Guide what the web page of an item says: all but the sheets of paper. */
export interface PageGuide extends AnyGuide {
  /** Id and name of the implementing body (实施主体). */
  readonly department: { readonly id: string; readonly name: string };
  /** The few facts a citizen looks for first: time, fee, visits, place. */
  readonly highlights: readonly Fact[];
  /** For paper only, where a link cannot be followed: addresses of forms and samples. */
  readonly appendix?: readonly Section[];
  /** What the web page says beside the sections. */
  readonly page: PageWords;
}

/**
 * The Guide: everything an output says about an item, as plain JSON of final strings. Renderers
 * choose nothing and word nothing, so the web page, the PDF and the notice sheet cannot disagree.
 */
export interface Guide extends PageGuide {
  /** The notice sheet for every situation at once. */
  readonly notice: Notice;
  /** One notice sheet a situation, when the item has several; else empty. */
  readonly notices: readonly SituationNotice[];
}

/** A heading and what stands under it; never empty. */
export interface Section {
  /** Stable English id, used as an anchor: `basis`, `materials`, `steps` … */
  readonly id: string;
  readonly heading: string;
  /** The heading in plain words, for a web page; absent where it is the same. */
  readonly plainHeading?: string;
  readonly blocks: readonly Block[];
}

/** What only an item's web page says, in plain words; the rest of it are the guide's sections. */
export interface PageWords {
  /** What the item is known for: 最多跑一次, 全程网办 … */
  readonly tags: readonly string[];
  /** The summary box: who, how long, how much, how often, what, where, when. */
  readonly box: readonly Fact[];
  /** Where to begin online. */
  readonly start?: Link;
  readonly bring?: Bring;
  /** Closes the steps; absent where they say themselves what they take together. */
  readonly limit?: string;
  /** Bundles (一件事) that the item is part of, and related items. */
  readonly related: readonly Inline[];
  /** Versions, dates and where the page is from. */
  readonly trail: readonly Fact[];
  /** 内容有误: whom to tell. */
  readonly report: readonly Fact[];
}

/** A link whose address is below the output's root, or a full one. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** The tick lists of an item, one a situation. */
export interface Bring {
  readonly groups: readonly BringGroup[];
  readonly note: readonly Block[];
}

/** What to bring in one situation: a section of its own that needs no script. */
export interface BringGroup {
  readonly id: string;
  /** Name of the situation; empty when the materials do not depend on one. */
  readonly name: string;
  readonly lead: string;
  readonly count: string;
  readonly ticks: readonly Tick[];
  /** 免提交: what is obtained for the applicant, and how. */
  readonly waived: readonly Tick[];
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

/** A sheet of paper to be handed out, signed or filled in, as final strings. */
export interface Paper {
  readonly title: string;
  /** Below the title; may be empty. */
  readonly subtitle: string;
  /** Above the title at the right, e.g. 编号. */
  readonly number?: string;
  /** A section without heading is set without one and not numbered. */
  readonly sections: readonly Section[];
  /** Issuer and date, one below the other at the right, where the seal goes. */
  readonly seal?: readonly string[];
  /** Labels of the lines to be filled in by hand: 告知人, 被告知人, date. */
  readonly signatures: readonly string[];
  /** Small print at the foot: version, date, source. */
  readonly footer: string;
  /** Address of the online guide for the QR code; absent when the catalogue has no site. */
  readonly code?: CodeBlock;
  /** Marks of the copies (联) when more than one is printed, each on its own sheet. */
  readonly copies?: readonly string[];
}

/** The one-time notice sheet (一次性告知单). */
export type Notice = Paper;

/** The notice sheet of one situation (情形): nothing on it is for anybody else. */
export interface SituationNotice extends Notice {
  readonly situation: { readonly id: string; readonly name: string };
}

/** Where the guide comes from, so that every printed copy can be traced. */
export interface Provenance {
  readonly catalogue: string;
  readonly version: string;
  /** Versions and dates in words, for the foot of a page. */
  readonly edition?: string;
  readonly path: string;
  readonly effective?: string;
  readonly reviewed?: string;
  readonly url?: string;
  /** The code of the guide's own sheets, and the digest of what they were made of; of items only. */
  readonly code?: string;
  readonly digest?: string;
}

/** A run of text; at most one of the marks besides strong and emphasis. */
export interface Inline {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  /** An address already checked: http, https, mailto, tel, below the output's root or `#anchor`. */
  readonly href?: string;
}

/** A label and its value, e.g. 承诺办结时限: 3个工作日. */
export interface Fact {
  readonly label: string;
  readonly value: readonly Inline[];
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: readonly Inline[];
}
export interface HeadingBlock {
  readonly kind: 'heading';
  /** 3 or 4: below the section's own heading. */
  readonly level: 3 | 4;
  readonly text: string;
}
export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list; 1 when absent. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
}
export interface FactsBlock {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
}
export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  /** Each row has one cell a column. */
  readonly rows: readonly (readonly Cell[])[];
}
export interface Column {
  readonly title: string;
  /** Share of the width relative to the other columns. */
  readonly weight: number;
  readonly align?: 'center';
}
/** A cell is a few short paragraphs; an empty list is an empty cell. */
export type Cell = readonly (readonly Inline[])[];

/** A tick list: a box to tick, a title, and details under it. */
export interface ChecklistBlock {
  readonly kind: 'checklist';
  readonly entries: readonly {
    readonly title: readonly Inline[];
    readonly details: readonly (readonly Inline[])[];
  }[];
}
/** The flow: numbered steps with who, how long and what comes out. */
export interface StepsBlock {
  readonly kind: 'steps';
  readonly steps: readonly {
    readonly name: string;
    readonly facts: readonly Fact[];
    readonly blocks: readonly Block[];
  }[];
  /** One line of totals, e.g. “各环节合计3个工作日”. */
  readonly total?: string;
}
export interface NoteBlock {
  readonly kind: 'note';
  readonly tone: 'info' | 'warning';
  readonly blocks: readonly Block[];
}
/** Words of a law or a document, with where they stand. */
export interface QuoteBlock {
  readonly kind: 'quote';
  readonly cite: readonly Inline[];
  readonly blocks: readonly Block[];
}
export interface QuestionsBlock {
  readonly kind: 'questions';
  readonly entries: readonly { readonly question: string; readonly answer: readonly Block[] }[];
}
/** A QR code with what it leads to, in words. */
export interface CodeBlock {
  readonly kind: 'code';
  readonly content: string;
  readonly caption: string;
}
/** The closed union of what a guide is made of; a kind without a drawer does not compile. */
export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | FactsBlock
  | TableBlock
  | ChecklistBlock
  | StepsBlock
  | NoteBlock
  | QuoteBlock
  | QuestionsBlock
  | CodeBlock
  | DrawingBlock;

export type BlockKind = Block['kind'];

const KINDS: Record<BlockKind, true> = {
  paragraph: true,
  heading: true,
  list: true,
  facts: true,
  table: true,
  checklist: true,
  steps: true,
  note: true,
  quote: true,
  questions: true,
  code: true,
  drawing: true,
};

/** Every kind of block: a renderer needs one drawer, a page one template for each. */
export const BLOCK_KINDS = Object.keys(KINDS) as BlockKind[];

/** What paper says: the guide without the words of its web page. */
export function onPaper(guide: Guide): Guide {
  return { ...guide, page: { tags: [], box: [], related: [], trail: [], report: [] } };
}

/** Plain text as a run list. */
export function plain(text: string): Inline[] {
  return text === '' ? [] : [{ text }];
}
