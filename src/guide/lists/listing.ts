import type { SharedCatalog } from '../../model/catalog.ts';
import { type Card, cardHref } from './card.ts';
import type { ListEntry } from './list-page.ts';

/** The catalogue as lists see it. */
export interface Listing {
  readonly catalog: SharedCatalog;
  /** Items that are not cancelled, in the catalogue's order. */
  readonly cards: readonly Card[];
  /** The cancelled ones, too. */
  readonly all: readonly Card[];
  /** Toneless pinyin of each character: `['shi', 'pin']`. */
  readonly pinyin: (text: string) => readonly string[];
}

/** Prepares what all lists are made from. */
export function listingOf(
  catalog: SharedCatalog,
  all: readonly Card[],
  pinyin: Listing['pinyin'],
): Listing {
  return { catalog, all, cards: all.filter(({ state }) => state !== '取消'), pinyin };
}

/** Name of the department of an item. */
export function departmentOf({ department }: Card, { catalog }: Listing): string {
  return catalog.departments.get(department)?.value.name ?? department;
}

/** An item as a list shows it. */
export function entryOf(card: Card, listing: Listing): ListEntry {
  return {
    title: card.name,
    href: cardHref(card),
    department: departmentOf(card, listing),
    summary: card.summary,
    facts: card.facts,
    tags: card.tags,
  };
}

/** An item as a line without its sentence. */
export function lineOf(card: Card, listing: Listing): ListEntry {
  return { ...entryOf(card, listing), summary: '', facts: [] };
}

/** 共12项. */
export function countWords(count: number): string {
  return `共${count}项`;
}
