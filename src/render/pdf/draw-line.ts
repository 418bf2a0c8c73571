import { CharClass, classOf } from '../../text/characters.ts';
import type { Line } from '../../text/line-break.ts';
import { mayStretch, stretchesFirst } from '../../text/spacing.ts';
import { circlePath } from './operators.ts';
import type { Owner, Pen } from './pen.ts';
import { isSpecial, type SetText } from './set-text.ts';
import { Tag } from './structure.ts';

/** Where and how a line is drawn; lengths in pt. */
export interface LinePlace {
  readonly x: number;
  /** From the page's top. */
  readonly baseline: number;
  readonly size: number;
  readonly grey: number;
  /** Width of an outline that makes letters heavier, in ems; 0 for none. */
  readonly weight: number;
  readonly owner: Owner;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly x: number;
}

/** Draws one line; links get their own tag and annotation, emphasised Chinese its dots. */
export function drawLine(pen: Pen, set: SetText, line: Line, place: LinePlace): void {
  if (line.end <= line.start) return;
  const x = place.x - (line.trim * place.size) / 1000;
  if (set.runs.length > 0) drawPieces(pen, set, line, x, place);
  else {
    pen.mark(place.owner);
    writeText(pen, set, line, { start: line.start, end: line.end, x }, place);
  }
}

/** Draws a line in which some runs are drawn with more than their letters. */
function drawPieces(pen: Pen, set: SetText, line: Line, left: number, place: LinePlace): void {
  let x = left;
  let { start } = line;
  while (start < line.end) {
    const run = set.runs[start];
    const special = isSpecialAt(set, start);
    let end = start + 1;
    while (end < line.end && (special ? set.runs[end] === run : !isSpecialAt(set, end))) end += 1;
    const width = pieceWidth(set, line, start, end, place.size);
    drawPiece(pen, set, line, { start, end, x }, width, place);
    x += width;
    start = end;
  }
}

function isSpecialAt(set: SetText, index: number): boolean {
  const inline = set.inlines[set.runs[index] ?? 0];
  return inline !== undefined && isSpecial(inline);
}

function drawPiece(
  pen: Pen,
  set: SetText,
  line: Line,
  piece: Piece,
  width: number,
  place: LinePlace,
): void {
  const inline = set.inlines[set.runs[piece.start] ?? 0];
  const { owner, size, baseline } = place;
  const address = inline?.href;
  if (address === undefined || owner === 'artifact' || !isAbsolute(address)) {
    pen.mark(owner);
    writeText(pen, set, line, piece, place);
    if (inline?.emphasis) drawDots(pen, set, line, piece, place);
    return;
  }
  const link = new Tag('Link');
  owner.children.push(link);
  pen.mark(link);
  writeText(pen, set, line, piece, place);
  pen.rule(piece.x, baseline + size * 0.16, piece.x + width, baseline + size * 0.16, 0.4, 0.45);
  pen.link(piece.x, baseline - size * 0.88, width, size * 1.1, address, link);
}

function isAbsolute(address: string): boolean {
  return /^(https?:|mailto:|tel:)/i.test(address);
}

/** Space after a character within a line, justification included, in thousandths of an em. */
function spaceAfter(set: SetText, line: Line, index: number): number {
  const { codes, spaces } = set.text;
  const own = spaces[index] ?? 0;
  if (line.stretch === 0) return own;
  const a = codes[index] ?? 0;
  const b = codes[index + 1] ?? 0;
  const extra = line.extra > 0 && stretchesFirst(a, b) ? line.extra : 0;
  return own + extra + (mayStretch(a, b) ? line.stretch : 0);
}

function pieceWidth(set: SetText, line: Line, start: number, end: number, size: number): number {
  let width = 0;
  for (let index = start; index < end; index += 1) {
    width += set.text.widths[index] ?? 0;
    if (index + 1 < line.end) width += spaceAfter(set, line, index);
  }
  return (width * size) / 1000;
}

function writeText(pen: Pen, set: SetText, line: Line, piece: Piece, place: LinePlace): void {
  const { size, baseline, weight, grey } = place;
  const { operators } = pen;
  const spacing = (line.stretch * size) / 1000;
  operators.add('BT ');
  if (grey !== 0) operators.number(grey, ' g ');
  if (weight > 0) {
    operators.add('2 Tr ');
    operators.number(weight * size, ' w 1 j ');
  }
  operators.add('1 0 0 -1 ');
  operators.number(piece.x, ' ');
  operators.number(baseline, ' Tm');
  if (spacing > 0) operators.add(` ${spacing.toFixed(3)} Tc`);
  writeGlyphs(pen, set, line, piece, size);
  if (spacing > 0) operators.add(' 0 Tc');
  if (weight > 0) operators.add(' 0 Tr');
  operators.add(grey === 0 ? ' ET\n' : ' 0 g ET\n');
}

function writeGlyphs(pen: Pen, set: SetText, line: Line, piece: Piece, size: number): void {
  const { operators } = pen;
  let face = -1;
  let open = false;
  let used = pen.face(set.glyphs[piece.start]?.face ?? 0);
  for (let index = piece.start; index < piece.end; index += 1) {
    const { face: wanted = 0, glyph = 0 } = set.glyphs[index] ?? {};
    if (wanted !== face) {
      used = pen.face(wanted);
      if (face >= 0) operators.add(open ? '>] TJ' : '] TJ');
      operators.add(' /');
      operators.add(used.name);
      operators.add(' ');
      operators.number(size, ' Tf [');
      face = wanted;
      open = false;
    }
    if (!open) operators.add('<');
    operators.hex(used.subset.number(set.text.codes[index] ?? 0, glyph));
    open = true;
    if (index + 1 >= line.end) continue;
    const kern = Math.round(line.stretch - spaceAfter(set, line, index));
    if (kern === 0) continue;
    operators.add('>');
    operators.number(kern, '');
    open = false;
  }
  if (!open) operators.add('<');
  if (piece.end === line.end) writeBlankAtEnd(pen, set, line, face);
  operators.add('>] TJ');
}

/** The blank a line ended at, unseen but kept for whoever copies or listens. */
function writeBlankAtEnd(pen: Pen, set: SetText, line: Line, face: number): void {
  if (line.end >= set.glyphs.length) return;
  const code = set.text.codes[line.end] ?? 0;
  const chosen = set.glyphs[line.end];
  if (chosen === undefined || chosen.glyph === 0 || chosen.face !== face) return;
  if (classOf(code) === CharClass.space) {
    pen.operators.hex(pen.face(face).subset.number(code, chosen.glyph));
  }
}

/** The Chinese emphasis mark: a dot below each ideograph. */
function drawDots(pen: Pen, set: SetText, line: Line, piece: Piece, place: LinePlace): void {
  const { size, baseline } = place;
  let { x } = piece;
  for (let index = piece.start; index < piece.end; index += 1) {
    const width = ((set.text.widths[index] ?? 0) * size) / 1000;
    if (classOf(set.text.codes[index] ?? 0) === CharClass.han) {
      pen.draw(`${circlePath(x + width / 2, baseline + size * 0.27, size * 0.07)} f\n`);
    }
    x += width + (index + 1 < line.end ? (spaceAfter(set, line, index) * size) / 1000 : 0);
  }
}
