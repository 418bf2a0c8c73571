import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCsv } from '../import/spreadsheet.ts';
import { say } from '../model/words.ts';
import { catalogueNames } from '../stats/claims/catalogue-names.ts';
import type { ClaimsFile } from '../stats/claims/claim.ts';
import type { Ledger } from '../stats/claims/evaluate.ts';
import { ClaimsFault, readClaims } from '../stats/claims/read-claims.ts';
import type { Rational } from '../stats/rational.ts';
import { measureCatalog } from '../stats/stats.ts';
import { type Session, UsageError } from './command.ts';
import { readCounting } from './counting.ts';
import { streamFolder } from './open.ts';
import { standardsFor } from './standards.ts';

/** The claims of a file. Throws UsageError, with the line, for one that can't be read. */
export function openClaims(path: string, file: string): ClaimsFile {
  try {
    return readClaims(readText(path));
  } catch (error) {
    if (!(error instanceof ClaimsFault)) throw error;
    const { zh, en } = error.words;
    throw new UsageError(say(`${file} ${zh}`, `${file} ${en}`));
  }
}

/** Figures of the catalogue; it is read only where an expression asks for it. */
export function catalogueFor(
  { claims }: ClaimsFile,
  folder: string | undefined,
  options: Record<string, unknown>,
  session: Session,
): ReadonlyMap<string, Rational> {
  const asked = claims.some(({ figures }) => figures.some(({ is }) => is?.text.includes('目录.')));
  if (!asked && folder === undefined) return new Map();
  const { catalog, items } = streamFolder(folder, session);
  const counted = { ...catalog, items };
  const stats = measureCatalog(counted, standardsFor(catalog), readCounting(options));
  return catalogueNames(stats);
}

/** The ledgers that the claims name, from CSV files beside theirs. */
export async function readLedgers(
  { ledgers }: ClaimsFile,
  folder: string,
): Promise<ReadonlyMap<string, Ledger>> {
  const read = [...ledgers].map(async ([name, path]): Promise<[string, Ledger]> => {
    const [head = [], ...rows] = (await readCsv(readText(resolve(folder, path)))).rows;
    return [name, { head: head.map((cell) => cell.trim()), rows }];
  });
  return new Map(await Promise.all(read));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(say(`读不到文件 ${path}`, `can't read ${path}`));
  }
}
