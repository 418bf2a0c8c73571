import type { Catalog, Entry } from '../model/catalog.ts';
import type { Basis, Department, Hall, HallWindow, Item } from '../model/schema.gen.ts';
import { citeWords } from './words.ts';

/** An item together with what the catalogue knows about it: what every section is composed from. */
export interface Subject {
  readonly item: Item;
  readonly path: string;
  readonly catalog: Catalog;
  readonly department: Department | undefined;
  /** The windows where the item is handled, with their halls. */
  readonly windows: readonly { readonly hall: Hall; readonly window: HallWindow }[];
  /** Names of situations by id. */
  situationNames(ids: readonly string[] | undefined): string[];
  /** A basis in one line. */
  cite(basis: Basis): string;
  /** Bases in one line a law: articles of the same law follow each other. */
  cites(bases: readonly Basis[]): string[];
}

/** Looks up everything an item refers to. What is not there is left out. */
export function subjectOf(entry: Entry<Item>, catalog: Catalog): Subject {
  const item = entry.value;
  const names = new Map(item.situations?.map((each) => [each.id, each.name]));
  const windows = (item.channels?.windows ?? []).flatMap((reference) => {
    const hall = catalog.halls.get(reference.hall)?.value;
    const window = hall?.windows.find((each) => each.id === reference.window);
    return hall === undefined || window === undefined ? [] : [{ hall, window }];
  });
  const cite = (basis: Basis): string =>
    citeWords(completeBasis(basis, catalog), (law) => lawName(law, catalog));
  return {
    item,
    path: entry.path,
    catalog,
    department: catalog.departments.get(item.department)?.value,
    windows,
    situationNames: (ids) => (ids ?? []).map((id) => names.get(id) ?? id),
    cite,
    cites: (bases) => joinByLaw(bases, cite),
  };
}

function joinByLaw(bases: readonly Basis[], cite: (basis: Basis) => string): string[] {
  const articles = new Map<string, string[]>();
  for (const { article, ...basis } of bases) {
    const law = cite(basis);
    articles.set(law, [...(articles.get(law) ?? []), ...(article === undefined ? [] : [article])]);
  }
  return [...articles].map(([law, list]) => law + list.join('、'));
}

/** The full title of a law that is cited by its id in laws/. */
export function lawName(law: string, catalog: Catalog): string {
  return catalog.laws.get(law)?.value.name ?? law;
}

/** A basis with the number and words that laws/ has for it. */
export function completeBasis(basis: Basis, catalog: Catalog): Basis {
  const law = catalog.laws.get(basis.law)?.value ?? lawByName(basis.law, catalog);
  if (law === undefined) return basis;
  const document = basis.document ?? law.document;
  const quote = basis.quote ?? (basis.article ? law.articles?.[basis.article] : undefined);
  return {
    ...basis,
    law: law.name,
    ...(document === undefined ? {} : { document }),
    ...(quote === undefined ? {} : { quote }),
  };
}

function lawByName(name: string, catalog: Catalog) {
  for (const { value } of catalog.laws.values()) if (value.name === name) return value;
  return undefined;
}
