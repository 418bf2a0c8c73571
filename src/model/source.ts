import type { Span } from './finding.ts';

/** One text file of the catalogue, able to say where each of its values stands. */
export interface Source {
  /** Relative to the catalogue's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /**
   * The place of a value, or of its key, by JSON pointer with canonical keys. `range` narrows a
   * scalar to characters [start, end) of its own text. A pointer that leads past what stands in
   * the file gives the nearest parent that does.
   */
  locate(pointer: string, on?: 'key' | 'value', range?: readonly [number, number]): Span;
  /** The author's own name for the key at the pointer (Chinese keys stay Chinese). */
  keyOf(pointer: string): string;
  /** Of a key's two names the one that goes with the author's other keys. */
  spell(key: string, label: string): string;
  /** Offsets [start, end) of a scalar; an empty range where there is none. */
  range(pointer: string): readonly [start: number, end: number];
  /** Whether something is written there, understood or not; a blank is nothing. */
  holds(pointer: string): boolean;
}
