import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeGuide } from '../src/guide/compose.ts';
import type { Block } from '../src/guide/guide.ts';
import { cardOf } from '../src/guide/lists/card.ts';
import type { ListPage, Pager } from '../src/guide/lists/list-page.ts';
import { NO_DATA } from '../src/guide/lists/site-data.ts';
import { composeItemPage } from '../src/guide/page/item-page.ts';
import { paragraph } from '../src/guide/words.ts';
import { loadCatalog } from '../src/load/load.ts';
import { handlebarsPages, themePages } from '../src/render/html/handlebars-pages.ts';
import { htmlRenderer } from '../src/render/html/html.ts';
import { prepareSite, siteFiles } from '../src/render/html/site-files.ts';
import { TemplateError } from '../src/render/html/template-check.ts';
import { templateCode } from '../src/render/html/template-code.ts';
import { UnsupportedError } from '../src/render/html/template-expressions.ts';
import { PAGES, type PageName, readTemplates } from '../src/render/html/template-files.ts';
import { ownPages, pagesOf, type TemplateFunction } from '../src/render/html/template-pages.ts';
import type { PageView } from '../src/render/html/view.ts';
import { ownAssets } from '../src/world/assets.ts';
import { diskFiles } from '../src/world/disk.ts';
import { type Random, seededRandom } from './bench/random.ts';
import { ROOT } from './program.ts';

type Seen = readonly [name: PageName, view: PageView];

/** What the templates of a catalogue's whole website see, page by page. */
async function viewsOf(folder: string): Promise<Seen[]> {
  const { catalog } = loadCatalog(diskFiles(join(ROOT, folder)));
  const seen: Seen[] = [];
  const html = htmlRenderer((name, view) => {
    seen.push([name, view]);
    return '';
  });
  const workshop = { ...(await prepareSite({ catalog, assets: ownAssets() })), html };
  const cards = catalog.items.map((entry) => {
    const guide = composeGuide(entry, catalog);
    const download = { label: '办事指南（PDF）', href: 'guide.pdf' };
    html.itemPage(composeItemPage(guide, catalog), workshop.frame, [download]);
    return cardOf(entry, catalog, guide);
  });
  for (const { render } of siteFiles(workshop, cards, NO_DATA)) render();
  return seen;
}

/** A list with what neither of the catalogues has on a page: page numbers, a note, a code. */
function rareView([name, view]: Seen): Seen {
  const code: Block = { kind: 'code', content: 'https://example.gov.cn/?a=1&b', caption: '扫码' };
  const note: Block = { kind: 'note', tone: 'warning', blocks: [paragraph('<注意>'), code] };
  const pager: Pager = {
    words: '第2页，共3页',
    previous: { text: '上一页', href: 'lists/all.html' },
    next: { text: '下一页', href: 'lists/all-3.html' },
    numbers: [
      { text: '1', href: 'lists/all.html', current: false },
      { text: '2', href: 'lists/all-2.html', current: true },
      { text: '…', href: '', current: false },
    ],
  };
  const sections = [{ id: 'note', heading: '说明', folded: true, blocks: [note] }];
  return [name, { ...view, page: { ...(view.page as ListPage), pager, sections } }];
}

const plain = [...(await viewsOf('catalog')), ...(await viewsOf('tests/catalog'))];
const views = [
  ...plain,
  ...plain
    .filter(([name]) => name === 'list')
    .slice(0, 1)
    .map(rareView),
];
const texts = readTemplates((path) => readFileSync(join(ROOT, 'templates', path), 'utf8'));

function codePages(changed: ReadonlyMap<string, string>) {
  return pagesOf(new Function('run', 'functions', templateCode(changed)) as TemplateFunction);
}

/** A page's data with something else, or nothing, at a random place. */
function spoil(value: unknown, random: Random): void {
  if (typeof value !== 'object' || value === null) return;
  // Plain JSON, so its places are its keys.
  const place = value as Record<string, unknown>;
  const keys = Object.keys(place);
  const key = random.pick(keys);
  const deeper = keys.length > 0 && typeof place[key] === 'object' && !random.chance(0.2);
  if (deeper) spoil(place[key], random);
  else if (random.chance(0.2)) delete place[key];
  else place[key] = random.pick(['', 0, 7, true, false, null, [], {}, "<b a='1'>&\"`", ['x', 'y']]);
}

