import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../model/version.ts';
import { diskFiles } from './disk.ts';

const HOME = fileURLToPath(new URL('../', import.meta.url));

/** Changes with what pages and sheets are made with: templates, fonts, words, a theme's files. */
export function assetsMark(theme: string): string {
  const own = ['templates', 'fonts', 'data'].map((name) => join(HOME, '..', name));
  return [...own.map(folderMark), theme === '' ? '' : themeMark(theme)].join('\n');
}

/** Links are not followed: they may lead anywhere. */
function themeMark(theme: string): string {
  const paths = diskFiles(theme).list();
  return [theme, ...paths.map((path) => `${path} ${stamp(join(theme, path))}`)].join('\n');
}

/** Changes with the fonts that paper is set in. */
export function fontsMark(): string {
  return folderMark(join(HOME, '..', 'fonts'));
}

function folderMark(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return [folder, ...paths.map((path) => `${path} ${stamp(join(folder, path))}`)].join('\n');
}

function stamp(path: string): string {
  const { size, mtimeMs } = lstatSync(path);
  return `${size} ${mtimeMs}`;
}

/** Changes with the program: its version, its own files (rules, schemas) and what runs it. */
export function programMark(): string {
  const marks: string[] = [];
  for (const path of readdirSync(HOME, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.c?[jt]s$/.test(path)) continue;
    marks.push(`${path} ${stamp(join(HOME, path))}`);
  }
  return [VERSION, process.version, ...marks].join('\n');
}
