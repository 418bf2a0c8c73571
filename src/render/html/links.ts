import { attributesOf } from './attributes.ts';

/** What a page refers to and can be referred to by: plain JSON, so that it may be kept. */
export interface PageLinks {
  /** Where an address may point to: every `id`, once. */
  readonly ids: readonly string[];
  /** Ids that stand on the page more than once. */
  readonly twice: readonly string[];
  /**
   * Addresses below the site's root, with fragments, once each: `forms/a.docx`. Of those on the
   * page itself only what is not there: `#fees`.
   */
  readonly links: readonly string[];
}

/** A link that leads nowhere, or an id that cannot be told from another. */
export interface LinkFault {
  readonly page: string;
  readonly what: 'file' | 'fragment' | 'twice';
  /** The address, or the id. */
  readonly link: string;
}

const FOREIGN = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Reads a page's ids and links. Takes the page's path below the site's root and the site's own
 * address, which may be empty. Full addresses are left out, also those of the same host: other
 * programs may answer there; so are common ones.
 */
export function linksOf(
  path: string,
  html: string,
  site: string,
  common: ReadonlySet<string> = NONE,
): PageLinks {
  const ids = new Set<string>();
  const twice = new Set<string>();
  const links = new Set<string>();
  for (const { name, start, end } of attributesOf(html)) {
    const value = plainText(html.slice(start, end));
    if (name !== 'id') {
      const link = targetOf(value, path, site);
      if (link !== undefined && !common.has(link)) links.add(link);
    } else if (ids.has(value)) twice.add(value);
    else ids.add(value);
  }
  const open = [...links].filter((link) => link[0] !== '#' || !ids.has(link.slice(1)));
  return { ids: [...ids], twice: [...twice], links: open };
}

const NONE: ReadonlySet<string> = new Set();

/** A page with its links. */
export type LinkedPage = readonly [path: string, links: PageLinks];

/**
 * What is broken among all pages of a site, by page. `hasFile` tells the site's files. The pages
 * are gone through twice and none of them is held, so that there may be very many. Places may be
 * on other pages than those that are asked about: on `targets`.
 */
export function checkLinks(
  pages: () => Iterable<LinkedPage>,
  hasFile: (path: string) => boolean,
  targets = pages,
): LinkFault[] {
  const faults: LinkFault[] = [];
  const open: { readonly page: string; readonly link: string }[] = [];
  for (const [page, { twice, links }] of pages()) {
    for (const link of twice) faults.push({ page, what: 'twice', link });
    for (const link of links) {
      const [target, fragment] = split(link);
      if (target !== '' && !hasFile(target)) faults.push({ page, what: 'file', link: target });
      else if (target === '') faults.push({ page, what: 'fragment', link });
      else if (fragment !== '') open.push({ page, link });
    }
  }
  if (open.length > 0) faults.push(...openFaults(open, targets()));
  return faults;
}

/** Which of the links to places on other pages lead nowhere; what is no page has no places. */
function openFaults(
  links: readonly { readonly page: string; readonly link: string }[],
  pages: Iterable<LinkedPage>,
): LinkFault[] {
  const wanted = new Set(links.map(({ link }) => split(link)[0]));
  const ids = new Map<string, ReadonlySet<string>>();
  for (const [path, page] of pages) if (wanted.has(path)) ids.set(path, new Set(page.ids));
  return links.flatMap(({ page, link }): LinkFault[] => {
    const [target, fragment] = split(link);
    return ids.get(target)?.has(fragment) === false ? [{ page, what: 'fragment', link }] : [];
  });
}

/** The part before the first `#`, and the part after it. */
function split(link: string): [string, string] {
  const at = link.indexOf('#');
  return at === -1 ? [link, ''] : [link.slice(0, at), link.slice(at + 1)];
}

/** An address as it is seen from the root; undefined for one of another site and for the page itself. */
function targetOf(address: string, page: string, site: string): string | undefined {
  if (address[0] === '#') return address === '#' ? undefined : `#${decoded(address.slice(1))}`;
  const up = '../'.repeat(depthOf(page));
  if (address.startsWith(up) && BELOW.test(address)) {
    const plain = address.slice(up.length);
    if (plain !== '' && !plain.includes('../')) return plain === page ? undefined : plain;
  }
  if (FOREIGN.test(address)) return undefined;
  const [before, fragment] = split(address);
  const [path = ''] = before.split('?');
  const file = path === '' ? page : decoded(fileAt(path, page, site));
  const rest = fragment === '' ? '' : `#${decoded(fragment)}`;
  if (file === page) return rest === '' ? undefined : rest;
  return file + rest;
}

/** Addresses from the root of which nothing is to be worked out: no folder, no escapes. */
const BELOW = /^[\w.-][\w./-]*[\w-](?:#[\w-]+)?$/;

function depthOf(page: string): number {
  let depth = 0;
  for (let at = page.indexOf('/'); at !== -1; at = page.indexOf('/', at + 1)) depth += 1;
  return depth;
}

/** The file at an address: from the root when it begins with a slash, else beside the page. */
function fileAt(path: string, page: string, site: string): string {
  const base = /^https?:\/\/[^/]+(\/.*)?$/.exec(site)?.[1] ?? '';
  const absolute = path.startsWith('/');
  const own = absolute && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  const steps = absolute ? [] : page.split('/').slice(0, -1);
  for (const step of own.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return own.endsWith('/') ? [...steps, 'index.html'].join('/') : steps.join('/');
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** An attribute's value without the escapes that templates write. */
function plainText(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, (found) => ENTITIES[found] ?? found);
}
