import type { SharedCatalog } from '../../model/catalog.ts';
import type { Bundle } from '../../model/schema.gen.ts';
import type { Block } from '../guide.ts';
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
  return { catalog, all, cards: cardsInUse(all), pinyin };
}

/** Items that are not cancelled. */
export function cardsInUse(all: readonly Card[]): Card[] {
  return all.filter(({ state }) => state !== '取消');
}

/** Name of the department of an item. */
export function departmentOf(
  { department }: Pick<Card, 'department'>,
  { catalog }: Pick<Listing, 'catalog'>,
): string {
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

/** Items as a list of links; none for none. */
export function linkBlocks(cards: readonly Card[]): Block[] {
  const items = cards.map((card): Block[] => [
    { kind: 'paragraph', text: [{ text: card.name, href: cardHref(card) }] },
  ]);
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}

/** 共12项. */
export function countWords(count: number): string {
  return `共${count}项`;
}

/** Gives the items of a bundle in its order; those that are not in use are left out. */
export function bundleMembers({ cards }: Pick<Listing, 'cards'>): (bundle: Bundle) => Card[] {
  const shared = cards.filter(({ share }) => share !== undefined);
  const byId = new Map(shared.map((card) => [card.id, card]));
  return ({ items }) => items.flatMap(({ item }) => byId.get(item) ?? []);
}

/** The items that each hall handles. */
export function cardsByHall({ cards }: Pick<Listing, 'cards'>): ReadonlyMap<string, Card[]> {
  return grouped(cards, ({ places }) => new Set(places.map(([hall]) => hall)));
}

/** The items of each department. */
export function cardsByDepartment({ cards }: Pick<Listing, 'cards'>): ReadonlyMap<string, Card[]> {
  return grouped(cards, ({ department }) => [department]);
}

function grouped(
  cards: readonly Card[],
  keysOf: (card: Card) => Iterable<string>,
): ReadonlyMap<string, Card[]> {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    for (const key of keysOf(card)) {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(card);
    }
  }
  return groups;
}
