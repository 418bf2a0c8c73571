import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import { say } from '../model/words.ts';
import { loadFinding } from './findings.ts';
import { refusedFinding } from './refused.ts';

const SETTINGS = 'mingbai.yaml';
/** What an import keeps for the next time. */
const IMPORT_MAP = 'import-map.yaml';

/** Files that nothing reads though they look as if they should be, and what is refused. */
export function strayFindings(paths: readonly string[], files: Files): Finding[] {
  const refused = files.escapes();
  return [
    ...paths.filter((path) => !refused.has(path)).flatMap((path) => strayFinding(path) ?? []),
    // What is read as data is told where it is read.
    ...[...refused]
      .filter((path) => kindOfPath(path) === undefined)
      .map((path) => refusedFinding(path, files)),
  ];
}

function strayFinding(path: string): Finding | undefined {
  if (path !== SETTINGS && isSettingsName(path)) return strangeSettings(path);
  if (kindOfPath(path) !== undefined || path.startsWith('forms/')) return undefined;
  if (path === IMPORT_MAP) return undefined;
  return /\.ya?ml$/i.test(path) ? strayFile(path) : undefined;
}

/** Whether a name at the root was meant to be that of the settings: 大小写、空格、全角, `.txt`. */
function isSettingsName(path: string): boolean {
  if (path.includes('/')) return false;
  const name = path.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return /^mingbai\.ya?ml(\.txt|\.ya?ml)?$/.test(name);
}

function strangeSettings(path: string): Finding {
  const message = say(
    `“${path}”不会当作设置来读，设置文件的名字是 ${SETTINGS}`,
    `“${path}” is not read as the settings: their file is called ${SETTINGS}`,
  );
  const hint = say(`改名为 ${SETTINGS}`, `rename it to ${SETTINGS}`);
  return loadFinding('settings-name', path, {}, message, hint);
}

function strayFile(path: string): Finding {
  return loadFinding(
    'stray-file',
    path,
    {},
    say(
      '这个文件不在约定的位置，没有读取',
      'this file is not in an expected place and was not read',
    ),
    say(
      '事项放在 items/部门/，其余放在 departments/、halls/、bundles/、laws/；扩展名用小写',
      'items lie in items/<department>/, the rest in departments/, halls/, bundles/, laws/',
    ),
  );
}
