import type { ItemGuides } from '../guide/compose.ts';
import type { Guide, SituationNotice } from '../guide/guide.ts';
import type { Card } from '../guide/lists/card.ts';
import type { SiteChange, SiteData } from '../guide/lists/site-data.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Words } from '../model/words.ts';
import { pathWord } from '../text/path-word.ts';
import type { Assets } from './artifact.ts';
import type { PageLinks } from './html/links.ts';
import type { Download } from './html/view.ts';

/** One file that rendering gave. */
export interface Rendered {
  /** Below the item's folder, or below the output's root for a file of the whole catalogue. */
  readonly file: string;
  readonly body: string | Uint8Array;
  /** Pages of a paper output. */
  readonly pages?: number;
  /** Characters that no font has. */
  readonly missing?: readonly string[];
  /** The sheet was meant to take one page and did not. */
  readonly overflow?: true;
  /** What a page of an item links to. */
  readonly links?: PageLinks;
  /** Headings of what the sheet has no room for, which it says itself. */
  readonly left?: readonly string[];
}

/** What is shared by all files of a build. */
export interface RenderContext {
  readonly catalog: Catalog;
  readonly assets: Assets;
  /** Bytes of a file of the catalogue below `forms/`; undefined when it is not there. */
  form(path: string): Uint8Array | undefined;
  /** Traditional characters instead of the catalogue's own. */
  readonly script?: 'zh-Hant';
}

/** An item to be rendered, with its Guide and the files its page may link to. */
export interface ItemJob extends ItemGuides {
  readonly entry: Entry<Item>;
  readonly downloads: readonly Download[];
  /** What changed in the item lately, newest first. */
  readonly changes: readonly SiteChange[];
}

/** A file that can be made when it is wanted; all of them are needed only for a fresh tree. */
export interface Sheet {
  /** As in `Rendered`. */
  readonly file: string;
  /**
   * Plain data that decides what is rendered, beside what all items share: while it is the same,
   * so is the file. Absent where rendering costs no more than comparing.
   */
  readonly content?: unknown;
  render(): Omit<Rendered, 'file'>;
}

/** Renders with what was prepared once; paths as in `Rendered`. */
export interface Renderer {
  /** The files of one item. */
  item?(job: ItemJob): Sheet[];
  /** The files that list items, made from their cards. */
  lists?(cards: readonly Card[], data: SiteData): Sheet[];
  /** The files that speak of several items at length. */
  catalogue?(guides: readonly Guide[]): Rendered[];
}

/** One form in which a catalogue is published: all that the rest of the program asks of it. */
export interface Output {
  /** Whether `mingbai build` writes it without being asked. */
  readonly usual: boolean;
  /** Looked at on a screen, or set in type: a sheet of paper takes far longer to make than a page. */
  readonly medium: 'screen' | 'paper';
  /** Files of each item, or sheets that need all items, which a part of a catalogue has not. */
  readonly scope: 'item' | 'catalogue';
  /** Whether it can be had in Traditional characters; our fonts have Simplified ones alone. */
  readonly traditional: boolean;
  /** Whether a sheet that takes more pages than it was meant to is told. */
  readonly tellsOverflow?: true;
  /** How many there are, for the line that ends a build; else its name and their number. */
  summary?(count: number): Words;
  /** The file that people open first, below the output's root. */
  readonly front?: string;
  /** Of its files the web pages: these alone are counted, and their links are followed. */
  isPage?(path: string): boolean;
  /** Files in the item's folder that its page links to. */
  links(whole: () => Guide): readonly Download[];
  /** Prepares what is shared by all items: templates, fonts, the theme. */
  prepare(context: RenderContext): Promise<Renderer>;
}

interface NoticeOf {
  readonly situation: Pick<SituationNotice['situation'], 'id'>;
}

/** The file of a situation's notice sheet, next to the item's page. */
export function noticeFile({ situation }: NoticeOf): string {
  return `notice-${pathWord(situation.id)}.pdf`;
}
