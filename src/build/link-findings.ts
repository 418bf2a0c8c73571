import type { SharedCatalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { say, type Words } from '../model/words.ts';
import { checkLinks, type LinkFault, type PageLinks } from '../render/html/links.ts';
import { Lines } from '../text/lines.ts';
import type { Building } from './build.ts';
import type { ItemLine } from './build-items.ts';
import type { BuiltWhole } from './build-whole.ts';
import { allFiles, type BuiltFile, type BuiltItem } from './built.ts';

/** What is broken on the pages of a site, at the place in the catalogue that it comes from. */
export function linkFindings(
  building: Pick<Building, 'files' | 'catalog'>,
  items: readonly ItemLine[],
  whole: BuiltWhole,
  rest: readonly BuiltFile[],
): Finding[] {
  const pages = new Map<string, PageLinks>();
  const paths = new Set(rest.map(({ path }) => path));
  const owners = new Map<string, string>();
  const take = (files: readonly BuiltFile[], owner?: string): void => {
    for (const { path, links } of files) {
      paths.add(path);
      if (links === undefined) continue;
      pages.set(path, links);
      if (owner !== undefined) owners.set(path, owner);
    }
  };
  for (const { row, bytes } of items) {
    // Written by `buildItems`.
    const { files } = JSON.parse(bytes.toString('utf8')) as BuiltItem;
    take(allFiles(files), row.path);
  }
  for (const { files } of Object.values(whole)) take(files);
  const faults = checkLinks(pages, (path) => paths.has(path));
  const groups = new Map<string, LinkFault[]>();
  for (const fault of faults) {
    const key = [owners.get(fault.page), fault.what, fault.link].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].flatMap(([fault, ...more]) =>
    fault === undefined
      ? []
      : [findingOf(fault, more.length, { ...building, owner: owners.get(fault.page) })],
  );
}

/** The address of a catalogue's site without a slash at the end; empty when it has none. */
export function siteOf({ settings }: Pick<SharedCatalog, 'settings'>): string {
  return (settings.value.site ?? '').replace(/\/+$/, '');
}

interface Origin extends Pick<Building, 'files' | 'catalog'> {
  /** The item's file; undefined for a page that lists. */
  readonly owner: string | undefined;
}

function findingOf(
  fault: LinkFault,
  more: number,
  { files, catalog: { settings }, owner }: Origin,
): Finding {
  const text = owner === undefined ? settings.source.text : textAt(owner, files);
  return {
    rule: fault.what === 'twice' ? 'duplicate-anchor' : 'broken-link',
    severity: 'error',
    path: owner ?? settings.path,
    pointer: '',
    span: placeOf(fault, text),
    message: words(fault, more),
    hint: hint(fault),
  };
}

/** The text of an item's file; empty where items are not at hand. */
function textAt(path: string, files: Building['files']): string {
  if (!files.list().includes(path)) return '';
  return new TextDecoder().decode(files.read(path));
}

/** Where the file writes the address; its beginning when a template does. */
function placeOf({ link, what }: LinkFault, text: string) {
  const word = what === 'file' ? link : link.replace(/^.*#/, '');
  const at = word === '' ? -1 : text.indexOf(word);
  const lines = new Lines(text);
  return at === -1 ? lines.span(0, 0) : lines.span(at, at + word.length);
}

function words({ page, what, link }: LinkFault, more: number): Words {
  const zh = more === 0 ? `网页 ${page} ` : `网页 ${page} 和另外 ${more} 页`;
  const en = more === 0 ? page : `${page} and ${more} more`;
  if (what === 'twice') {
    return say(`${zh}里锚点“${link}”重复`, `the id “${link}” is twice on ${en}`);
  }
  const target = what === 'file' ? `没有“${link}”这个文件` : `没有“${link}”这个位置`;
  return say(`${zh}的链接打不开：${target}`, `a broken link on ${en}: “${link}”`);
}

function hint({ what }: LinkFault): Words {
  if (what === 'twice') return say('让每个标识只用一次', 'use each id once');
  return say(
    '改正链接或补上文件；目录里没有写这个链接的，查主题的模板',
    'mend the link or add the file; if the catalogue does not write it, look in the theme',
  );
}
