import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatName } from '../exchange/formats.ts';
import { missingIn, type Selection, selected } from '../exchange/select.ts';
import type { Catalog } from '../model/catalog.ts';
import { say } from '../model/words.ts';
import { quotable, visible } from '../text/visible.ts';
import { type ExitCode, type Session, UsageError } from './command.ts';
import { openCatalog } from './open.ts';
import { namesOf, oneOf } from './option-values.ts';
import { writeOut } from './out-path.ts';

/** Writes a catalogue, or the part that is chosen, to a file or folder; gives the exit code. */
export async function writeExport(
  folder: string | undefined,
  to: string,
  options: Record<string, unknown>,
  session: Session,
): Promise<ExitCode> {
  const name = formatGiven(to, options.format, session);
  const format: ExportFormat = EXPORT_FORMATS[name];
  const isFile = isFileName(to, format);
  const whole = openCatalog(folder, session).catalog;
  const catalog = chosen(whole, options);
  const context = { catalog, today: session.world.today };
  const files = await format.write(isFile ? { ...context, file: basename(to) } : context);
  const target = resolve(session.world.cwd, to);
  if (!isFile) makeFolder(target, to);
  for (const { path, body } of files) {
    const place = isFile ? target : join(target, path);
    refuseOthers(place, format.trace);
    writeOut(place, body, format.form, session);
  }
  tellLeftOut(whole, session);
  const count = catalog.items.length;
  const place = visible(relative(session.world.cwd, target) || '.');
  session.world.out(
    session.tell(
      say(`导出 ${count} 个事项，写好了 ${place}\n`, `${count} items exported to ${place}\n`),
    ),
  );
  return 0;
}

/** The form that `--format` names, or else that the ending of the file stands for. */
function formatGiven(to: string, given: unknown, { world }: Session): ExportFormatName {
  const names = namesOf(EXPORT_FORMATS);
  if (given !== undefined) return oneOf(given, names, say('这种形式', 'format'));
  const ending = extname(to).slice(1).toLowerCase();
  const path = resolve(world.cwd, to);
  const isFolder = ending === '' || (existsSync(path) && statSync(path).isDirectory());
  if (isFolder) return 'csv';
  const found = names.find((name) => {
    const endings: readonly string[] = EXPORT_FORMATS[name].endings;
    return endings.includes(ending);
  });
  if (found !== undefined) return found;
  const known = names.flatMap((name) => EXPORT_FORMATS[name].endings).map((each) => `.${each}`);
  throw new UsageError(
    say(
      `不能导出成“${quotable(`.${ending}`)}”，可用：${known.join('、')}，或者一个文件夹`,
      `no export to “${quotable(`.${ending}`)}”: ${known.join(', ')}, or a folder`,
    ),
  );
}

function isFileName(to: string, { endings, folder, name }: ExportFormat): boolean {
  if (endings.includes(extname(to).slice(1).toLowerCase())) return true;
  if (folder) return false;
  throw new UsageError(
    say(
      `${name.zh}写到一个文件，例如 --to 目录.${endings[0] ?? ''}`,
      `${name.en} goes to a file, such as --to list.${endings[0] ?? ''}`,
    ),
  );
}

function chosen(catalog: Catalog, options: Record<string, unknown>): Catalog {
  const only = options.only === undefined ? undefined : namesIn(String(options.only));
  const selection: Selection = {
    ...(options.department === undefined ? {} : { department: String(options.department) }),
    ...(only === undefined ? {} : { only }),
  };
  const [missing] = missingIn(catalog, selection);
  if (missing !== undefined) {
    throw new UsageError(
      say(`目录里没有“${quotable(missing)}”`, `nothing called “${quotable(missing)}” here`),
    );
  }
  const part = selected(catalog, selection);
  if (part.items.length > 0) return part;
  throw new UsageError(say('没有符合的事项，没有导出', 'no item fits: nothing exported'));
}

function namesIn(list: string): string[] {
  return list.split(/[,，、]/).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
}

function makeFolder(path: string, name: string): void {
  if (existsSync(path) && !statSync(path).isDirectory()) {
    throw new UsageError(say(`不是文件夹：${name}`, `not a folder: ${name}`));
  }
  mkdirSync(path, { recursive: true });
}

/** Files that cannot be read are in no export; that has to be known. */
function tellLeftOut(catalog: Catalog, session: Session): void {
  const { items, departments, halls, bundles, laws, settings, fileCount } = catalog;
  const read = items.length + departments.size + halls.size + bundles.size + laws.size;
  const left = fileCount - read - (settings.source.text === '' ? 0 : 1);
  if (left <= 0) return;
  session.world.err(
    session.tell(
      say(
        `有 ${left} 个文件读不了，没有导出；先运行 mingbai check\n`,
        `${left} files cannot be read and are not exported: run mingbai check\n`,
      ),
    ),
  );
}

/** The list of an office may have the name that an export is given. */
export function refuseOthers(path: string, trace: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size === 0) return;
  if (readFileSync(path).includes(trace)) return;
  const name = quotable(basename(path));
  throw new UsageError(
    say(
      `“${name}”已经存在，不是 mingbai 导出的，不敢覆盖；换一个名称，或先移走它`,
      `“${name}” exists and is no export of mingbai: give another name, or remove it`,
    ),
  );
}
