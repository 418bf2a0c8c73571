import type { Words } from '../../model/words.ts';
import type { Expression } from './expression.ts';
import type { Printed } from './printed.ts';

/** One number of a published sentence. */
export interface ClaimFigure {
  readonly name: string;
  readonly printed: Printed;
  /** What it is computed from, and as written; absent for a number that is only stated. */
  readonly is?: {
    readonly text: string;
    readonly expression: Expression;
    /** What the upper end of a range is computed from. */
    readonly upTo?: Expression;
  };
  /** A growth or an increase, which may be above 100 %. */
  readonly growth: boolean;
  /** What somebody means to reach, not what was reached. */
  readonly target?: true;
}

/** A published sentence with its figures. */
export interface Claim {
  readonly id: string;
  readonly quote: string;
  readonly source?: string;
  /** From 1, in the claims file. */
  readonly line: number;
  readonly figures: readonly ClaimFigure[];
  /** A way of counting that the sentence leaves open, with the ways it may be decided. */
  readonly assume?: { readonly name: string; readonly values: readonly string[] };
}

/** A file of claims; ledgers by name are paths of CSV files beside it. */
export interface ClaimsFile {
  readonly title: string;
  readonly ledgers: ReadonlyMap<string, string>;
  readonly claims: readonly Claim[];
}

/** What the auditor says of a figure. */
export type Verdict =
  | '一致'
  | '不一致'
  | '推不出来'
  | '超过100%'
  | '表述不精确'
  | '相互矛盾'
  | '没有核对';

/** pass: it holds; warn: it should be said better; fail: it is wrong; unchecked: not computed. */
export type Level = 'pass' | 'warn' | 'fail' | 'unchecked';

/** A verdict with the working or what it would take. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly level: Level;
  readonly why: Words;
}

/** A figure with all that is to be said of it, the gravest first. */
export interface FigureAudit {
  readonly figure: ClaimFigure;
  readonly rulings: readonly Ruling[];
}

/** A claim with its figures and the gravest level; unchecked when no figure was recomputed. */
export interface ClaimAudit {
  readonly claim: Claim;
  readonly figures: readonly FigureAudit[];
  readonly level: Level;
}
