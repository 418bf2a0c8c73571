import { decodeText } from '../load/decode.ts';
import { bytesOrWhy, type Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';

/**
 * Files of a catalogue that have another path than before, by the path they had: those of one name
 * in another folder, then those that call what they hold the same.
 */
export function renamedFiles(before: Files, now: Files): ReadonlyMap<string, string> {
  const gone = onlyIn(before, now);
  const come = onlyIn(now, before);
  const renamed = new Map<string, string>();
  const keys = [
    (_: Files, path: string): string => path.replace(/^.*\//, ''),
    (files: Files, path: string): string | undefined => titleIn(files, path),
  ];
  for (const keyOf of keys) {
    const taken = new Set(renamed.values());
    const left = gone.filter((path) => !renamed.has(path));
    const open = come.filter((path) => !taken.has(path));
    for (const path of left) {
      const key = keyOf(before, path);
      const same = (files: Files, other: string): boolean =>
        kindOfPath(other) === kindOfPath(path) && keyOf(files, other) === key;
      const [found, ...more] = open.filter((other) => same(now, other));
      const isOnly = left.filter((other) => same(before, other)).length === 1;
      if (key !== undefined && found !== undefined && more.length === 0 && isOnly) {
        renamed.set(path, found);
      }
    }
  }
  return renamed;
}

function onlyIn(files: Files, others: Files): string[] {
  const known = new Set(others.list());
  const own = files.list().filter((path) => kindOfPath(path) !== undefined && !known.has(path));
  // Where so much is other, nothing is to be compared.
  return own.length > MOST ? [] : own;
}

const MOST = 200;

function titleIn(files: Files, path: string): string | undefined {
  const bytes = bytesOrWhy(path, files);
  const decoded = typeof bytes === 'string' ? undefined : decodeText(bytes);
  if (decoded === undefined || !('text' in decoded)) return undefined;
  return /^[^\s#]*(?:name|名称):[ \t]+(.+)$/m.exec(decoded.text)?.[1]?.trim();
}
