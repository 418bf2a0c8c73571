import { realpathSync } from 'node:fs';
import { isUnreadable } from '../model/files.ts';
import { diskFiles } from './disk.ts';
import { readInside, wayInside } from './inside.ts';

type Assets = (path: string) => Uint8Array;

/**
 * The program's files with a theme laid over them: a template or script of the theme takes the
 * place of ours, its style sheet follows ours. Takes the theme's folder, absolute. What is a link
 * out of that folder, or no plain file, is passed over as if it were not there.
 */
export function themedAssets(own: Assets, theme: string): Assets {
  return overlaid(own, (name) => themeFile(theme, name));
}

/** A file of the theme as it is now; folders on the way to it may be links, too. */
function themeFile(theme: string, name: string): Buffer | undefined {
  try {
    const way = wayInside(realpathSync(theme), realpathSync(`${theme}/${name}`));
    return way === undefined ? undefined : readInside(theme, name);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** Every file of a theme by its path in it, in base64; none without a theme. */
export function themeFiles(theme: string): Record<string, string> {
  if (theme === '') return {};
  const files = diskFiles(theme);
  const refused = files.escapes();
  const paths = files.list().filter((path) => !refused.has(path));
  return Object.fromEntries(
    paths.map((path) => [path, Buffer.from(files.read(path)).toString('base64')]),
  );
}

/** Paths in a theme's folder that are not read: links out of it, devices, pipes. */
export function refusedInTheme(theme: string): string[] {
  return [...diskFiles(theme).escapes()];
}

/** The program's files with a theme laid over them that came as `themeFiles` gave it. */
export function carriedAssets(own: Assets, theme: Readonly<Record<string, string>>): Assets {
  return overlaid(own, (name) => {
    const file = Object.hasOwn(theme, name) ? theme[name] : undefined;
    return file === undefined ? undefined : Buffer.from(file, 'base64');
  });
}

function overlaid(own: Assets, read: (name: string) => Buffer | undefined): Assets {
  return (path) => {
    const name = path.replace(/^templates\//, '');
    const bytes = name === path ? undefined : read(name);
    if (bytes === undefined) return own(path);
    return name === 'style.css' ? Buffer.concat([own(path), Buffer.from('\n'), bytes]) : bytes;
  };
}
