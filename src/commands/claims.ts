import { dirname, relative, resolve, sep } from 'node:path';
import { say } from '../model/words.ts';
import { type CommandEntry, UsageError } from './command.ts';
import { declareCounting } from './counting.ts';

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
    const { catalogueFor, openClaims, readLedgers } = await import('./claims-world.ts');
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, ['table', 'json'], say('这种形式', 'format'));
    const path = resolve(session.world.cwd, file);
    const claims = openClaims(path, file);
    const world = {
      catalogue: catalogueFor(claims, folder, options, session),
      ledgers: await readLedgers(claims, dirname(path)),
    };
    const shown = relative(session.world.cwd, path).split(sep).join('/');
    try {
      const audits = claims.claims.map((claim) => auditClaim(claim, world));
      const report = { path: shown, title: claims.title, audits };
      const form = format === 'json' ? claimsJson : claimsText;
      session.world.out(form(report, session.tell));
      return gravest(audits.map(({ level }) => level)) === 'fail' ? 1 : 0;
    } catch (error) {
      if (!(error instanceof NoValue)) throw error;
      const name = error.message;
      throw new UsageError(say(`算式里的“${name}”没有值`, `“${name}” has no value`));
    }
  },
};
