import type { Block } from '../../guide/guide.ts';
import type { Fonts } from './fonts.ts';
import type { Strip } from './strip.ts';
import type { Tag } from './structure.ts';
import type { Theme } from './theme.ts';

/** What every drawer may use. */
export interface Kit {
  readonly fonts: Fonts;
  readonly theme: Theme;
  /** Lays out blocks inside another; drawers nest through it. */
  layBlocks(blocks: readonly Block[], place: Place): Strip[];
}

/** Where a block goes: its column in pt, its text size, and the tag it belongs to. */
export interface Place {
  readonly kit: Kit;
  readonly x: number;
  readonly width: number;
  /** Size of running text, in pt. */
  readonly size: number;
  /** Indent of a paragraph's first line, in ems. */
  readonly indent: number;
  readonly tag: Tag;
}

/** The same place narrowed by `left` and `right` pt. */
export function inset(place: Place, left: number, right = 0): Place {
  return { ...place, x: place.x + left, width: place.width - left - right };
}
