import type { Theme } from '../src/render/pdf/theme.ts';
import { forbidsLineEnd, forbidsLineStart } from '../src/text/characters.ts';
import type { Piece } from './pdf-reader.ts';

/** Room below the text for the footer, and above it for the header, in pt. */
const FURNITURE = 30;

/** What is wrong with the layout of a document, in words; empty when all is well. */
export function layoutFaults(
  pieces: readonly Piece[],
  theme: Pick<Theme, 'page' | 'margins'>,
): string[] {
  return [...outsideMargins(pieces, theme), ...brokenRules(pieces), ...overlaps(pieces)];
}

/** Glyphs outside the margins; a mark's blank half may hang over. */
function outsideMargins(
  pieces: readonly Piece[],
  theme: Pick<Theme, 'page' | 'margins'>,
): string[] {
  const { page, margins } = theme;
  return pieces
    .filter(
      ({ left, right, baseline, size }) =>
        left < margins.left - size * 0.55 ||
        right > page.width - margins.right + size * 0.55 ||
        baseline < margins.top - FURNITURE ||
        baseline > page.height - margins.bottom + FURNITURE,
    )
    .map((piece) => `outside the margins: ${piece.text}`);
}

function brokenRules(pieces: readonly Piece[]): string[] {
  return joinPieces(pieces)
    .filter(({ text }) => Array.from(text).length > 1 && !isMark(text))
    .filter(({ text }) => forbidsLineStart(codeAt(text, 0)) || forbidsLineEnd(codeAt(text, -1)))
    .map(({ text }) => `forbidden at a line's start or end: ${text}`);
}

function codeAt(text: string, at: number): number {
  return (Array.from(text.trim()).at(at) ?? ' ').codePointAt(0) ?? 0;
}

/** Bullets, shortened headers and lines to write on are no lines of a paragraph. */
function isMark(text: string): boolean {
  return /^[•＿]|…$/.test(text);
}

/** Pieces that continue one another on a baseline, as one line. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joined =
      last?.page === piece.page &&
      Math.abs(last.baseline - piece.baseline) < 0.1 &&
      Math.abs(last.right - piece.left) < piece.size * 0.55;
    if (last && joined) {
      lines[lines.length - 1] = { ...last, text: last.text + piece.text, right: piece.right };
    } else lines.push(piece);
  }
  return lines;
}

function overlaps(pieces: readonly Piece[]): string[] {
  const sorted = [...pieces].sort((a, b) => a.page - b.page || a.baseline - b.baseline);
  return sorted.flatMap((a, index) => {
    const found: string[] = [];
    for (let next = index + 1; next < sorted.length; next += 1) {
      const b = sorted[next];
      if (!b || b.page !== a.page || b.baseline - a.baseline >= a.size) break;
      if (overlap(a, b)) found.push(`overlap: ${a.text} / ${b.text}`);
    }
    return found;
  });
}

function overlap(a: Piece, b: Piece): boolean {
  if (a.page !== b.page || Math.abs(a.baseline - b.baseline) >= Math.min(a.size, b.size)) {
    return false;
  }
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.55 * Math.max(a.size, b.size);
}
