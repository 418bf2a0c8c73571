import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { say } from '../model/words.ts';
import type { ClaimsReport } from '../report/claims.ts';
import type { AuditWorld } from '../stats/claims/audit.ts';
import type { ClaimsFile } from '../stats/claims/claim.ts';
import { quotable } from '../text/visible.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';
import { declareCounting } from './counting.ts';

/** `mingbai claims`: recomputes the numbers of published sentences. */
export const claimsCommand: CommandEntry = {
  name: 'claims',
  summary: say(
    '核对公开材料里的数：逐句重算，说明一致、不一致、推不出来，或者没有核对',
    'audit the numbers of published sentences by computing them again',
  ),
  declare(command, tell) {
    const file = say('新闻的纯文本，或者列出各句的 YAML 文件', 'plain text, or YAML of sentences');
    command
      .argument('[file]', tell(file))
      .argument('[catalog]', tell(say('算式用到目录时，目录的文件夹', 'folder of the catalogue')))
      .option('--format <format>', tell(say('形式：table、json、html', 'form')), 'table')
      .option('--out <file>', tell(say('写到文件', 'write to a file')))
      .option('--write <file>', tell(say('把各句和算式写成 YAML 文件', 'write claims as YAML')))
      .option('--names', tell(say('列出算式可以用的目录的数', 'list the names of the catalogue')));
    declareCounting(command, tell);
  },
  async run([file, folder], options, session) {
    const { gravest } = await import('../stats/claims/audit.ts');
    const { NoValue } = await import('../stats/claims/evaluate.ts');
    if (options.names === true) return listNames(file, options, session);
    if (file === undefined) {
      throw new UsageError(say('要写出文件：新闻的文本或者 YAML', 'name a text or a YAML file'));
    }
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, FORMATS, say('这种形式', 'format'));
    const { claims, world, digest } = await openClaimsOrNews(file, folder, options, session);
    if (options.write !== undefined) await writeNew(String(options.write), claims, session);
    const path = resolve(session.world.cwd, file);
    const shown = relative(session.world.cwd, path).split(sep).join('/');
    try {
      const { auditClaim } = await import('../stats/claims/audit.ts');
      const audits = claims.claims.map((claim) => auditClaim(claim, world));
      const { unitWords } = await import('../stats/policy-words.ts');
      const report: ClaimsReport = {
        ...{ path: shown, title: claims.title, audits, digest, today: session.world.today },
        ...{ units: [unitWords(world.policy)], catalogue: world.catalogue },
        ledgers: [...claims.ledgers].map(([name, at]) => `${name}（${at}）`),
      };
      const body = await bodyOf(report, format, session);
      if (options.out === undefined) session.world.out(body);
      else {
        const { writeOut } = await import('./out-path.ts');
        writeOut(String(options.out), body, format, session);
      }
      return gravest(audits.map(({ level }) => level)) === 'fail' ? 1 : 0;
    } catch (error) {
      if (!(error instanceof NoValue)) throw error;
      throw noValue(error.message, claims, world);
    }
  },
};

const FORMATS = ['table', 'json', 'html'] as const;

async function bodyOf(
  report: ClaimsReport,
  format: (typeof FORMATS)[number],
  { tell, lang }: Session,
): Promise<string> {
  if (format === 'html') {
    const { claimsHtml } = await import('../report/claims-html.ts');
    return claimsHtml(report, tell, lang);
  }
  const { claimsJson, claimsText } = await import('../report/claims.ts');
  return format === 'json' ? claimsJson(report, tell) : claimsText(report, tell);
}

/** YAML by its ending; anything else is read as the text itself. */
async function openClaimsOrNews(
  file: string,
  folder: string | undefined,
  options: Record<string, unknown>,
  session: Session,
): Promise<{
  readonly claims: ClaimsFile;
  readonly world: AuditWorld;
  readonly digest: string;
}> {
  const { readTextFile } = await import('./text-file.ts');
  const known = await import('./claims-world.ts');
  const path = resolve(session.world.cwd, file);
  const text = readTextFile(path, file);
  const digest = createHash('sha256').update(text).digest('hex');
  if (/\.ya?ml$/i.test(file)) {
    const claims = known.openClaims(text, file);
    const asked = known.asksForCatalogue(claims);
    const from = known.catalogueFor(asked, folder, options, session);
    const ledgers = await known.readLedgers(claims, dirname(path));
    return { claims, world: { ...from, ledgers }, digest };
  }
  const { readNews } = await import('../stats/claims/news/read-news.ts');
  const world = { ...known.catalogueFor(false, folder, options, session), ledgers: new Map() };
  const title = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const claims = {
    title: title.trim().slice(0, 60),
    ledgers: new Map(),
    claims: readNews(text, world),
  };
  return { claims, world, digest };
}

async function writeNew(file: string, claims: ClaimsFile, session: Session): Promise<void> {
  const path = resolve(session.world.cwd, file);
  const shown = quotable(file);
  if (existsSync(path)) {
    const zh = `“${shown}”已经有了，不覆盖；请换一个文件名`;
    throw new UsageError(say(zh, `“${shown}” is there already; choose another name`));
  }
  if (!/\.ya?ml$/i.test(file) || !existsSync(dirname(path))) {
    const zh = `“${shown}”要在已有的文件夹里，以 .yaml 结尾`;
    throw new UsageError(say(zh, `“${shown}” has to end in .yaml, in a folder that is there`));
  }
  const { writeClaims } = await import('../stats/claims/write-claims.ts');
  writeFileSync(path, writeClaims(claims), { flag: 'wx' });
  const zh = `写好了 ${shown}：${claims.claims.length} 句，请核对算式\n`;
  session.world.err(session.tell(say(zh, `wrote ${shown}: ${claims.claims.length} claims\n`)));
}

/** The names that workings may use, with their values where there is a catalogue. */
async function listNames(
  folder: string | undefined,
  options: Record<string, unknown>,
  session: Session,
): Promise<0> {
  const { knownNames } = await import('../stats/claims/catalogue-names.ts');
  const { bigText } = await import('../stats/claims/printed.ts');
  const { catalogueFor } = await import('./claims-world.ts');
  const { catalogue } = catalogueFor(false, folder, options, session);
  const lines = knownNames().map(([name, words]) => {
    const value = catalogue.get(name);
    return `${name}${value === undefined ? '' : ` ＝ ${bigText(value)}`}\t${session.tell(words)}`;
  });
  session.world.out(`${lines.join('\n')}\n`);
  return 0;
}

function noValue(name: string, { claims }: ClaimsFile, world: AuditWorld): UsageError {
  const claim = claims.find(({ figures }) => figures.some(({ is }) => is?.text.includes(name)));
  const own = claim?.figures.map((figure) => figure.name) ?? [];
  const more = name.startsWith('目录.') ? [...world.catalogue.keys()] : [...world.ledgers.keys()];
  const known = [...own, ...more].join('、');
  const zh = `算式里的“${name}”没有值，可用：${known}；目录的名称见 mingbai claims --names`;
  return new UsageError(say(zh, `“${name}” has no value; there are: ${known}`));
}
