import type { Catalog } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { guideFolder } from '../compose.ts';
import type { Guide } from '../guide.ts';
import { tagsOf } from '../page/tags.ts';
import { type Subject, subjectOf } from '../subject.ts';
import type { ListEntry } from './list-page.ts';

/** An item that lists may show, with what they say of it. */
export interface Listed {
  readonly item: Item;
  readonly subject: Subject;
  readonly entry: ListEntry;
}

/** The catalogue as lists see it: items that are not cancelled, in the catalogue's order. */
export interface Listing {
  readonly catalog: Catalog;
  readonly items: readonly Listed[];
  /** Toneless pinyin of each character: `['shi', 'pin']`. */
  readonly pinyin: (text: string) => readonly string[];
}

/** Prepares what all lists are made from. */
export function listingOf(
  catalog: Catalog,
  guides: ReadonlyMap<string, Guide>,
  pinyin: Listing['pinyin'],
): Listing {
  const items = catalog.items.flatMap((each): Listed[] => {
    const guide = guides.get(each.value.id);
    if (guide === undefined || each.value.state === '取消') return [];
    return [
      { item: each.value, subject: subjectOf(each, catalog), entry: entryOf(each.value, guide) },
    ];
  });
  return { catalog, items, pinyin };
}

function entryOf(item: Item, guide: Guide): ListEntry {
  return {
    title: guide.title,
    href: `${guideFolder(item)}/index.html`,
    department: guide.department.name,
    summary: guide.summary,
    facts: guide.highlights.filter(({ label }) => label === '承诺办结' || label === '收费'),
    tags: tagsOf(item),
  };
}

const LONG = 120;

/** Entries of a list; in a long one each is a line without its sentence. */
export function entriesOf(items: readonly Listed[]): ListEntry[] {
  const long = items.length > LONG;
  return items.map(({ entry }) => (long ? { ...entry, summary: '', facts: [] } : entry));
}

/** 共12项. */
export function countWords(count: number): string {
  return `共${count}项`;
}
