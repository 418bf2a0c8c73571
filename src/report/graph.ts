import type { CatalogueGraph } from '../chain/catalogue-graph.ts';
import { say, type Words } from '../model/words.ts';
import { jsonText } from '../text/json-text.ts';
import { visible } from '../text/visible.ts';

type Tell = (words: Words) => string;

/** The graph for machines. */
export function graphJson(graph: CatalogueGraph): string {
  const { items, edges, circles, repeated, strange, unused, papers, faceless } = graph;
  const idOf = (at: number): string => items[at]?.id ?? '';
  return `${jsonText(
    {
      items: items.map(({ id, name, department, result }) => {
        return { id, name, department, result: result?.name ?? null };
      }),
      edges: edges.map(({ from, to, material, waived }) => {
        return { from: idOf(from), to: idOf(to), material, waived };
      }),
      circles: circles.map((circle) => circle.map(idOf)),
      ...{ repeated, strange, unused, faceless },
      papers: { ...papers, share: papers.all === 0 ? null : round(papers.own / papers.all) },
    },
    2,
  )}\n`;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** The graph for Graphviz: items with an edge, an edge a paper. */
export function graphDot({ items, edges, circles }: CatalogueGraph): string {
  const round = new Set(circles.flat());
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const quoted = (text: string): string => `"${visible(text).replace(/["\\]/g, '\\$&')}"`;
  return [
    'digraph catalogue {',
    '  rankdir=LR;',
    '  node [shape=box, fontname="sans-serif"];',
    ...[...used]
      .sort((a, b) => a - b)
      .map((at) => {
        const { id = '', name = '' } = items[at] ?? {};
        const mark = round.has(at) ? ', penwidth=3' : '';
        return `  ${quoted(id)} [label=${quoted(name)}${mark}];`;
      }),
    ...edges.map(({ from, to, material, waived }) => {
      const ends = `${quoted(items[from]?.id ?? '')} -> ${quoted(items[to]?.id ?? '')}`;
      return `  ${ends} [label=${quoted(material)}${waived ? ', style=dashed' : ''}];`;
    }),
    '}',
    '',
  ].join('\n');
}

/** The graph for a terminal: what is wrong, and what could be better. */
export function graphText(graph: CatalogueGraph, tell: Tell): string {
  const { items, edges, circles, repeated, strange, unused, papers, faceless } = graph;
  const nameOf = (id: string): string => items.find((item) => item.id === id)?.name ?? id;
  const share = papers.all === 0 ? '—' : `${Math.round((papers.own / papers.all) * 1000) / 10}%`;
  const lines = [
    say(
      `${items.length}个事项，结果给别的事项用的有${edges.length}处`,
      `${items.length} items, ${edges.length} results serve other items`,
    ),
    say(
      `由别人出的材料${papers.all}份，本目录自己能出的${papers.own}份（${share}）`,
      `${papers.all} papers given out by others, ${papers.own} by this catalogue (${share})`,
    ),
    say(`循环证明：${circles.length}个`, `circles: ${circles.length}`),
    ...circles.map((circle) => {
      const names = [...circle, circle[0] ?? 0].map((at) => items[at]?.name ?? '').join(' → ');
      return say(`  ${names}`, `  ${names}`);
    }),
    say(`重复证明：${repeated.length}处`, `papers asked for twice: ${repeated.length}`),
    ...repeated.map(({ material, items: ids }) => {
      const names = ids.map(nameOf).join('、');
      return say(`  ${material}：${names}`, `  ${material}: ${ids.join(', ')}`);
    }),
    say(`查不到由谁出的材料：${strange.length}份`, `papers nobody gives out: ${strange.length}`),
    ...strange.map(({ material, issuer, path }) => {
      const by = issuer === '' ? '' : `（写的是${issuer}）`;
      return say(`  ${material}${by}　${path}`, `  ${material} ${path}`);
    }),
    say(`没有别的事项用的结果：${unused.length}个`, `results nobody asks for: ${unused.length}`),
    say(
      `可以不见面办、没有列进去的事项：${faceless.length}个`,
      `items that need no meeting and are not listed so: ${faceless.length}`,
    ),
    ...faceless.map((id) => say(`  ${nameOf(id)}`, `  ${id}`)),
  ];
  return `${lines.map((line) => visible(tell(line))).join('\n')}\n`;
}
