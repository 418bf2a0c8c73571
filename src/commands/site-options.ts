import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Catalog } from '../model/catalog.ts';
import { say } from '../model/words.ts';
import type { RenderContext } from '../render/output.ts';
import { markInvisible } from '../text/invisible.ts';
import { wayInside } from '../world/inside.ts';
import { refusedInTheme } from '../world/theme.ts';
import { type Session, UsageError } from './command.ts';
import type { Located } from './open.ts';

/** A catalogue with its settings. */
interface Opened extends Located {
  readonly catalog: Catalog;
}

/** What the website is made with besides the catalogue. */
export interface SiteOptions extends Pick<RenderContext, 'assets' | 'script'> {
  /** The theme's folder, absolute; empty without one. */
  readonly theme: string;
}

/** Reads theme and edition from the options and the settings. */
export async function siteOptions(
  opened: Opened,
  options: Record<string, unknown>,
  session: Session,
): Promise<SiteOptions> {
  const { ownAssets } = await import('../world/assets.ts');
  const { themedAssets } = await import('../world/theme.ts');
  const theme = themeFolder(opened, options, session);
  return {
    assets: theme === undefined ? ownAssets() : themedAssets(ownAssets(), theme),
    ...(isTraditional(opened, options) ? { script: 'zh-Hant' as const } : {}),
    theme: theme ?? '',
  };
}

/** Whether the site is wanted in Traditional characters. */
export function isTraditional(
  { catalog }: Pick<Opened, 'catalog'>,
  { lang }: Record<string, unknown>,
): boolean {
  return lang === 'zh-Hant' || catalog.settings.value.lang === 'zh-Hant';
}

/** `--theme` from the working folder, or `theme` of mingbai.yaml from the catalogue's. */
export function themeFolder(
  { catalog, root }: Opened,
  { theme }: Record<string, unknown>,
  { world }: Session,
): string | undefined {
  const own = catalog.settings.value.theme;
  const folder =
    theme === undefined
      ? own === undefined
        ? undefined
        : join(root, own)
      : resolve(world.cwd, String(theme));
  if (folder === undefined) return undefined;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const name = String(theme ?? own);
    throw new UsageError(say(`没有“${name}”这个主题文件夹`, `there is no theme folder “${name}”`));
  }
  if (theme === undefined) refuseOuterTheme(root, folder, String(own));
  else refuseLinks(folder, String(theme));
  return folder;
}

/** A theme that the settings name lies in the catalogue, also when it is a link. */
function refuseOuterTheme(root: string, folder: string, name: string): void {
  if (wayInside(realpathSync(root), realpathSync(folder)) !== undefined) return;
  const zh = `主题“${name}”在目录之外，没有读取；放进目录，或者用 --theme 指定`;
  throw new UsageError(say(zh, `theme “${name}” is outside the catalogue: name it with --theme`));
}

/** A theme of the settings is checked with the catalogue; one from elsewhere is checked here. */
function refuseLinks(folder: string, name: string): void {
  const [path] = refusedInTheme(folder);
  if (path === undefined) return;
  const zh = `主题“${name}”里的“${markInvisible(path)}”是指向外面的链接，或者不是普通文件`;
  const en = `“${markInvisible(path)}” in theme “${name}” is a link out of it, or no plain file`;
  throw new UsageError(say(zh, en));
}

/** A template that cannot be used, told with its file and line; anything else as it was. */
export async function asMisuse(error: unknown, theme: string, cwd: string): Promise<unknown> {
  const { TemplateError } = await import('../render/html/template-check.ts');
  if (!(error instanceof TemplateError)) return error;
  const own = join(theme, error.path);
  const place = theme !== '' && existsSync(own) ? relative(cwd, own) : `templates/${error.path}`;
  const at = `${place}:${error.line}`;
  return new UsageError(say(`${at}: ${error.reason.zh}`, `${at}: ${error.reason.en}`));
}
