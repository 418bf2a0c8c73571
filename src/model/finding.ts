import type { Words } from './words.ts';

/** How grave a finding is: an error stops a build, a warning should be mended, info is advice. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a text: lines and columns from 1, columns in characters, the end exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What is wrong, where, why and what to do: the whole output vocabulary of load and lint. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Path of the file, relative to the catalogue's root, with `/`. */
  readonly path: string;
  /** JSON pointer (RFC 6901) of the value with canonical English keys; `''` is the whole file. */
  readonly pointer: string;
  readonly span: Span;
  readonly message: Words;
  readonly hint?: Words;
  /** The document and article this rests on, e.g. `《中华人民共和国行政许可法》第三十条`. */
  readonly citation?: string;
}

/** Orders findings by path, line, column and then rule, for reports that do not jump about. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) ||
    a.span.line - b.span.line ||
    a.span.column - b.span.column ||
    compare(a.rule, b.rule) ||
    compare(a.pointer, b.pointer)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
