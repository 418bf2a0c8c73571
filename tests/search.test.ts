import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Card, namePinyin } from '../src/guide/lists/card.ts';
import type { Listing } from '../src/guide/lists/listing.ts';
import { type SearchIndex, searchIndex } from '../src/guide/lists/search-index.ts';
import { compact } from '../src/render/html/compact.ts';
import { traditional } from '../src/render/html/traditional.ts';
import { toPinyin } from '../src/text/pinyin.ts';
import { ROOT } from './program.ts';

interface Result {
  readonly title: string;
  readonly href: string;
}
interface Search {
  find(query: string, limit?: number): Result[];
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const SYNONYMS = parse(read('data/synonyms.yaml'));
const NAMES = read('tests/search/names.txt').trim().split('\n');
const QUERIES: Record<string, Record<string, string[]>> = parse(read('tests/search/queries.yaml'));
const REAL = join(ROOT, '../shared/data/power-list-heilongjiang.json');

/** A listing of nothing but names and departments. */
function listingOf(names: readonly string[]): Listing {
  const cards = names.map((line, at): Card => {
    const [department = '', name = ''] = line.split(' ');
    const nothing = { summary: '', facts: [], tags: [], features: [], places: [] };
    const pinyin = namePinyin(name);
    return { id: `item-${at}`, name, type: '公共服务', department, pinyin, ...nothing };
  });
  const catalog = { bundles: new Map(), departments: new Map() } as unknown as Listing['catalog'];
  return { catalog, cards, all: cards, pinyin: toPinyin };
}

function indexOf(names: readonly string[]): SearchIndex {
  return searchIndex(listingOf(names), SYNONYMS);
}

/** The search as a browser runs it, with the index as a browser gets it. */
function searchOver(index: SearchIndex): Search {
  const context = createContext({ Intl });
  runInContext(read('templates/search.js'), context);
  return runInContext(`mingbaiSearch.create(${JSON.stringify(index)})`, context) as Search;
}

/** Queries that do not have an expected name among the first five. */
function misses(search: Search): string[] {
  return Object.entries(QUERIES).flatMap(([kind, queries]) =>
    Object.entries(queries).flatMap(([query, expected]) => {
      const found = search.find(query, 5).map(({ title }) => title);
      const hit = found.some((title) => expected.includes(title));
      return hit ? [] : [`${kind} ${query}: ${found.join('、')}`];
    }),
  );
}

const COUNT = Object.values(QUERIES).flatMap((queries) => Object.keys(queries)).length;

describe('search in the page', () => {
  test('has a query set of ten kinds', () => {
    expect(Object.keys(QUERIES)).toHaveLength(10);
    expect(COUNT).toBeGreaterThanOrEqual(80);
  });

  test('finds nearly everything among the first five', () => {
    const missed = misses(searchOver(indexOf(NAMES)));
    console.log(`hit@5 ${COUNT - missed.length}/${COUNT} of ${NAMES.length} names`, missed);
    expect(1 - missed.length / COUNT).toBeGreaterThanOrEqual(0.95);
  });

  test.skipIf(!existsSync(REAL))('finds it among real names, too', () => {
    const records = JSON.parse(readFileSync(REAL, 'utf8'));
    const list: Record<string, string>[] = Array.isArray(records) ? records : [];
    expect(list.length).toBeGreaterThan(200);
    const real = list.map((each) => `省 ${String(each.职权名称).replaceAll(' ', '')}`);
    const missed = misses(searchOver(indexOf([...NAMES, ...real])));
    console.log(`hit@5 ${COUNT - missed.length}/${COUNT} of ${NAMES.length + real.length}`, missed);
    expect(1 - missed.length / COUNT).toBeGreaterThanOrEqual(0.9);
  });

  test('finds as much in the Traditional edition', () => {
    const index = searchIndex(
      listingOf(NAMES),
      SYNONYMS,
      traditional(read('data/traditional.yaml')),
    );
    expect(index.titles).toContain('營許可');
    const search = searchOver(index);
    expect(search.find('開飯店', 1)[0]?.title).toBe('食品經營許可');
    const back = new Map(NAMES.map((line, at) => [`item-${at}`, line.split(' ')[1] ?? '']));
    const missed = misses({
      find: (query, limit) =>
        search.find(query, limit).map(({ title, href }) => ({
          title: back.get(href.split('/')[2] ?? '') ?? title,
          href,
        })),
    });
    expect(1 - missed.length / COUNT, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('says nothing where nothing fits, and bears any input', () => {
    const search = searchOver(indexOf(NAMES));
    expect(search.find('')).toEqual([]);
    expect(search.find('@#￥%……')).toEqual([]);
    expect(search.find('xqzw')).toEqual([]);
    expect(search.find('a'.repeat(10_000)).length).toBe(0);
    expect(search.find('𠮷野家<script>\u202e')).toHaveProperty('length');
  });
});

describe('the size of the index', () => {
  /** Names as a county has them: each service in its kinds. */
  const kinds = ['', '首次申请', '变更', '延续', '注销', '遗失补办', '换发', '备案'];
  const many = kinds
    .flatMap((kind) => NAMES.map((name) => name + kind))
    .slice(0, 1266)
    .sort();

  test('script and index of 1,266 names take at most 20 kB', () => {
    const data = `window.mingbaiSearchData=${JSON.stringify(indexOf(many))};`;
    const script = compact(read('templates/search.js'));
    const sizes = [data, script].map((text) => gzipSync(text, { level: 9 }).length);
    console.log(`index ${sizes[0]} B, script ${sizes[1]} B for ${many.length} names`);
    expect(many).toHaveLength(1266);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
  });

  test('an index of 10,000 names takes at most 100 kB', () => {
    const names = Array.from({ length: 62 }, (_, kind) => NAMES.map((name) => `${name}${kind}`));
    const index = indexOf(names.flat().slice(0, 10_000).sort());
    const size = gzipSync(JSON.stringify(index), { level: 9 }).length;
    console.log(`index ${size} B for 10,000 names`);
    expect(size).toBeLessThanOrEqual(100_000);
  });

  test('a query takes no longer than a blink', () => {
    const search = searchOver(indexOf(many));
    const times = ['食品经营许可', 'spjyxk', '我想开饭店要办什么手续', 'qsxk', '护士'].map(
      (query) => {
        const started = performance.now();
        search.find(query);
        return performance.now() - started;
      },
    );
    console.log(`a query takes ${Math.min(...times).toFixed(0)} ms at best`);
    expect(Math.min(...times)).toBeLessThan(200);
  });
});
