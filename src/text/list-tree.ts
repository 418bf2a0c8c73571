import {
  bareMarkerAt,
  insideBrackets,
  type Marker,
  type MarkerKind,
  markerAt,
} from './list-markers.ts';

/** One entry of a list: its own words and the entries below it. */
export interface ListNode {
  /** The marker as written; empty for a line that introduces a list without a number. */
  readonly marker: string;
  /** Word for word, without the marker; lines joined by line feeds. */
  text: string;
  readonly children: ListNode[];
}

/** A text read as a list. */
export interface ListTree {
  /** Lines before the first entry. */
  readonly lead: readonly string[];
  readonly nodes: readonly ListNode[];
  /** Lines after the last entry that speak of the list as a whole. */
  readonly tail: readonly string[];
}

interface Piece {
  readonly marker?: Marker;
  readonly written: string;
  readonly text: string;
}

interface Level {
  readonly kind: MarkerKind | 'heading';
  readonly siblings: ListNode[];
  last: Marker | undefined;
}

/** Reads numbered entries, on lines of their own or within a line, into a tree. */
export function parseList(text: string): ListTree {
  const pieces = cut(text);
  const lastMarked = pieces.findLastIndex((piece) => piece.marker !== undefined);
  const nodes: ListNode[] = [];
  const lead: string[] = [];
  const tail: string[] = [];
  let levels: Level[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.marker !== undefined) {
      levels = place(piece, piece.marker, levels, nodes);
    } else if (index > lastMarked && nodes.length > 0 && standsAlone(levels)) {
      tail.push(piece.text);
    } else if (introduces(piece, pieces[index + 1], levels, nodes)) {
      const heading = { marker: '', text: piece.text, children: [] };
      nodes.push(heading);
      levels = [{ kind: 'heading', siblings: nodes, last: undefined }];
    } else if (nodes.length === 0) {
      lead.push(piece.text);
    } else {
      const node = levels.at(-1)?.siblings.at(-1);
      if (node !== undefined) node.text += `\n${piece.text}`;
    }
  }
  return { lead, nodes, tail };
}

/** After an entry that ended in a full stop, an unnumbered last line is a sentence of its own. */
function standsAlone(levels: readonly Level[]): boolean {
  return /[。.；;）)]\s*$/.test(levels.at(-1)?.siblings.at(-1)?.text ?? '');
}

function introduces(
  piece: Piece,
  next: Piece | undefined,
  levels: readonly Level[],
  nodes: readonly ListNode[],
): boolean {
  const marker = next?.marker;
  if (marker === undefined || marker.ordinal !== 1) return false;
  if (nodes.length === 0) return /[：:]$/.test(piece.text);
  const depth = levels.findIndex((level) => level.kind === marker.kind);
  const heading = levels[0]?.kind === 'heading';
  return /[：:]$/.test(piece.text) && (depth === 0 || (heading && depth === 1));
}

/** Puts a marked piece below, beside or above the entry before it, by its numbering scheme. */
function place(piece: Piece, marker: Marker, levels: Level[], nodes: ListNode[]): Level[] {
  const node: ListNode = { marker: piece.written, text: piece.text, children: [] };
  const depth = levels.findLastIndex((level) => level.kind === marker.kind);
  const known = levels[depth];
  if (known !== undefined) {
    known.siblings.push(node);
    known.last = marker;
    return levels.slice(0, depth + 1);
  }
  const outermost = marker.kind === 'chinese' && marker.ordinal > 1;
  const parent = outermost ? undefined : levels.at(-1)?.siblings.at(-1);
  const siblings = parent?.children ?? nodes;
  siblings.push(node);
  const level = { kind: marker.kind, siblings, last: marker };
  return parent === undefined ? [level] : [...levels, level];
}

function cut(text: string): Piece[] {
  const reached = new Map<MarkerKind, number>();
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').flatMap((line) => cutLine(line, reached));
}

