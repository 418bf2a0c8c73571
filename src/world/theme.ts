import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

type Assets = (path: string) => Uint8Array;

/**
 * The program's files with a theme laid over them: a template or script of the theme takes the
 * place of ours, its style sheet follows ours. Takes the theme's folder, absolute.
 */
export function themedAssets(own: Assets, theme: string): Assets {
  return overlaid(own, (name) => {
    const file = join(theme, name);
    return existsSync(file) ? readFileSync(file) : undefined;
  });
}

/** Every file of a theme by its path in it, in base64; none without a theme. */
export function themeFiles(theme: string): Record<string, string> {
  if (theme === '') return {};
  const entries = readdirSync(theme, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(theme, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path, readFileSync(join(theme, path)).toString('base64')]),
  );
}

/** The program's files with a theme laid over them that came as `themeFiles` gave it. */
export function carriedAssets(own: Assets, theme: Readonly<Record<string, string>>): Assets {
  return overlaid(own, (name) => {
    const file = theme[name];
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
