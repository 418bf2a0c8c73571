import type { Block, Inline } from '../../guide/guide.ts';
import type { ListPage } from '../../guide/lists/list-page.ts';
import type { Frame, ItemPage, PageHead } from '../../guide/page/page.ts';
import { scriptJson } from '../../text/json-text.ts';
import { canonicalOf } from './address.ts';

/** JSON-LD of an item's page: GovernmentService, BreadcrumbList, FAQPage. */
export function itemData(page: ItemPage, frame: Frame): string {
  const url = canonicalOf(page.path, frame.site);
  const service = {
    '@type': 'GovernmentService',
    name: page.title,
    description: page.summary,
    inLanguage: frame.lang,
    provider: { '@type': 'GovernmentOrganization', name: page.department },
    ...(url === '' ? {} : { url, '@id': url }),
    ...(page.start === undefined
      ? {}
      : { availableChannel: { '@type': 'ServiceChannel', serviceUrl: page.start.href } }),
  };
  return graph([service, ...crumbs(page, frame), ...questions(page)]);
}

/** JSON-LD of a list: where it stands. */
export function pageData(page: ListPage, frame: Frame): string {
  return graph(crumbs(page, frame));
}

function graph(nodes: readonly object[]): string {
  if (nodes.length === 0) return '';
  return scriptJson({ '@context': 'https://schema.org', '@graph': nodes });
}

function crumbs({ crumbs: parents, title, path }: PageHead, { site }: Frame): object[] {
  if (parents.length === 0 || site === '') return [];
  const all = [...parents, { text: title, href: path }];
  const itemListElement = all.map(({ text, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    item: canonicalOf(href, site),
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}

function questions({ rest }: ItemPage): object[] {
  const entries = rest.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'questions' ? block.entries : [])),
  );
  if (entries.length === 0) return [];
  const mainEntity = entries.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer.map(textOf).join(' ') },
  }));
  return [{ '@type': 'FAQPage', mainEntity }];
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return runs(block.text);
  if (block.kind === 'list') return block.items.map((item) => item.map(textOf).join('')).join(' ');
  if (block.kind === 'table')
    return block.rows.map((row) => row.flat().map(runs).join(' ')).join(' ');
  if (block.kind === 'heading') return block.text;
  return '';
}

function runs(text: readonly Inline[]): string {
  return text.map((run) => run.text).join('');
}
