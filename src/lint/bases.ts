import { registry } from '../law/registry.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Basis, Item, Law } from '../model/schema.gen.ts';
import { bareTitle } from '../text/article.ts';
import { inferRank, type LawRank } from '../text/law-rank.ts';
import { lastItem } from './last-item.ts';

/** What a cited basis is for. */
export type BasisRole =
  | 'item'
  | 'condition'
  | 'material'
  | 'limit'
  | 'special'
  | 'step'
  | 'fee'
  | 'reduction'
  | 'intermediary';

/** A law cited by an item, with the place of the citation. */
export interface CitedBasis {
  readonly pointer: string;
  readonly role: BasisRole;
  readonly basis: Basis;
}

/** Everything that an item cites, in the order of its fields. */
export const basesOf: (item: Item) => readonly CitedBasis[] = lastItem(readBases);

function readBases(item: Item): readonly CitedBasis[] {
  const found: CitedBasis[] = [];
  const add = (role: BasisRole, pointer: string, basis: Basis | undefined): void => {
    if (basis !== undefined) found.push({ role, pointer, basis });
  };
  const rows = <T>(list: readonly T[] | undefined, visit: (row: T, at: number) => void): void => {
    for (const [at, row] of (list ?? []).entries()) visit(row, at);
  };
  rows(item.basis, (basis, at) => add('item', `/basis/${at}`, basis));
  rows(item.conditions, (row, at) => add('condition', `/conditions/${at}/basis`, row.basis));
  rows(item.materials, (row, at) => add('material', `/materials/${at}/basis`, row.basis));
  add('limit', '/limits/statutory_basis', item.limits?.statutory_basis);
  rows(item.limits?.special, (row, at) => add('special', `/limits/special/${at}/basis`, row.basis));
  rows(item.steps, (row, at) => add('step', `/steps/${at}/basis`, row.basis));
  rows(Array.isArray(item.fees) ? item.fees : [], (fee, at) => {
    add('fee', `/fees/${at}/basis`, fee.basis);
    add('reduction', `/fees/${at}/reduction_basis`, fee.reduction_basis);
  });
  rows(item.intermediary, (row, at) => add('intermediary', `/intermediary/${at}/basis`, row.basis));
  return found;
}

const TITLES = new WeakMap<Catalog, Map<string, Entry<Law>>>();

/** The catalogue's own entry for a law cited by id or by name; undefined when it has none. */
export function lawOf(catalog: Catalog, name: string): Entry<Law> | undefined {
  if (catalog.laws.size === 0) return undefined;
  let titles = TITLES.get(catalog);
  if (titles === undefined) {
    titles = new Map([...catalog.laws.values()].map((law) => [bareTitle(law.value.name), law]));
    TITLES.set(catalog, titles);
  }
  return catalog.laws.get(name) ?? titles.get(bareTitle(name));
}

/** The rank of a cited law: as in laws/, the registry, as stated, or as title and number tell. */
export function rankOf(catalog: Catalog, basis: Basis): LawRank | undefined {
  const law = lawOf(catalog, basis.law)?.value;
  const known = law?.rank ?? registry().find(basis.law)?.rank ?? basis.rank;
  return known ?? inferRank(law?.name ?? basis.law, basis.document);
}

/** A law's name for a message, in 《》. */
export function titleOf(catalog: Catalog, basis: Basis): string {
  const name = lawOf(catalog, basis.law)?.value.name ?? basis.law;
  return name.startsWith('《') ? name : `《${name}》`;
}
