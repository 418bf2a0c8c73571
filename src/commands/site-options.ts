import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { BuildInput } from '../build/build.ts';
import type { Fact } from '../guide/guide.ts';
import type { ItemCompleteness, SiteData } from '../guide/lists/site-data.ts';
import type { Catalog } from '../model/catalog.ts';
import { say } from '../model/words.ts';
import { type Session, UsageError } from './command.ts';
import type { Opened } from './inspect.ts';

/** What the website is made with besides the catalogue. */
export interface SiteOptions extends Pick<BuildInput, 'assets' | 'script' | 'data'> {
  /** The theme's folder, absolute; empty without one. */
  readonly theme: string;
}

/** Reads theme and edition, and measures what pages show. */
export async function siteOptions(
  opened: Opened,
  options: Record<string, unknown>,
  session: Session,
): Promise<SiteOptions> {
  const look = await siteLook(opened, options, session);
  return { ...look, data: await siteData(opened, options, session) };
}

/** Reads theme and edition from the options and the settings. */
export async function siteLook(
  opened: Opened,
  options: Record<string, unknown>,
  session: Session,
): Promise<Omit<SiteOptions, 'data'>> {
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
export function isTraditional({ catalog }: Opened, { lang }: Record<string, unknown>): boolean {
  return lang === 'zh-Hant' || catalog.settings.value.lang === 'zh-Hant';
}

/** `--theme` from the working folder, or `theme` of mingbai.yaml from the catalogue's. */
function themeFolder(
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
  return folder;
}

/** What the pages that list show of other rooms' measuring. */
export async function siteData(
  { catalog, root }: Pick<Opened, 'catalog' | 'root'>,
  options: Record<string, unknown>,
  session: Session,
): Promise<SiteData> {
  const { siteChanges } = await import('./site-changes.ts');
  const { measureCompleteness } = await import('../lint/completeness/measure.ts');
  const profile = catalog.settings.value.profiles?.[0] ?? 'notice';
  const completeness = catalog.items.map(({ value }): ItemCompleteness => {
    const { filled, applicable, gaps } = measureCompleteness(value, catalog, profile);
    const missing = [...new Set(gaps.map(({ element }) => element.zh))];
    return { id: value.id, filled, applicable, missing };
  });
  const changes = siteChanges(root, catalog, options.since, session);
  return { figures: await figureFacts(catalog), completeness, changes };
}

/** The figures of `mingbai stats` in words: a share with its count, a mean with its unit. */
async function figureFacts(catalog: Catalog): Promise<Fact[]> {
  const { measureCatalog } = await import('../stats/stats.ts');
  const { standardsFor } = await import('./standards.ts');
  const { toFixed, toPercent, toPlain } = await import('../stats/rational.ts');
  const { figures } = measureCatalog(catalog, standardsFor(catalog));
  return figures.flatMap(({ spec, value, numerator, denominator }): Fact[] => {
    if (value === undefined) return [];
    const share = `${toPercent(value)}（${toPlain(numerator)}/${toPlain(denominator)}）`;
    const text = spec.kind === 'share' ? share : toFixed(value, 1) + (spec.unit?.zh ?? '');
    return [{ label: spec.label.zh, value: [{ text }] }];
  });
}

/** A template that can't be used, told with its file and line; anything else as it was. */
export async function asMisuse(error: unknown, theme: string, cwd: string): Promise<unknown> {
  const { TemplateError } = await import('../render/html/template-check.ts');
  if (!(error instanceof TemplateError)) return error;
  const own = join(theme, error.path);
  const place = theme !== '' && existsSync(own) ? relative(cwd, own) : `templates/${error.path}`;
  const at = `${place}:${error.line}`;
  return new UsageError(say(`${at}: ${error.reason}`, `${at}: ${error.reason}`));
}
