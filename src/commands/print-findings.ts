import { prettyReport } from '../report/pretty.ts';
import type { CheckReport } from '../report/report.ts';
import type { World } from '../world/world.ts';
import type { Session } from './command.ts';

/** Tells on standard error what was found; nothing where nothing was. */
export async function printFindings(report: CheckReport, session: Session): Promise<void> {
  const style = { lang: session.lang, color: false };
  const [first] = report.findings;
  if (first !== undefined) await print(prettyReport(report, style, new Map()), session.world.err);
}

/** In characters: long enough that writing costs little, short enough to be held. */
const PORTION = 65_536;

/** Writes a text that comes in pieces, waiting for a reader that is slow. */
export async function print(pieces: Iterable<string>, write: World['out']): Promise<void> {
  let portion = '';
  for (const piece of pieces) {
    portion += piece;
    if (portion.length < PORTION) continue;
    await write(portion);
    portion = '';
  }
  await write(portion);
}
