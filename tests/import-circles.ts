import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** Files of a folder by path, with the files of it that they import, types and on demand too. */
export function importGraph(root: string, paths: readonly string[]): Map<string, string[]> {
  const known = new Set(paths);
  return new Map(
    paths.map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const targets = [...text.matchAll(/(?:from|import\(|import)\s*'(\.[^']+)'/g)].map(
        ([, target = '']) => normalize(join(path, '..', target)),
      );
      return [path, [...new Set(targets)].filter((target) => known.has(target))];
    }),
  );
}

/** The shortest circle through each file that stands in one, once each: `a → b → a`. */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles = new Set<string>();
  for (const path of graph.keys()) {
    const circle = circleFrom(path, graph);
    if (circle === undefined) continue;
    const first = circle.indexOf([...circle].sort()[0] ?? path);
    const turned = [...circle.slice(first), ...circle.slice(0, first)];
    circles.add([...turned, turned[0]].join(' → '));
  }
  return [...circles].sort();
}

/** Breadth first, so that no shorter way leads back. */
function circleFrom(
  start: string,
  graph: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const from = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const target of graph.get(path) ?? []) {
      if (target === start) return wayTo(path, from);
      if (from.has(target)) continue;
      from.set(target, path);
      queue.push(target);
    }
  }
  return undefined;
}

function wayTo(end: string, from: ReadonlyMap<string, string>): string[] {
  const before = from.get(end);
  return before === undefined ? [end] : [...wayTo(before, from), end];
}
