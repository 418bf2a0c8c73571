import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ImportFailure } from '../import/failure.ts';
import { readCsv } from '../import/formats/csv.ts';
import { say, type Words } from '../model/words.ts';
import { catalogueNames } from '../stats/claims/catalogue-names.ts';
import type { ClaimsFile } from '../stats/claims/claim.ts';
import type { Ledger } from '../stats/claims/evaluate.ts';
import { ClaimsFault, readClaims } from '../stats/claims/read-claims.ts';
import { type Policy, policyOf } from '../stats/policy.ts';
import type { Rational } from '../stats/rational.ts';
import { measureCatalog } from '../stats/stats.ts';
import { quotable } from '../text/visible.ts';
import { type Session, UsageError } from './command.ts';
import { readCounting } from './counting.ts';
import { streamFolder } from './open.ts';
import { standardsFor } from './standards.ts';
import { readTextFile } from './text-file.ts';

/** The claims of a file's text. Throws UsageError, with the line, for one that is none. */
export function openClaims(text: string, file: string): ClaimsFile {
  try {
    return readClaims(text);
  } catch (error) {
    if (!(error instanceof ClaimsFault)) throw error;
    throw faultIn(file, error.words);
  }
}

/** What the catalogue gives to workings; it is read only where one asks for it. */
export interface ClaimsCatalogue {
  readonly catalogue: ReadonlyMap<string, Rational>;
  readonly policy: Policy;
}

/** The figures of a catalogue and its 口径, before which the options go. */
export function catalogueFor(
  asked: boolean,
  folder: string | undefined,
  options: Record<string, unknown>,
  session: Session,
): ClaimsCatalogue {
  const counting = readCounting(options);
  if (!asked && folder === undefined) return { catalogue: new Map(), policy: policyOf(counting) };
  const { catalog, items } = streamFolder(folder, session);
  const counted = { ...catalog, items };
  const stats = measureCatalog(counted, standardsFor(catalog), counting);
  return { catalogue: catalogueNames(stats), policy: stats.policy };
}

/** Whether a working uses a figure of the catalogue. */
export function asksForCatalogue({ claims }: ClaimsFile): boolean {
  return claims.some(({ figures }) => figures.some(({ is }) => is?.text.includes('目录.')));
}

/** The ledgers that the claims name, from CSV files beside theirs. */
export async function readLedgers(
  { ledgers }: ClaimsFile,
  folder: string,
): Promise<ReadonlyMap<string, Ledger>> {
  const read = [...ledgers].map(async ([name, path]): Promise<[string, Ledger]> => {
    const { rows: all } = await readCsv(readTextFile(besideClaims(folder, path), path)).catch(
      (error: unknown) => {
        throw error instanceof ImportFailure ? faultIn(path, error.words) : error;
      },
    );
    const [head = [], ...rows] = all;
    return [name, { head: head.map((cell) => cell.trim()), rows }];
  });
  return new Map(await Promise.all(read));
}

function faultIn(file: string, { zh, en }: Words): UsageError {
  return new UsageError(say(`${quotable(file)} ${zh}`, `${quotable(file)} ${en}`));
}

/** A ledger lies beside the claims that name it, or below: nothing else of the disk is theirs. */
function besideClaims(folder: string, path: string): string {
  const full = resolve(folder, path);
  const real = existsSync(full) ? realpathSync(full) : full;
  const home = realpathSync(folder);
  const inside = [relative(folder, full), relative(home, real)].every(
    (way) => way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..',
  );
  if (inside || !existsSync(full)) return full;
  const zh = `台账“${quotable(path)}”不在这份文件的文件夹里，没有读`;
  throw new UsageError(say(zh, `the ledger “${quotable(path)}” is not beside the claims`));
}