function outcome(render: () => string): string | Error {
  try {
    return render();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The same templates, one of them with a piece at its beginning. */
function withPiece(name: string, piece: string): Map<string, string> {
  return new Map(texts).set(name, `${piece}${texts.get(name)}`);
}

describe('the program’s templates as code', () => {
  test('are the ones that are used', () => {
    expect(ownPages(texts)).toBeDefined();
    expect(ownPages(withPiece('list', ' '))).toBeUndefined();
  });

  test('give what Handlebars gives on every page of both catalogues', () => {
    const own = ownPages(texts);
    const slow = handlebarsPages(texts);
    for (const [name, view] of views) expect(own?.(name, view)).toBe(slow(name, view));
    expect(views.length).toBeGreaterThan(100);
  });

  test('are all called there', () => {
    const marked = new Map([...texts].map(([name, text]) => [name, `<!--${name}-->${text}`]));
    const pages = codePages(marked);
    const all = views.map(([name, view]) => pages(name, view)).join('');
    expect([...texts.keys()].filter((name) => !all.includes(`<!--${name}-->`))).toEqual([]);
  });

  test('give what Handlebars gives for data that is no page, or are not sure', () => {
    const code = codePages(texts);
    const slow = handlebarsPages(texts);
    const random = seededRandom(8);
    let sure = 0;
    for (let round = 0; round < 600; round += 1) {
      const [name, view] = views[random.below(views.length)]!;
      const spoilt = JSON.parse(JSON.stringify(view)) as PageView;
      spoil(spoilt, random);
      const quick = outcome(() => code(name, spoilt));
      if (quick instanceof Error) continue;
      sure += 1;
      expect(quick).toBe(outcome(() => slow(name, spoilt)));
    }
    expect(sure).toBeGreaterThan(100);
  });
});

/** Pieces of templates, and whether they can be code. */
const PIECES: readonly (readonly [piece: string, isCode: boolean])[] = [
  ['{{! a note }}{{page.title}}|{{{page.title}}}|{{&page.title}}|{{this.page.title}}', true],
  ['{{~#if page.tags~}} full {{~else~}} empty {{~/if~}}', true],
  ['{{#if page.pager}}a{{else if page.tags}}b{{else unless page.box}}c{{else}}d{{/if}}', true],
  ['{{#each page.tags}}{{@index}}{{this}}{{../page.title}}{{else}}none{{/each}}', true],
  ['{{#each page.metas}}{{#each @root.page.tags}}{{../name}}{{/each}}{{/each}}', true],
  ['{{#unless page.rest}}a{{else}}b{{/unless}}\n  {{> search label="<次>"}}\n', true],
  [
    '{{#each page.rest}}{{#if (several blocks)}}{{> section this heading=id folded=true}}{{/if}}{{/each}}',
    true,
  ],
  ['{{#> search label=page.title}}around{{/search}}', true],
  ['{{#each page.rest}}{{#each blocks}}{{> (partialOf kind)}}{{/each}}{{/each}}', true],
  ['{{#each page.tags}}{{@key}}{{@first}}{{@last}}{{/each}}', false],
  ['{{#with page}}{{title}}{{/with}}{{lookup page "title"}}', false],
  ['{{#each page.tags as |text|}}{{text}}{{/each}}', false],
  ['{{#page}}{{title}}{{/page}}', false],
  ['{{#if page.count includeZero=true}}{{page.count}}{{/if}}', false],
  ['{{addressOf "index.html"}}', false],
  ['{{> title}}', false],
  ['{{#each page}}{{this}}{{/each}}', true],
  ['{{page.entries}}{{page.search}}', true],
  ['{{#each frame.nav}}{{#if entries}}a{{/if}}{{/each}}{{#if page.tags.entries}}b{{/if}}', true],
];

describe('templates that are changed, as code where they can be', () => {
  test.each(PIECES)('%s', (piece, isCode) => {
    const changed = withPiece('list', piece).set('guide', `${piece}${texts.get('guide')}`);
    const slow = handlebarsPages(changed);
    if (!isCode) {
      expect(() => codePages(changed)).toThrow(UnsupportedError);
      return;
    }
    const code = codePages(changed);
    for (const [name, view] of views.filter((_, at) => at % 7 === 0)) {
      const given = outcome(() => code(name, view));
      // What the code throws at, it does not render another way.
      if (!(given instanceof Error)) expect(given).toEqual(outcome(() => slow(name, view)));
    }
  });

  test('may change any of them', () => {
    for (const name of texts.keys()) {
      const changed = withPiece(name, '<i></i>');
      const [code, slow] = [codePages(changed), handlebarsPages(changed)];
      for (const [page, view] of views.filter((_, at) => at % 31 === 0)) {
        expect(code(page, view), name).toBe(slow(page, view));
      }
    }
  });
});

/** Templates of a theme that do not end by themselves, and the file that is named. */
const ENDLESS: readonly (readonly [what: string, changed: Record<string, string>, at: string])[] = [
  ['one calls itself', { doors: '{{> doors}}' }, 'html/doors.hbs'],
  ['two call each other', { doors: '{{> tick}}', tick: '{{> doors}}' }, 'html/'],
  ['one calls itself twice', { doors: '{{> doors}}{{> doors}}' }, 'html/doors.hbs'],
  ['one is put around itself', { doors: '{{#> doors}}x{{/doors}}' }, 'html/doors.hbs'],
  [
    'one calls itself from within',
    { doors: `{{#if page}}${'{{#if page}}'.repeat(40)}{{> doors}}${'{{/if}}'.repeat(41)}` },
    'html/doors.hbs',
  ],
  [
    'a piece of its own calls itself',
    { doors: '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}' },
    'html/doors.hbs',
  ],
  [
    'loops within loops',
    { doors: `${'{{#each @root.frame}}'.repeat(30)}x${'{{/each}}'.repeat(30)}` },
    'html/doors.hbs',
  ],
  ['24 double each other', doubled(), 'html/'],
  [
    'blocks 400 deep',
    { doors: `${'{{#if page}}'.repeat(400)}${'{{/if}}'.repeat(400)}` },
    'html/doors.hbs',
  ],
  [
    'blocks 50,000 deep',
    { doors: `${'{{#if page}}'.repeat(50_000)}${'{{/if}}'.repeat(50_000)}` },
    'html/doors.hbs',
  ],
  [
    'else 50,000 times',
    { doors: `{{#if page}}${'{{else if page}}'.repeat(50_000)}{{/if}}` },
    'html/doors.hbs',
  ],
  [
    'calls 50,000 deep',
    { doors: `{{several ${'(several '.repeat(50_000)}page${')'.repeat(50_000)}}}` },
    'html/doors.hbs',
  ],
  [
    'names that are not there',
    { doors: '{{#each this}}{{title}}{{/each}}{{title.title}}' },
    'html/doors.hbs',
  ],
];

/** Each part of pages calls the next one twice. */
function doubled(): Record<string, string> {
  const ends = new Set<string>([...PAGES, 'doors']);
  const names = [...texts.keys()].filter((name) => !ends.has(name));
  const calls = names.map((name, at) => [name, `{{> ${names[at + 1] ?? 'doors'}}}`.repeat(2)]);
  return Object.fromEntries([...calls, ['doors', ''], ['guide', `{{> ${names[0]}}}`]]);
}

test.each(['{{> (lookup page "title")}}', '{{> (lookup page "none")}}', '{{> (lookup . "x")}}'])(
  'a template that is called by a name of the data is told where it is called: %s',
  (call) => {
    const [name, view] = views.find(([each]) => each === 'guide')!;
    const error = outcome(() => themePages(new Map(texts).set('guide', call))(name, view));
    expect(error).toMatchObject({ path: 'html/guide.hbs' });
    expect((error as TemplateError).message).toContain('这个模板');
  },
);

describe('a template of a theme that does not end', () => {
  test.each(ENDLESS)('is told by its name: %s', (_, changed, at) => {
    const [name, view] = views.find(([each]) => each === 'guide')!;
    const all = new Map(texts).set('guide', '{{> doors}}');
    for (const [each, text] of Object.entries(changed)) all.set(each, text);
    const error = outcome(() => themePages(all)(name, view));
    expect(error).toBeInstanceOf(TemplateError);
    expect((error as TemplateError).path).toContain(at);
    expect((error as TemplateError).message).not.toMatch(/[a-z]+ [a-z]+ [a-z]+|undefined/);
  });
});
