import { median } from './measure.ts';
import type { Results } from './results.ts';

/** What one item costs in one part, at the largest size that was measured. */
export interface ItemCost {
  readonly part: string;
  readonly size: number;
  /** Seconds of one core. */
  readonly cpu: number;
  readonly bytes: number;
  readonly files: number;
  /** MB at that size. */
  readonly memory: number;
}

/** How many items on how many machines. */
export interface Wish {
  readonly items: number;
  readonly nodes: number;
  /** Cores of a node. */
  readonly cores: number;
}

/** What a part of the work comes to. */
export interface PlanLine {
  readonly hours: number;
  /** On the clock, all nodes at work; merging is done by one core of one node. */
  readonly minutes: number;
  readonly bytes: number;
  readonly inodes: number;
}

/** Which row of which part tells the cost. */
const SOURCES = [
  ['check', 'check, cold, no faults'],
  ['html', 'build html, cold'],
  ['pdf', 'build pdf, cold'],
  ['notice', 'build notice, cold'],
  ['all', 'build all, cold'],
  ['merge', 'merge, 2 parts'],
] as const;

/** The cost an item of everything that was measured. */
export function itemCosts(results: Results): ItemCost[] {
  return SOURCES.flatMap(([part, what]) => {
    const sizes = results.of(part).map(({ size }) => size);
    const size = sizes.filter((each) => results.row(part, each, what) !== undefined).at(-1);
    const row = size === undefined ? undefined : results.row(part, size, what);
    if (row === undefined || size === undefined) return [];
    const own = part === 'merge' ? { bytes: 0, files: 0 } : { bytes: row.bytes, files: row.files };
    return [
      {
        part,
        size,
        cpu: (median(row.cpu) ?? 0) / size,
        bytes: (own.bytes ?? 0) / size,
        files: (own.files ?? 0) / size,
        memory: median(row.memory) ?? 0,
      },
    ];
  });
}

/** Cores that work side by side wait for each other and for the disk: this share does work. */
const BUSY = 0.8;

/** What a cost comes to for so many items on so many machines. */
export function lineOf(cost: ItemCost, { items, nodes, cores }: Wish): PlanLine {
  const seconds = items * cost.cpu;
  const side = cost.part === 'merge' ? 1 : nodes * cores * BUSY;
  const folders = cost.bytes === 0 ? 0 : items;
  return {
    hours: seconds / 3600,
    minutes: seconds / side / 60,
    bytes: items * cost.bytes,
    inodes: items * cost.files + folders,
  };
}
