import { prettyReport } from '../report/pretty.ts';
import type { CheckReport } from '../report/report.ts';
import type { Session } from './command.ts';

/** Tells on standard error what was found; nothing where nothing was. */
export function printFindings(report: CheckReport, session: Session): void {
  if (report.findings.length === 0) return;
  const style = { lang: session.lang, color: false };
  session.world.err(prettyReport(report, style, new Map()));
}
