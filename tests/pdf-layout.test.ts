import { describe, expect, test } from 'vitest';
import { renderNoticePdf } from '../src/render/notice/notice-pdf.ts';
import { renderGuidePdf } from '../src/render/pdf/guide-pdf.ts';
import { guideTheme } from '../src/render/pdf/theme.ts';
import { forbidsLineEnd, forbidsLineStart } from '../src/text/characters.ts';
import { fonts, type Piece, readPieces } from './pdf-reader.ts';
import { longGuide, sampleGuide } from './sample-guide.ts';

const documents: [string, Piece[]][] = [
  ['guide', readPieces(renderGuidePdf(sampleGuide, fonts))],
  ['long guide', readPieces(renderGuidePdf(longGuide, fonts))],
  ['notice', readPieces(renderNoticePdf(sampleGuide, fonts).body)],
];

describe.each(documents)('%s', (name, pieces) => {
  const { page, margins } = guideTheme;

  test('keeps every glyph inside the margins', () => {
    const side = name === 'notice' ? 40 : margins.left;
    const outside = pieces.filter(
      (piece) =>
        piece.left < side - 0.6 * piece.size ||
        piece.right > page.width - side + 0.6 * piece.size ||
        piece.baseline < 36 ||
        piece.baseline > page.height - 26,
    );
    expect(outside).toEqual([]);
  });

  test('has no forbidden character at a line start or end', () => {
    const lines = joinPieces(pieces);
    const bad = lines.filter(
      ({ text }) =>
        text.length > 1 &&
        (forbidsLineStart(codeAt(text, 0)) || forbidsLineEnd(codeAt(text, -1))) &&
        !isMark(text),
    );
    expect(bad).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });

  test('lets no two lines overlap', () => {
    const overlaps = pieces.flatMap((a, index) =>
      pieces
        .slice(index + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [a.text, b.text]),
    );
    expect(overlaps).toEqual([]);
  });
});

function codeAt(text: string, at: number): number {
  return (Array.from(text).at(at) ?? ' ').codePointAt(0) ?? 0;
}

/** Bullets and page furniture are no lines of a paragraph. */
function isMark(text: string): boolean {
  return text.startsWith('•') || text.endsWith('…');
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

function overlap(a: Piece, b: Piece): boolean {
  if (a.page !== b.page || Math.abs(a.baseline - b.baseline) >= Math.min(a.size, b.size)) {
    return false;
  }
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.55 * Math.max(a.size, b.size);
}
