import { median } from './measure.ts';
import type { Results } from './results.ts';

/** Kinds of work that a province has to plan. */
export type Work = 'check' | 'html' | 'pdf' | 'notice' | 'all' | 'again' | 'merge';

/** What one item costs in one kind of work, at the largest size that was measured. */
export interface ItemCost {
  readonly work: Work;
  readonly size: number;
  /** Seconds of one core. */
  readonly cpu: number;
  readonly bytes: number;
  readonly files: number;
  /** Peak memory in MB by size. */
  readonly peaks: ReadonlyMap<number, number>;
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
  /** Of one process, in MB: one that builds a part, or the one that merges. */
  readonly memory: number;
}

/** Which row of which part tells the cost; `again` is a build of what has not changed. */
const SOURCES: readonly (readonly [work: Work, part: string, what: string])[] = [
  ['check', 'check', 'check, cold, no faults'],
  ['html', 'html', 'build html, cold'],
  ['pdf', 'pdf', 'build pdf, cold'],
  ['notice', 'notice', 'build notice, cold'],
  ['all', 'all', 'build all, cold'],
  ['again', 'all', 'build all, nothing changed'],
  ['merge', 'merge', 'merge, 2 parts'],
];

/** The cost an item of everything that was measured. */
export function itemCosts(results: Results): ItemCost[] {
  return SOURCES.flatMap(([work, part, what]) => {
    const size = sizesOf(results, part, what).at(-1);
    const row = size === undefined ? undefined : results.row(part, size, what);
    if (row === undefined || size === undefined) return [];
    const { bytes = 0, files = 0 } = work === 'merge' ? {} : row;
    const cpu = (median(row.cpu) ?? 0) / size;
    const peaks = peaksOf(results, part, what);
    return [{ work, size, cpu, bytes: bytes / size, files: files / size, peaks }];
  });
}

/** Peak memory in MB by size, for every kind of work. */
export function memories(results: Results): [work: Work, bySize: ReadonlyMap<number, number>][] {
  return SOURCES.map(([work, part, what]) => [work, peaksOf(results, part, what)]);
}

function peaksOf(results: Results, part: string, what: string): Map<number, number> {
  const peaks = sizesOf(results, part, what).map((size): [number, number] => {
    return [size, median(results.row(part, size, what)?.memory ?? []) ?? 0];
  });
  return new Map(peaks.sort(([a], [b]) => a - b));
}

function sizesOf(results: Results, part: string, what: string): number[] {
  const sizes = results.of(part).map(({ size }) => size);
  return sizes.filter((size) => results.row(part, size, what) !== undefined);
}

/** Cores that work side by side wait for each other and for the disk: this share does work. */
const BUSY = 0.8;

/** What a cost comes to for so many items on so many machines. */
export function lineOf(cost: ItemCost, { items, nodes, cores }: Wish): PlanLine {
  const seconds = items * cost.cpu;
  const side = cost.work === 'merge' ? 1 : nodes * cores * BUSY;
  const folders = cost.bytes === 0 ? 0 : items;
  return {
    hours: seconds / 3600,
    minutes: seconds / side / 60,
    bytes: items * cost.bytes,
    inodes: items * cost.files + folders,
    memory: cost.work === 'merge' ? extrapolated(cost.peaks, items) : peakOfPart(cost.peaks),
  };
}

/** How many items a part has, about. */
const PART = 10_000;

function peakOfPart(peaks: ReadonlyMap<number, number>): number {
  return peaks.get(PART) ?? [...peaks.values()].at(-1) ?? 0;
}

/** On the straight line through the two largest sizes. */
function extrapolated(peaks: ReadonlyMap<number, number>, items: number): number {
  const [[small, less] = [0, 0], [large, more] = [0, 0]] = [...peaks].slice(-2);
  return large === small ? less : more + ((more - less) / (large - small)) * (items - large);
}
