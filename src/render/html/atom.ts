import type { DatedChange } from '../../guide/lists/changes.ts';
import type { Frame } from '../../guide/page/page.ts';
import { xmlText } from '../../text/xml-text.ts';
import type { Rendered } from '../output.ts';
import { canonicalOf } from './address.ts';

const RECENT = 100;

/** The feed of changes; nothing without a site to point to or a date to bear. */
export function atomFeed(
  changes: readonly DatedChange[],
  { title, site, lang, publisher }: Frame,
  date: string | undefined,
): Rendered[] {
  const updated = changes[0]?.date ?? date;
  if (site === '' || changes.length === 0 || updated === undefined) return [];
  const self = `${site}/changes.atom`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(lang)}">`,
    `<title>${xmlText(title)}</title>`,
    `<id>${xmlText(`${site}/`)}</id>`,
    `<link rel="self" href="${xmlText(self)}"/>`,
    `<link href="${xmlText(`${site}/changes.html`)}"/>`,
    `<author><name>${xmlText(publisher === '' ? title : publisher)}</name></author>`,
    `<updated>${updated}T00:00:00+08:00</updated>`,
    ...changes.slice(0, RECENT).map((change) => entry(change, site)),
    '</feed>',
  ];
  return [{ file: 'changes.atom', body: `${lines.join('\n')}\n` }];
}

function entry({ date, id: file, title, lines, href }: DatedChange, site: string): string {
  const page = href === '' ? `${site}/changes.html` : canonicalOf(href, site);
  const id = `${page}#${date}-${file}`;
  return [
    '<entry>',
    `<title>${xmlText(title)}</title>`,
    `<id>${xmlText(id)}</id>`,
    `<link href="${xmlText(page)}"/>`,
    `<updated>${date}T00:00:00+08:00</updated>`,
    `<summary>${xmlText(lines.join('；'))}</summary>`,
    '</entry>',
  ].join('\n');
}
