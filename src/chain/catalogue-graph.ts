import type { Bundle } from '../model/schema.gen.ts';
import type { ChainMaterial } from './chain-item.ts';
import { circles, type Graph, tangles } from './circles.ts';
import type { GraphItem } from './graph-item.ts';
import { KNOWN_CERTIFICATES } from './known-certificates.ts';
import { paperName, serves } from './passes.ts';

/** The result of one item is a material of another. */
export interface PaperEdge {
  readonly from: number;
  readonly to: number;
  readonly material: string;
  readonly waived: boolean;
}

/** A paper that is asked for more than once of one applicant. */
export interface Repeated {
  readonly material: string;
  /** Ids of the items that ask for it. */
  readonly items: readonly string[];
  /** The bundle in which they stand; absent for items that name each other as related. */
  readonly bundle?: string;
}

/** A paper that nobody is known to give out. */
export interface Strange {
  readonly item: string;
  readonly path: string;
  readonly material: string;
  readonly issuer: string;
}

/** Results and materials across all items. */
export interface CatalogueGraph {
  readonly items: readonly GraphItem[];
  readonly edges: readonly PaperEdge[];
  /** Items, by their numbers, whose papers wait for each other: everyone in a circle is in one. */
  readonly circles: readonly (readonly number[])[];
  readonly repeated: readonly Repeated[];
  readonly strange: readonly Strange[];
  /** Ids of items whose result no item asks for. */
  readonly unused: readonly string[];
  /** Papers that others give out: how many there are, and how many this catalogue gives out. */
  readonly papers: { readonly all: number; readonly own: number };
  /** Ids of items that could be handled without meeting, and are not listed so. */
  readonly faceless: readonly string[];
}

/** Above so many items in one tangle, circles are looked for through the first of them only. */
const MOST_IN_TANGLE = 500;

/** Puts the results and materials of all items together. `officeOf` gives a department's name. */
export function catalogueGraph(
  items: readonly GraphItem[],
  bundles: readonly Bundle[],
  officeOf: (department: string) => string,
): CatalogueGraph {
  const makers = makersOf(items);
  const offices = new Set(items.map(({ department }) => officeOf(department)));
  const makersFor = (user: number, material: ChainMaterial): number[] => {
    const issuer = material.issuer ?? '';
    const keys = [material.certificate ?? '', paperName(material.name)];
    const found = new Set(keys.flatMap((key) => makers.get(key) ?? []));
    return [...found].filter((at) => {
      const item = items[at];
      if (item === undefined || at === user) return false;
      if (offices.has(issuer) && officeOf(item.department) !== issuer) return false;
      return serves(item.result, material) !== undefined;
    });
  };
  const edges: PaperEdge[] = [];
  const strange: Strange[] = [];
  const papers = { all: 0, own: 0 };
  for (const [to, item] of items.entries()) {
    for (const material of item.materials ?? []) {
      const from = makersFor(to, material);
      const waived = material.waived === true;
      for (const at of from) edges.push({ from: at, to, material: material.name, waived });
      if (isOwn(material)) continue;
      const self = serves(item.result, material) !== undefined;
      papers.all += 1;
      if (from.length > 0 || self) papers.own += 1;
      else if (isStrange(material)) strange.push(strangeOf(item, material));
    }
  }
  const used = new Set(edges.map(({ from }) => from));
  return {
    items,
    edges,
    circles: circlesOf(items.length, edges),
    repeated: [...inBundles(items, bundles), ...betweenRelated(items)],
    strange,
    unused: items.flatMap(({ id, result }, at) => {
      return result?.name === undefined || used.has(at) ? [] : [id];
    }),
    papers,
    faceless: items.flatMap(({ id, faceless }) => (faceless === 'qualifies' ? [id] : [])),
  };
}

/** Items by what their results are known by. */
function makersOf(items: readonly GraphItem[]): ReadonlyMap<string, number[]> {
  const makers = new Map<string, number[]>();
  for (const [at, { result, state }] of items.entries()) {
    if (result === undefined || state === '取消') continue;
    for (const key of [paperName(result.name ?? ''), result.certificate ?? '']) {
      if (key === '') continue;
      const known = makers.get(key);
      if (known === undefined) makers.set(key, [at]);
      else known.push(at);
    }
  }
  return makers;
}

/** A paper that the applicant writes himself. */
function isOwn({ source, kind, issuer }: ChainMaterial): boolean {
  if (source !== undefined) return source === '申请人自备';
  return issuer === undefined && kind !== '证明' && kind !== '证照';
}

/** A proof or a paper of another body that no list knows. */
function isStrange({ name, kind }: ChainMaterial): boolean {
  if (kind === '申请表') return false;
  return !KNOWN_CERTIFICATES.some((known) => name.includes(known));
}

function strangeOf({ id, path }: GraphItem, { name, issuer = '' }: ChainMaterial): Strange {
  return { item: id, path, material: name, issuer };
}

/** Circles by papers that have to be handed in; what is waived goes in none. */
function circlesOf(count: number, edges: readonly PaperEdge[]): number[][] {
  const sets = new Map<number, Set<number>>();
  for (const { from, to, waived } of edges) {
    if (waived) continue;
    sets.set(from, (sets.get(from) ?? new Set()).add(to));
  }
  const graph: Graph = Array.from({ length: count }, (_, at) => [...(sets.get(at) ?? [])]);
  const large = new Set(
    tangles(graph).flatMap((part) =>
      part.length > MOST_IN_TANGLE ? part.slice(MOST_IN_TANGLE) : [],
    ),
  );
  return circles(large.size === 0 ? graph : graph.map((to, at) => (large.has(at) ? [] : to)));
}

/** Papers that several members of a bundle ask for and that no one gives out on the way. */
function inBundles(items: readonly GraphItem[], bundles: readonly Bundle[]): Repeated[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return bundles.flatMap((bundle) => {
    const asked = new Map<string, { name: string; ids: Set<string> }>();
    for (const { item: id, shares = [] } of bundle.items) {
      const shared = new Set(shares.map(paperName));
      for (const material of byId.get(id)?.materials ?? []) {
        const key = paperName(material.name);
        if (material.waived === true || shared.has(key)) continue;
        const found = asked.get(key) ?? { name: material.name, ids: new Set<string>() };
        asked.set(key, found);
        found.ids.add(id);
      }
    }
    return [...asked.values()].flatMap(({ name, ids }) => {
      return ids.size < 2 ? [] : [{ material: name, items: [...ids], bundle: bundle.id }];
    });
  });
}

/** Papers that two items ask for which name each other, or one the other, as usually done together. */
function betweenRelated(items: readonly GraphItem[]): Repeated[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const done = new Set<string>();
  return items.flatMap((item) =>
    item.related.flatMap((id): Repeated[] => {
      const other = byId.get(id);
      const key = [item.id, id].sort().join(' ');
      if (other === undefined || other === item || done.has(key)) return [];
      done.add(key);
      const names = new Set(handedIn(other).map(({ name }) => paperName(name)));
      return handedIn(item)
        .filter(({ name }) => names.has(paperName(name)))
        .map(({ name }) => ({ material: name, items: [item.id, id] }));
    }),
  );
}

function handedIn({ materials = [] }: GraphItem): ChainMaterial[] {
  return materials.filter(({ waived, kind }) => waived !== true && kind !== '申请表');
}
