import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { Parser } from 'htmlparser2';

/** What a page refers to and can be referred to by. */
export interface PageParts {
  readonly ids: readonly string[];
  /** Addresses that a reader follows. */
  readonly links: readonly string[];
  /** Addresses that a browser fetches by itself. */
  readonly resources: readonly string[];
  /** Texts of headings, cells' tables without rows, visible text. */
  readonly emptyHeadings: number;
  readonly emptyTables: number;
  readonly entries: number;
}

/** Every file below a folder, as paths with `/`. */
export function filesOf(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)));
}

/** Pages of a built site by path, with their text; where lines do not break is left out. */
export function pagesOf(folder: string): Map<string, string> {
  const paths = [...filesOf(folder)].filter((path) => path.endsWith('.html')).sort();
  return new Map(paths.map((path) => [path, breakable(readFileSync(join(folder, path), 'utf8'))]));
}

/** A page without the spans that keep numbers and their units on one line. */
export function breakable(html: string): string {
  return html.replace(/<span class="whole">((?:<a [^>]*>[^<]*<\/a>)?[^<]*)<\/span>/g, '$1');
}

/** Reads ids, links and what may be empty from a page. */
export function partsOf(html: string): PageParts {
  const parts = { ids: [] as string[], links: [] as string[], resources: [] as string[] };
  let [emptyHeadings, emptyTables, entries] = [0, 0, 0];
  let heading: string | undefined;
  let rows = -1;
  const parser = new Parser({
    onopentag(name, { id, href, src, action, rel, class: kind }) {
      if (id !== undefined) parts.ids.push(id);
      if (src !== undefined) parts.resources.push(src);
      if (name === 'link' && href !== undefined && rel !== 'canonical') parts.resources.push(href);
      if (name === 'a' && href !== undefined) parts.links.push(href);
      if (action !== undefined) parts.links.push(action);
      if (/^h[1-6]$/.test(name)) heading = '';
      if (name === 'tbody') rows = 0;
      if (name === 'tr' && rows >= 0) rows += 1;
      if (kind === 'entries') entries -= 1;
    },
    ontext(text) {
      if (heading !== undefined) heading += text;
    },
    onclosetag(name) {
      if (/^h[1-6]$/.test(name)) {
        if (heading?.trim() === '') emptyHeadings += 1;
        heading = undefined;
      }
      if (name === 'tbody') {
        if (rows === 0) emptyTables += 1;
        rows = -1;
      }
    },
  });
  parser.end(html);
  entries = [
    ...html.matchAll(/<ul class="entries">([\s\S]*?)\n<\/ul>\n(?=<\/section>|<\/main>|<nav|\n)/g),
  ].flatMap(([, list = '']) => [...list.matchAll(/^<li(?: class="short")?>$/gm)]).length;
  return { ...parts, emptyHeadings, emptyTables, entries };
}

/** Links, fragments and resources of a site that lead nowhere. */
export function brokenLinks(folder: string): string[] {
  const files = filesOf(folder);
  const pages = new Map([...pagesOf(folder)].map(([path, html]) => [path, partsOf(html)]));
  const ids = new Map([...pages].map(([path, parts]) => [path, new Set(parts.ids)]));
  const broken: string[] = [];
  for (const [path, { links, resources }] of pages) {
    for (const link of [...links, ...resources]) {
      if (/^(https?|mailto|tel):/.test(link)) continue;
      const url = new URL(link, `file:///${path}`);
      const target = link.startsWith('#') ? path : decodeURIComponent(url.pathname.slice(1));
      const fragment = decodeURIComponent(url.hash.slice(1));
      const found = files.has(target) && (fragment === '' || ids.get(target)?.has(fragment));
      if (found !== true) broken.push(`${path} → ${link}`);
    }
  }
  return broken;
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-redundant-role': 'off',
    'require-sri': 'off',
    'tel-non-breaking': 'off',
    'text-content': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'prefer-native-element': 'off',
  },
});

/** What html-validate finds in a page. */
export function markupFaults(path: string, html: string): string[] {
  const { results } = validator.validateStringSync(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
  );
}
