import { add, compare, type Rational, subtract, ZERO } from '../stats/rational.ts';
import { circles, type Graph } from './circles.ts';

/** What takes time: days in working days; absent where nobody knows them. */
export interface Task {
  readonly id: string;
  readonly days?: Rational;
}

/** `to` waits for the end of `from`; both are ids of tasks. */
export interface Wait {
  readonly from: string;
  readonly to: string;
}

/** When a task can begin and ends at the earliest, in working days from the first day, 0. */
export interface Slot {
  readonly id: string;
  /** Absent where the limit of a task before it is not known. */
  readonly start?: Rational;
  /** Absent where its own limit is not known either. */
  readonly end?: Rational;
  /** By how much it may be late without the whole ending later; absent while that is not known. */
  readonly slack?: Rational;
}

/** The earliest way through all tasks. */
export interface Schedule {
  /** In the order of the tasks given. */
  readonly slots: readonly Slot[];
  /** One task after the other; absent where a limit is not known. */
  readonly serial?: Rational;
  /** The longest way; absent where a limit is not known, or the order goes in a circle. */
  readonly critical?: Rational;
  /** The longest way of those whose limits are known: it takes at least that. */
  readonly least: Rational;
  /** The ids along one longest way. */
  readonly path: readonly string[];
  /** The ids of tasks whose limit is not known. */
  readonly unknown: readonly string[];
  /** Ids that wait for each other. */
  readonly circles: readonly (readonly string[])[];
}

/** Puts every task as early as it can be. Waits for ids that are not there are left out. */
export function schedule(tasks: readonly Task[], waits: readonly Wait[]): Schedule {
  const graph = graphOf(tasks, waits);
  const unknown = tasks.flatMap(({ id, days }) => (days === undefined ? [id] : []));
  const serial = tasks.reduce((sum, { days }) => add(sum, days ?? ZERO), ZERO);
  const known = unknown.length === 0;
  const round = circles(graph).map((circle) => circle.map((at) => tasks[at]?.id ?? ''));
  const sum = known ? { serial } : {};
  if (round.length > 0) {
    const slots = tasks.map(({ id }) => ({ id }));
    return { slots, ...sum, least: ZERO, path: [], unknown, circles: round };
  }
  const order = orderOf(graph);
  const { ends, sure, longest } = forward(tasks, graph, order);
  const total = ends.reduce((most, each) => (compare(each, most) > 0 ? each : most), ZERO);
  const latest = backward(tasks, graph, order, total);
  const slots = tasks.map(({ id, days }, at): Slot => {
    const end = ends[at] ?? ZERO;
    if (!sure[at]) return { id };
    const start = subtract(end, days ?? ZERO);
    if (days === undefined) return { id, start };
    return { id, start, end, ...(known ? { slack: subtract(latest[at] ?? end, end) } : {}) };
  });
  const last = order.findLast((at) => compare(ends[at] ?? ZERO, total) === 0) ?? -1;
  const path = known ? pathOf(tasks, longest, last) : [];
  const whole = known ? { critical: total } : {};
  return { slots, ...sum, ...whole, least: total, path, unknown, circles: [] };
}

/** Two situations of one item have one id: who waits for it waits for both. */
function graphOf(tasks: readonly Task[], waits: readonly Wait[]): Graph {
  const places = new Map<string, number[]>();
  for (const [at, { id }] of tasks.entries()) places.set(id, [...(places.get(id) ?? []), at]);
  const sets = tasks.map(() => new Set<number>());
  for (const { from, to } of waits) {
    for (const before of places.get(from) ?? []) {
      for (const after of places.get(to) ?? []) sets[before]?.add(after);
    }
  }
  return sets.map((set) => [...set]);
}

/** An order in which everyone comes after those it waits for; of a graph without circles. */
function orderOf(graph: Graph): number[] {
  const open = new Int32Array(graph.length);
  for (const nexts of graph) for (const next of nexts) open[next] = (open[next] ?? 0) + 1;
  const order = [...graph.keys()].filter((at) => open[at] === 0);
  for (let at = 0; at < order.length; at += 1) {
    for (const next of graph[order[at] ?? 0] ?? []) {
      open[next] = (open[next] ?? 0) - 1;
      if (open[next] === 0) order.push(next);
    }
  }
  return order;
}

/** The earliest ends, whether each start is sure, and for whom each waits longest (−1: nobody). */
function forward(tasks: readonly Task[], graph: Graph, order: readonly number[]) {
  const starts = tasks.map(() => ZERO);
  const ends = tasks.map(() => ZERO);
  const sure = tasks.map(() => true);
  const longest = tasks.map(() => -1);
  for (const at of order) {
    const { days } = tasks[at] ?? {};
    const end = add(starts[at] ?? ZERO, days ?? ZERO);
    ends[at] = end;
    for (const next of graph[at] ?? []) {
      if (days === undefined || !sure[at]) sure[next] = false;
      // Of several that end on the same day, the first; who ends at once may hold up nobody.
      if (longest[next] !== -1 && compare(end, starts[next] ?? ZERO) <= 0) continue;
      starts[next] = end;
      longest[next] = at;
    }
  }
  return { ends, sure, longest };
}

function backward(
  tasks: readonly Task[],
  graph: Graph,
  order: readonly number[],
  total: Rational,
): Rational[] {
  const latest = tasks.map(() => total);
  for (const at of [...order].reverse()) {
    for (const next of graph[at] ?? []) {
      const begin = subtract(latest[next] ?? total, tasks[next]?.days ?? ZERO);
      if (compare(begin, latest[at] ?? total) < 0) latest[at] = begin;
    }
  }
  return latest;
}

function pathOf(tasks: readonly Task[], longest: readonly number[], last: number): string[] {
  const path: string[] = [];
  for (let at = last; at >= 0; at = longest[at] ?? -1) path.unshift(tasks[at]?.id ?? '');
  return path;
}