/** `应提交的材料：①申请书②身份证`. */
const INTRO = /^[^：:（(《；;。]{2,30}[：:]\s*/;

/** Cuts one line before each marker in it; `reached` carries the last number of each scheme on. */
function cutLine(line: string, reached: Map<MarkerKind, number>): Piece[] {
  const intro = markerAt(line) === undefined ? INTRO.exec(line)?.[0] : undefined;
  if (intro !== undefined && markerAt(line.slice(intro.length))?.ordinal === 1) {
    const rest = cutLine(line.slice(intro.length), new Map(reached));
    if (rest.length > 1) {
      for (const { marker } of rest)
        if (marker !== undefined) reached.set(marker.kind, marker.ordinal);
      return [{ written: '', text: intro.trim() }, ...rest];
    }
  }
  const inside = insideBrackets(line);
  const cuts: { at: number; marker: Marker }[] = [];
  for (let at = 0; at < line.length; at++) {
    if (inside[at] === true) continue;
    const marker = at === 0 ? atLineStart(line, reached) : within(line, at, reached);
    if (marker === undefined) continue;
    cuts.push({ at, marker });
    reached.set(marker.kind, marker.ordinal);
    at += marker.length - 1;
  }
  const pieces: Piece[] = [];
  const first = cuts[0]?.at ?? line.length;
  if (first > 0) pieces.push({ written: '', text: line.slice(0, first).trim() });
  for (const [index, { at, marker }] of cuts.entries()) {
    const start = at + marker.length;
    const written = line.slice(at, start).trim();
    const own = line.slice(start, cuts[index + 1]?.at).trim();
    pieces.push({ marker, written, text: own });
  }
  return pieces;
}

function atLineStart(line: string, reached: Map<MarkerKind, number>): Marker | undefined {
  const marker = markerAt(line) ?? bareMarkerAt(line, (reached.get('digit') ?? 99) + 1);
  if (marker === undefined || marker.kind !== 'letter') return marker;
  return marker.ordinal === 1 || marker.ordinal === (reached.get('letter') ?? 0) + 1
    ? marker
    : undefined;
}

/**
 * A marker inside a line counts only where its number follows, or a second one comes after it;
 * without a mark of punctuation before it only in a line that is numbered from its start.
 */
function within(line: string, at: number, reached: Map<MarkerKind, number>): Marker | undefined {
  const before = line[at - 1] ?? '';
  const joined = !/[；;。：:，,\s]/.test(before);
  const marker = markerAt(line.slice(at));
  if (marker === undefined) return undefined;
  if (marker.kind === 'bullet') {
    return /[●•■◆▪○★☆]/.test(line[at] ?? '') && line[0] === line[at] ? marker : undefined;
  }
  const next = marker.ordinal === (reached.get(marker.kind) ?? 0) + 1;
  if (joined) {
    return next && marker.ordinal > 1 && joins(line, at, marker) ? marker : undefined;
  }
  if (marker.kind === 'letter')
    return next && markerAt(line)?.kind === 'letter' ? marker : undefined;
  if (marker.ordinal === 1) {
    return /[：:。；;\s]/.test(before) && hasSecond(line.slice(at + marker.length), marker)
      ? marker
      : undefined;
  }
  return next ? marker : undefined;
}

/** `①申请表②身份证`, `1．甲书2．乙证`: the line begins with the same scheme, words stand around. */
function joins(line: string, at: number, marker: Marker): boolean {
  const first = markerAt(line);
  if (first?.kind !== marker.kind || first.ordinal !== 1) return false;
  const before = line.slice(Math.max(0, at - 2), at);
  const after = line.slice(at + marker.length);
  if (/[第、.．\d①-⑳（(一二三四五六七八九十百及和至到]$/.test(before)) return false;
  return /[\p{Script=Han}）)》”]$/u.test(before) && /^[\p{Script=Han}《“（(]{2}/u.test(after);
}

function hasSecond(rest: string, first: Marker): boolean {
  const inside = insideBrackets(rest);
  for (let at = 1; at < rest.length; at++) {
    if (inside[at] === true || !/[；;。，,\s]/.test(rest[at - 1] ?? '')) continue;
    const marker = markerAt(rest.slice(at));
    if (marker?.kind === first.kind && marker.ordinal === 2) return true;
  }
  return false;
}
