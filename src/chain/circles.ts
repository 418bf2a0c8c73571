/** Who leads to whom: for each node, by its number, the numbers of those that come after it. */
export type Graph = readonly (readonly number[])[];

/**
 * The parts of a graph in which everyone can be reached from everyone, of two nodes or more, and
 * nodes that lead to themselves. Each is sorted, the parts by their first node.
 */
export function tangles(graph: Graph): number[][] {
  const index = new Int32Array(graph.length).fill(-1);
  const low = new Int32Array(graph.length);
  const open = new Uint8Array(graph.length);
  const stack: number[] = [];
  const found: number[][] = [];
  let count = 0;
  const enter = (node: number): readonly [number, Iterator<number>] => {
    index[node] = low[node] = count++;
    stack.push(node);
    open[node] = 1;
    return [node, (graph[node] ?? []).values()];
  };
  const leave = (node: number): void => {
    if (low[node] !== index[node]) return;
    const part: number[] = [];
    for (let member = -1; member !== node; ) {
      member = stack.pop() ?? node;
      open[member] = 0;
      part.push(member);
    }
    if (part.length > 1 || graph[node]?.includes(node)) found.push(part.sort((a, b) => a - b));
  };
  for (let root = 0; root < graph.length; root += 1) {
    if (index[root] !== -1) continue;
    // Not by recursion: a chain of 10,000 items would be too deep for that.
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const [node, rest] = top;
      const { value: next, done } = rest.next();
      if (done) {
        path.pop();
        leave(node);
        const above = path.at(-1)?.[0];
        if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      } else if (index[next] === -1) path.push(enter(next));
      else if (open[next]) low[node] = Math.min(low[node] ?? 0, index[next] ?? 0);
    }
  }
  return found.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/**
 * A shortest circle through each node that is in one, each once, beginning with its smallest
 * number: everyone in a circle stands in one of them. Their number is at most that of the nodes.
 */
export function circles(graph: Graph): number[][] {
  const found = new Map<string, number[]>();
  for (const part of tangles(graph)) {
    const inside = new Set(part);
    for (const node of part) {
      const circle = circleThrough(graph, node, inside);
      const key = circle.join();
      if (circle.length > 0) found.set(key, circle);
    }
  }
  return [...found.values()];
}

/** A shortest circle through a node among those of its part, turned to its smallest number. */
function circleThrough(graph: Graph, node: number, inside: ReadonlySet<number>): number[] {
  const before = new Map<number, number>();
  let edge = [node];
  while (edge.length > 0) {
    const next: number[] = [];
    for (const from of edge) {
      for (const to of graph[from] ?? []) {
        if (to === node) return turned(wayTo(from, node, before));
        if (!inside.has(to) || before.has(to)) continue;
        before.set(to, from);
        next.push(to);
      }
    }
    edge = next;
  }
  return [];
}

function wayTo(end: number, start: number, before: ReadonlyMap<number, number>): number[] {
  const way = [end];
  for (let at = end; at !== start; ) {
    at = before.get(at) ?? start;
    way.unshift(at);
  }
  return way;
}

function turned(circle: readonly number[]): number[] {
  const first = circle.indexOf(circle.reduce((least, each) => Math.min(least, each), Infinity));
  return [...circle.slice(first), ...circle.slice(0, first)];
}
