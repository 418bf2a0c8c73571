import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { prettyReport } from './pretty.ts';
import type { Reporter } from './report.ts';
import { sarifReport } from './sarif.ts';

/** The forms of a report: one line each. */
export const REPORTERS = {
  pretty: prettyReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
} as const satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof REPORTERS;
