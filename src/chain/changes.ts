import type { Bundle } from '../model/schema.gen.ts';
import type { ChainWait } from './waits.ts';

/** Two ids: the second waits for the first. */
export type Pair = readonly [from: string, to: string];

/** What is tried otherwise than the bundle says. */
export interface Changes {
  /** Ids of members that are left out. */
  readonly drop?: ReadonlySet<string>;
  /** Waits that are given up, whatever they are for. */
  readonly cut?: readonly Pair[];
  readonly add?: readonly Pair[];
  /** Ids of members that begin on a written promise. */
  readonly promise?: ReadonlySet<string>;
  /** Papers, or ids of members that give them out, that the region already has. */
  readonly region?: readonly string[];
}

/** The bundle with the promises and regional results that are tried. */
export function changedBundle(bundle: Bundle, { promise, region = [] }: Changes): Bundle {
  if (promise === undefined && region.length === 0) return bundle;
  return {
    ...bundle,
    items: bundle.items.map((step) => {
      return promise?.has(step.item) ? { ...step, promise: true, later: undefined } : step;
    }) as Bundle['items'],
    regional: [...(bundle.regional ?? []), ...region.map((material) => ({ material }))],
  };
}

/** The waits without those given up, and with those added. */
export function changedWaits(
  waits: readonly ChainWait[],
  { cut = [], add = [] }: Changes,
): readonly ChainWait[] {
  if (cut.length === 0 && add.length === 0) return waits;
  const gone = new Set(cut.map((pair) => pair.join(' ')));
  return [
    ...waits.filter(({ from, to }) => !gone.has(`${from} ${to}`)),
    ...add.map(([from, to]): ChainWait => ({ from, to, by: 'after', promised: false })),
  ];
}

/** Several changes as one. */
export function together(all: readonly Changes[]): Changes {
  return {
    drop: new Set(all.flatMap(({ drop = [] }) => [...drop])),
    cut: all.flatMap(({ cut = [] }) => cut),
    add: all.flatMap(({ add = [] }) => add),
    promise: new Set(all.flatMap(({ promise = [] }) => [...promise])),
    region: all.flatMap(({ region = [] }) => region),
  };
}
