import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Assets = (path: string) => Uint8Array;

/**
 * The program's files with a theme laid over them: a template or script of the theme takes the
 * place of ours, its style sheet follows ours. Takes the theme's folder, absolute.
 */
export function themedAssets(own: Assets, theme: string): Assets {
  return (path) => {
    const name = path.replace(/^templates\//, '');
    const file = join(theme, name);
    if (name === path || !existsSync(file)) return own(path);
    const bytes = readFileSync(file);
    return name === 'style.css' ? Buffer.concat([own(path), Buffer.from('\n'), bytes]) : bytes;
  };
}
