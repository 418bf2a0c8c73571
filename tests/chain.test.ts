import { describe, expect, test } from 'vitest';
import { catalogueGraph } from '../src/chain/catalogue-graph.ts';
import type { GraphItem } from '../src/chain/graph-item.ts';
import { findingsOf, patchFiles, readCatalogFiles } from './patched-catalog.ts';
import { ROOT, run } from './program.ts';

const item = (id: string, result: string, asks: readonly string[], waived = false): GraphItem => ({
  ...{ id, name: id, type: '公共服务', department: 'water', path: `items/water/${id}.yaml` },
  ...{ steps: [], places: [], online: false, related: [], faceless: 'no' as const },
  result: { name: result },
  materials: asks.map((name, at) => ({
    ...{ at, name, source: '政府部门核发' as const },
    ...(waived ? { waived: true as const } : {}),
  })),
});

describe('the graph of a catalogue', () => {
  const graphOf = (items: readonly GraphItem[]) => catalogueGraph(items, [], (id) => id);

  test('finds who waits for whom in a circle, and none where papers are waived', () => {
    const round = [
      item('a', '甲证', ['丙证']),
      item('b', '乙证', ['甲证']),
      item('c', '丙证', ['乙证']),
    ];
    expect(graphOf(round).circles).toEqual([[0, 1, 2]]);
    const free = [item('a', '甲证', ['乙证'], true), item('b', '乙证', ['甲证'])];
    expect(graphOf(free).circles).toEqual([]);
  });

  test('finds what nobody gives out, and results that nobody asks for', () => {
    const found = graphOf([
      item('a', '甲证', ['我就是我的证明', '居民身份证']),
      item('b', '乙证', ['甲证']),
    ]);
    expect(found.strange.map(({ material }) => material)).toEqual(['我就是我的证明']);
    expect(found.unused).toEqual(['b']);
    expect(found.papers).toEqual({ all: 3, own: 1 });
  });

  test('finds a paper that items done together both ask for', () => {
    const pair = [
      { ...item('a', '甲证', ['户口簿']), related: ['b'] },
      item('b', '乙证', ['户口簿']),
    ];
    expect(graphOf(pair).repeated).toEqual([{ material: '户口簿', items: ['a', 'b'] }]);
  });
});

describe('mingbai chain', () => {
  test('tells the industrial project as JSON, and what a change saves', async () => {
    const asked = ['chain', 'industrial-project', 'catalog', '--format', 'json'];
    const { out, code } = await run([...asked, '--drop', 'land-planning-permit'], ROOT);
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.before.critical).toBe(28);
    expect(report.changes[0]).toEqual({
      ...{ change: '--drop land-planning-permit', days: -3, papers: 0, visits: 0 },
    });
    expect([report.critical, report.serial, report.saving]).toEqual([25, 59, 34]);
    expect(report.ready).toEqual(['project-filing']);
    expect(report.members[0]).toMatchObject({ item: 'project-filing', start: 0, end: 0 });
  });

  test('refuses what is none', async () => {
    expect((await run(['chain', 'nothing', 'catalog'], ROOT)).code).toBe(2);
    expect((await run(['chain', 'newborn', 'catalog', '--drop', 'x'], ROOT)).code).toBe(2);
  });
});

test('a promise of 3 days over parts of 5 and 6 is found', () => {
  const limits = (committed: string) => ({ committed });
  const found = findingsOf(
    patchFiles(readCatalogFiles('tests/catalog'), {
      'items/water/water-use-plan.yaml': { limits: limits('6个工作日') },
      'items/police/residence-endorsement.yaml': { 办理时限: { 承诺办结时限: '5个工作日' } },
      'bundles/move-to-county.yaml': { committed: '3个工作日', before: null, now: null },
    }),
  );
  expect(found.map(({ rule }) => rule)).toContain('chain-limit');
});
