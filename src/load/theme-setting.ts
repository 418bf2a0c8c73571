import type { Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Settings } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import { loadFinding } from './findings.ts';

/** Whether a theme named in the settings is a folder of the catalogue, by its name alone. */
export function isInnerTheme(theme: string): boolean {
  if (/^([\\/]|[a-z]:)/i.test(theme)) return false;
  return !theme.split(/[\\/]/).includes('..');
}

/** What is wrong with the theme that the settings name. */
export function themeFindings(
  { value, path, source }: Entry<Settings>,
  paths: readonly string[],
): Finding[] {
  const { theme } = value;
  if (theme === undefined) return [];
  const place = { pointer: '/theme', span: source.locate('/theme') };
  if (!isInnerTheme(theme)) {
    const message = say(
      `主题“${theme}”指向目录之外`,
      `theme “${theme}” leads out of the catalogue`,
    );
    const hint = say(
      '把主题文件夹放进目录，或者编译时用 --theme 指定',
      'put the folder into the catalogue, or name it with --theme',
    );
    return [loadFinding('path-escape', path, place, message, hint)];
  }
  const folder = theme.replace(/^(\.\/)+|\/+$/g, '');
  const isSeen = !/(^|\/)(node_modules|public)/.test(folder) && folder !== '';
  if (!isSeen || paths.some((each) => each.startsWith(`${folder}/`))) return [];
  const message = say(`没有“${theme}”这个主题文件夹`, `there is no theme folder “${theme}”`);
  const hint = say('核对文件夹的名字', 'check the name of the folder');
  return [loadFinding('missing-file', path, place, message, hint)];
}
