import type { Frame, PageHead } from '../../guide/page/page.ts';

/** An address as a page writes it: full ones stay, those below the root get the way up first. */
export function addressOf(href: string, root: string): string {
  if (/^[\w./-]*$/.test(href)) return root + href;
  if (/^([a-z][a-z0-9+.-]*:|#)/i.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  return root + encodePath(path) + (anchor === undefined ? '' : `#${anchor}`);
}

/** A path with each of its parts encoded. */
export function encodePath(path: string): string {
  if (/^[\w./-]*$/.test(path)) return path;
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The way up from a page to the output's root. */
export function rootOf(path: string, site: string): string {
  if (path === '404.html') return `${/^https?:\/\/[^/]+(\/.*)?$/.exec(site)?.[1] ?? ''}/`;
  return '../'.repeat(path.split('/').length - 1);
}

/** The page's full address, without the file's name in a folder of its own. */
export function canonicalOf(path: string, site: string): string {
  if (site === '' || path === '404.html') return '';
  return `${site}/${encodePath(path.replace(/(^|\/)index\.html$/, '$1'))}`;
}

/** What stands in the browser's title bar. */
export function headTitle(page: PageHead & { department?: string }, frame: Frame): string {
  if (page.path === 'index.html') return page.title;
  return [page.title, page.department, frame.title].filter(Boolean).join(' - ');
}

/** Whether a link of the navigation leads to this page. */
export function isCurrent(href: string, page: PageHead): boolean {
  return href === page.path;
}
