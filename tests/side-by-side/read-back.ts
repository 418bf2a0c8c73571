import * as mupdf from 'mupdf';
import { CharClass, classOf, forbidsLineEnd, forbidsLineStart } from '../../src/text/characters.ts';
import type { Area } from './picture.ts';

/** What is counted in a document, whoever set it. */
export interface Figures {
  pages: number;
  bytes: number;
  lines: number;
  /** Lines that begin or end with a mark that must not stand there. */
  forbidden: number;
  /** Lines of running text, and those whose ideographs stand more than 1/32 and 1/16 em apart. */
  full: number;
  loose: number;
  torn: number;
  /** Blank at the feet of all pages but the last, in pt. */
  blank: number;
}

/** Nothing counted yet. */
export const NOTHING: Readonly<Figures> = {
  pages: 0,
  bytes: 0,
  lines: 0,
  forbidden: 0,
  full: 0,
  loose: 0,
  torn: 0,
  blank: 0,
};

interface Letter {
  readonly code: number;
  readonly x: number;
  readonly size: number;
}

interface Line {
  readonly letters: readonly Letter[];
  readonly baseline: number;
}

/** Shortest line, in ideographs, that is looked at for gaps. */
const RUNNING = 24;

/** Room that a page's furniture takes at its foot, in pt. */
const FOOT = 66;

/** Counts a document by its lines as mupdf puts them together. */
export function figuresOf(bytes: Uint8Array): Figures {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf');
  const figures = { ...NOTHING, pages: document.countPages(), bytes: bytes.length };
  for (let index = 0; index < figures.pages; index += 1) {
    const page = document.loadPage(index);
    const lines = linesOf(page);
    for (const line of lines) countLine(line, figures);
    const bottom = (page.getBounds()[3] ?? 0) - FOOT;
    const last = Math.max(0, ...lines.map((line) => line.baseline).filter((y) => y < bottom));
    if (index + 1 < figures.pages) figures.blank += bottom - last;
  }
  return figures;
}

/** The sum of two documents' figures. */
export function sumOf(a: Figures, b: Figures): Figures {
  const sum = { ...NOTHING };
  // Object.keys forgets which keys they are.
  for (const key of Object.keys(NOTHING) as (keyof Figures)[]) sum[key] = a[key] + b[key];
  return sum;
}

/** The place of a text: from a little above it to `height` pt below; undefined when it is not there. */
export function areaOf(bytes: Uint8Array, text: string, height: number): Area | undefined {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf');
  for (let page = 0; page < document.countPages(); page += 1) {
    const [hit] = document.loadPage(page).search(text, undefined);
    const top = hit?.[0]?.[1];
    if (top !== undefined) return { page, top: Math.max(0, top - 24), height };
  }
  return undefined;
}

function linesOf(page: mupdf.Page): Line[] {
  const lines: Line[] = [];
  let letters: Letter[] = [];
  let baseline = 0;
  page.toStructuredText('preserve-whitespace').walk({
    beginLine: () => {
      letters = [];
    },
    onChar: (text, [x, y], _font, size) => {
      letters.push({ code: text.codePointAt(0) ?? 0, x, size });
      baseline = y;
    },
    endLine: () => {
      lines.push({ letters, baseline });
    },
  });
  return lines.filter((line) => line.letters.length > 0);
}

function countLine({ letters }: Line, figures: Figures): void {
  const shown = letters.filter(({ code }) => classOf(code) !== CharClass.space);
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (!first || !last) return;
  figures.lines += 1;
  const alone = shown.length === 1 || first.code === 0x2022;
  if (!alone && (forbidsLineStart(first.code) || forbidsLineEnd(last.code))) figures.forbidden += 1;
  const gaps = letters.flatMap((letter, index) => gapAfter(letter, letters[index + 1]));
  if (gaps.length < RUNNING) return;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  figures.full += 1;
  if (mean > 1 / 32) figures.loose += 1;
  if (mean > 1 / 16) figures.torn += 1;
}

/** Blank between two ideographs that follow each other, in ems. */
function gapAfter({ code, x, size }: Letter, next: Letter | undefined): number[] {
  const both = classOf(code) === CharClass.han && classOf(next?.code ?? 0) === CharClass.han;
  return both && next ? [(next.x - x) / size - 1] : [];
}
