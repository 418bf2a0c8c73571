import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { say } from '../model/words.ts';
import type { ClaimsFile } from '../stats/claims/claim.ts';
import type { Ledger } from '../stats/claims/evaluate.ts';
import type { Rational } from '../stats/rational.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';
import { declareCounting, readCounting } from './counting.ts';

/** `mingbai claims`: recomputes the numbers of published sentences. */
export const claimsCommand: CommandEntry = {
  name: 'claims',
  summary: say(
    '核对公开材料里的数：逐句重算，说明一致、不一致，或者推不出来',
    'audit the numbers of published sentences by computing them again',
  ),
  declare(command, tell) {
    command
      .argument('<file>', tell(say('列出各句的 YAML 文件', 'YAML file of sentences')))
      .argument('[catalog]', tell(say('算式用到目录时，目录的文件夹', 'folder of the catalogue')))
      .option('--format <format>', tell(say('形式：table、json', 'table or json')), 'table');
    declareCounting(command, tell);
  },
  async run([file = '', folder], options, session) {
    const { auditClaim, gravest } = await import('../stats/claims/audit.ts');
    const { NoValue } = await import('../stats/claims/evaluate.ts');
    const { claimsJson, claimsText } = await import('../report/claims.ts');
    const path = resolve(session.world.cwd, file);
    const claims = await openClaims(path, file);
    const world = {
      catalogue: await catalogueFor(claims, folder, options, session),
      ledgers: await readLedgers(claims, dirname(path)),
    };
    const shown = relative(session.world.cwd, path).split(sep).join('/');
    try {
      const audits = claims.claims.map((claim) => auditClaim(claim, world));
      const report = { path: shown, title: claims.title, audits };
      const form = options.format === 'json' ? claimsJson : claimsText;
      session.world.out(form(report, session.tell));
      return gravest(audits.map(({ level }) => level)) === 'fail' ? 1 : 0;
    } catch (error) {
      if (!(error instanceof NoValue)) throw error;
      const name = error.message;
      throw new UsageError(say(`算式里的“${name}”没有值`, `“${name}” has no value`));
    }
  },
};

async function openClaims(path: string, file: string): Promise<ClaimsFile> {
  const { ClaimsFault, readClaims } = await import('../stats/claims/read-claims.ts');
  try {
    return readClaims(readText(path));
  } catch (error) {
    if (!(error instanceof ClaimsFault)) throw error;
    const { zh, en } = error.words;
    throw new UsageError(say(`${file} ${zh}`, `${file} ${en}`));
  }
}

/** The catalogue is read only where an expression asks for it. */
async function catalogueFor(
  { claims }: ClaimsFile,
  folder: string | undefined,
  options: Record<string, unknown>,
  session: Session,
): Promise<ReadonlyMap<string, Rational>> {
  const asked = claims.some(({ figures }) => figures.some(({ is }) => is?.text.includes('目录.')));
  if (!asked && folder === undefined) return new Map();
  const { openCatalog } = await import('./inspect.ts');
  const { standardsFor } = await import('./standards.ts');
  const { measureCatalog } = await import('../stats/stats.ts');
  const { catalogueNames } = await import('../stats/claims/catalogue-names.ts');
  const { catalog } = openCatalog(folder, session);
  const stats = measureCatalog(catalog, standardsFor(catalog), readCounting(options));
  return catalogueNames(stats);
}

async function readLedgers(
  { ledgers }: ClaimsFile,
  folder: string,
): Promise<ReadonlyMap<string, Ledger>> {
  const { readCsv } = await import('../import/spreadsheet.ts');
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
