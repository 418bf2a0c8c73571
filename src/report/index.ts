import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';
import { prettyReport } from './pretty.ts';
import type { Reporter } from './report.ts';
import { sarifReport } from './sarif.ts';
import { checkstyleReport, junitReport } from './xml.ts';

/** The forms of a report: one line each. */
export const REPORTERS = {
  pretty: prettyReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  checkstyle: checkstyleReport,
} as const satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof REPORTERS;
