/**
 * A drawing, drawn alike on a screen and on paper, in black and white. Lengths are in pt for a drawing
 * that is `width` wide; x and y from the upper left corner.
 */
export interface DrawingBlock {
  readonly kind: 'drawing';
  /** The same in words, for who cannot see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** In the order in which they are drawn. */
  readonly shapes: readonly Shape[];
}
/** A box, a line from one point to another, or words whose baseline begins, or ends, at a point. */
export interface Shape {
  readonly shape: 'box' | 'line' | 'words';
  readonly x: number;
  readonly y: number;
  /** Of a box its size; of a line how far its end lies from its beginning. */
  readonly wide: number;
  readonly high: number;
  /** A grey from 0 (black) to 1 that fills a box or colours words and lines. */
  readonly grey: number;
  /** Width of a line or outline, 0 for none. */
  readonly stroke: number;
  readonly dashed?: true;
  /** Words and their size. */
  readonly words?: string;
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}
