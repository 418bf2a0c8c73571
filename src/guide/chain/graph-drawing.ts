import type { CatalogueGraph } from '../../chain/catalogue-graph.ts';
import type { DrawingBlock, Shape } from '../drawing-block.ts';
import { box, line, words, wrapped } from './drawing.ts';

const WIDE = 110;
const HIGH = 26;
const GAP = 60;
const ROW = 34;
const SIZE = 8;
/** More items than that no one can read on one drawing. */
const MOST = 400;

/** The catalogue graph: items whose papers serve others, from the left to the right. */
export function graphDrawing({ items, edges, circles }: CatalogueGraph): DrawingBlock {
  const used = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].slice(0, MOST);
  const shown = new Set(used);
  const drawn = edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const layers = layersOf(used, drawn);
  const rows: number[] = [];
  const places = new Map<number, readonly [number, number]>();
  for (const at of used) {
    const layer = layers.get(at) ?? 0;
    const row = rows[layer] ?? 0;
    rows[layer] = row + 1;
    places.set(at, [4 + layer * (WIDE + GAP), 4 + row * ROW]);
  }
  const round = new Set(circles.flat());
  const shapes: Shape[] = [
    ...drawn.flatMap(({ from, to, waived }) => wire(places.get(from), places.get(to), waived)),
    ...used.flatMap((at) => node(items[at]?.name ?? '', places.get(at) ?? [0, 0], round.has(at))),
  ];
  const width = 8 + Math.max(1, rows.length) * (WIDE + GAP);
  const height = 8 + Math.max(1, ...rows.map((row) => row ?? 0)) * ROW;
  const alt = `材料关系图：${used.length}个事项，${drawn.length}处结果给别的事项用，循环${circles.length}个。`;
  return { kind: 'drawing', alt, width, height, shapes };
}

/** How far to the right each stands: after those whose papers it needs, so far as that ends. */
function layersOf(
  used: readonly number[],
  edges: readonly { readonly from: number; readonly to: number }[],
): ReadonlyMap<number, number> {
  const layers = new Map(used.map((at) => [at, 0]));
  // In a circle nobody is first: after so many rounds they stay where they are.
  for (let round = 0; round < Math.min(used.length, 12); round += 1) {
    for (const { from, to } of edges) {
      const least = (layers.get(from) ?? 0) + 1;
      if ((layers.get(to) ?? 0) < least && least <= 12) layers.set(to, least);
    }
  }
  return layers;
}

function wire(
  from: readonly [number, number] | undefined,
  to: readonly [number, number] | undefined,
  waived: boolean,
): Shape[] {
  if (from === undefined || to === undefined) return [];
  const ends = [from[0] + WIDE, from[1] + HIGH / 2] as const;
  return [line(ends, [to[0], to[1] + HIGH / 2], { grey: 0.5, stroke: 0.6, dashed: waived })];
}

function node(name: string, [x, y]: readonly [number, number], thick: boolean): Shape[] {
  const lines = wrapped(name, SIZE, WIDE - 8, 2);
  return [
    box([x, y], [WIDE, HIGH], { grey: 0.97, stroke: thick ? 2 : 0.5 }),
    ...lines.map((text, row) => words([x + 4, y + 11 + row * (SIZE + 2)], text, SIZE)),
  ];
}
