import type { Finding, Span } from '../model/finding.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import type { Language } from '../model/words.ts';

/** A piece of a file to be replaced. */
export interface Mend {
  readonly span: Span;
  readonly text: string;
}

/** Findings of one check, ready to be printed: paths are relative to the working folder. */
export interface CheckReport {
  readonly summary: {
    readonly files: number;
    readonly items: number;
    readonly errors: number;
    readonly warnings: number;
    /** Places that items allow with a reason. */
    readonly allowed?: number;
    /** With a baseline: findings it knows and leaves out, and those of it that are gone. */
    readonly baseline?: { readonly known: number; readonly gone: number };
  };
  /** Sorted by place; may be gone through several times. */
  readonly findings: Iterable<Finding>;
  /** What a baseline knows, for forms that tell what is suppressed; as often as it is asked for. */
  readonly suppressed?: Iterable<Finding>;
  /** What makes a finding go away, where a program may make it. */
  mends?(finding: Finding): readonly Mend[];
  /** What a file says it is called; undefined where it does not say. */
  title?(path: string): string | undefined;
  /** A line (from 1) of a file, for showing the place. */
  line(path: string, number: number): string | undefined;
}

/** How a report is printed. */
export interface ReportStyle {
  readonly lang: Language;
  readonly color: boolean;
  /** Only what there is to do in all, no single finding. */
  readonly brief?: boolean;
}

/** Turns a report into text, piece by piece; `rules` are the documents of all rules. */
export type Reporter = (
  report: CheckReport,
  style: ReportStyle,
  rules: ReadonlyMap<string, RuleDoc>,
) => Iterable<string>;
