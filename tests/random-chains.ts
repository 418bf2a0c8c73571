import type { ChainItem } from '../src/chain/chain-item.ts';
import { chainPolicy } from '../src/chain/limits.ts';
import type { ChainWorld } from '../src/chain/members.ts';
import type { Bundle } from '../src/model/schema.gen.ts';

/** A chain made by chance: whole days, so that a plain computation is exact too. */
export interface RandomChain {
  readonly days: readonly number[];
  readonly waits: readonly (readonly [from: number, to: number])[];
}

/** Numbers from 0 up to 1 that are the same on every run. */
export function chance(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A chain of up to `most` members; one in five goes in a circle. */
export function randomChain(seed: number, most: number): RandomChain {
  const next = chance(seed * 7919);
  const count = 1 + Math.floor(next() * most);
  const days = Array.from({ length: count }, () => Math.floor(next() * 4) * Math.floor(next() * 9));
  const waits: [number, number][] = [];
  const density = next() * 3;
  for (let to = 1; to < count; to += 1) {
    for (let each = 0; each < density; each += 1) {
      if (next() < 0.8) waits.push([Math.floor(next() * to), to]);
    }
  }
  if (next() < 0.2 && count > 2) {
    waits.push([Math.floor(next() * count), Math.floor(next() * count)]);
    waits.push([Math.floor(next() * count), Math.floor(next() * count)]);
  }
  return { days, waits: waits.filter(([from, to]) => from !== to || next() < 0.5) };
}

/** The chain as a bundle, with the items it names; members are called m0, m1 … */
export function asBundle({ days, waits }: RandomChain): { bundle: Bundle; world: ChainWorld } {
  const items = days.map((_, to) => ({
    item: `m${to}`,
    after: waits.filter((wait) => wait[1] === to).map(([from]) => `m${from}`),
  }));
  const bundle: Bundle = { id: 'random', name: '一链', lead: 'water', items };
  const itemOf = (id: string): ChainItem => ({
    ...{ id, name: id, type: '行政许可', department: 'water', steps: [], places: [] },
    ...{
      online: false,
      materials: [],
      limits: { committed: `${days[Number(id.slice(1))]}个工作日` },
    },
  });
  return { bundle, world: { itemOf, officeOf: (id) => id, policy: chainPolicy() } };
}

/** The same by trying: every start is pushed back until nothing moves, or for ever in a circle. */
export function bruteForce({ days, waits }: RandomChain): {
  starts: number[];
  critical: number;
  ready: number[];
  inCircle: Set<number>;
} {
  const starts = days.map(() => 0);
  for (let round = 0; round <= days.length; round += 1) {
    for (const [from, to] of waits) {
      starts[to] = Math.max(starts[to] ?? 0, (starts[from] ?? 0) + (days[from] ?? 0));
    }
  }
  const reach = days.map((_, at) => reachable(at, waits));
  const inCircle = new Set([...days.keys()].filter((at) => reach[at]?.has(at)));
  const critical = Math.max(...starts.map((start, at) => start + (days[at] ?? 0)));
  const ready = [...days.keys()].filter((at) => !waits.some(([, to]) => to === at));
  return { starts, critical, ready, inCircle };
}

function reachable(start: number, waits: RandomChain['waits']): Set<number> {
  const found = new Set<number>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [from, to] of waits) if (from === start || found.has(from)) found.add(to);
  }
  return found;
}
