import type { Frame, Strip } from './strip.ts';

/** A strip at its place, in pt from the page's top. */
export interface Placed {
  readonly strip: Strip;
  readonly y: number;
}

/** A part of a frame on one page. */
export interface FramePart {
  readonly frame: Frame;
  readonly top: number;
  bottom: number;
}

/** What stands on one page. */
export interface PageContent {
  readonly placed: Placed[];
  readonly frames: FramePart[];
  /** Where the last strip and its frames end, in pt from the page's top. */
  bottom: number;
  /** How far everything is moved to the right, in pt: a column of a page; 0 when absent. */
  shift?: number;
}

/** The room for text on a page, in pt from the page's top. */
export interface Room {
  readonly top: number;
  readonly bottom: number;
}

/** Fills pages from the top; strips that are kept together move to the next page together. */
export function paginate(strips: readonly Strip[], room: Room): PageContent[] {
  const pages = [new PageFiller(room.top)];
  for (const group of keepGroups(strips)) {
    let page = pages.at(-1) as PageFiller;
    if (!page.empty && page.bottomWith(group) > room.bottom + SLACK) {
      page = openPage(pages, room, group[0]);
    }
    for (const strip of group) {
      if (!page.empty && page.bottomWith([strip]) > room.bottom + SLACK) {
        page = openPage(pages, room, strip);
      }
      page.place(strip);
    }
  }
  return pages.map((page) => page.finish());
}

/** Rounding error that doesn't count as overflow, in pt. */
const SLACK = 0.01;

function openPage(pages: PageFiller[], room: Room, first: Strip | undefined): PageFiller {
  const page = new PageFiller(room.top);
  for (const head of first?.head ?? []) page.place(head);
  page.empty = true;
  pages.push(page);
  return page;
}

function* keepGroups(strips: readonly Strip[]): Generator<Strip[]> {
  let group: Strip[] = [];
  for (const strip of strips) {
    group.push(strip);
    if (strip.keep) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

class PageFiller {
  /** Nothing but repeated heads so far. */
  empty = true;
  readonly #content: PageContent;
  #open: FramePart[] = [];

  constructor(top: number) {
    this.#content = { placed: [], frames: [], bottom: top };
  }

  /** Where the page would end if these strips were placed too, their frames closed. */
  bottomWith(strips: readonly Strip[]): number {
    let y = this.#content.bottom;
    let open: readonly Frame[] = this.#open.map((part) => part.frame);
    for (const strip of strips) {
      const shared = sharedDepth(open, strip.frames);
      y += pads(open, shared) + strip.space + pads(strip.frames, shared) + strip.height;
      open = strip.frames;
    }
    return y + pads(open, 0);
  }

  place(strip: Strip): void {
    const content = this.#content;
    const open = this.#open.map((part) => part.frame);
    const shared = sharedDepth(open, strip.frames);
    this.#close(shared);
    if (content.placed.length > 0) content.bottom += strip.space;
    for (const frame of strip.frames.slice(shared)) {
      const part = { frame, top: content.bottom, bottom: content.bottom };
      content.frames.push(part);
      this.#open.push(part);
      content.bottom += frame.pad;
    }
    content.placed.push({ strip, y: content.bottom });
    content.bottom += strip.height;
    this.empty = false;
  }

  finish(): PageContent {
    this.#close(0);
    return this.#content;
  }

  #close(depth: number): void {
    for (const part of this.#open.splice(depth).reverse()) {
      this.#content.bottom += part.frame.pad;
      part.bottom = this.#content.bottom;
    }
  }
}

function sharedDepth(a: readonly Frame[], b: readonly Frame[]): number {
  let depth = 0;
  while (depth < a.length && a[depth] === b[depth]) depth += 1;
  return depth;
}

function pads(frames: readonly Frame[], from: number): number {
  return frames.slice(from).reduce((sum, frame) => sum + frame.pad, 0);
}
