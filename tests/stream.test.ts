import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import { streamCatalog } from '../src/load/stream.ts';
import { measureCatalog } from '../src/stats/stats.ts';
import { diskFiles } from '../src/world/disk.ts';
import { generateCatalog } from './bench/generate.ts';
import { emptyFolder } from './program.ts';

const root = join(emptyFolder(), 'catalog');
generateCatalog(root, 30, { faults: 'real' });
const [first = '', second = '', third = ''] = diskFiles(root)
  .list()
  .filter((path) => path.startsWith('items/'));
writeFileSync(join(root, first), 'name: [');
// The same codes twice, and something that is not there.
cpSync(join(root, second), join(root, second.replace('.yaml', '-copy.yaml')));
const text = readFileSync(join(root, third), 'utf8');
writeFileSync(join(root, third), text.replace(/^department: .*$/m, 'department: nobody'));

test('items read one by one are those of a catalogue that is held, with the same errors', () => {
  const held = loadCatalog(diskFiles(root));
  const streamed = streamCatalog(diskFiles(root));
  const wrong = held.findings.filter(({ severity }) => severity === 'error');
  for (let time = 0; time < 2; time += 1) {
    const items = [...streamed.items];
    expect(items.map(({ value }) => value)).toEqual(held.catalog.items.map(({ value }) => value));
    expect([...streamed.faulty].sort()).toEqual([...new Set(wrong.map(({ path }) => path))].sort());
  }
  for (const path of [first, third, second.replace('.yaml', '-copy.yaml')]) {
    expect([...streamed.faulty]).toContain(path);
  }
});

test('they give the same figures, and what went into one only where it is asked for', () => {
  const { catalog, items } = streamCatalog(diskFiles(root));
  const held = loadCatalog(diskFiles(root)).catalog;
  const all = measureCatalog(held, [], {}, () => true);
  const some = measureCatalog({ ...catalog, items }, [], {}, ({ key }) => key === 'instant');
  for (const [at, figure] of some.figures.entries()) {
    const full = all.figures[at];
    const isKept = ['instant', 'compression'].includes(figure.spec.key);
    if (isKept) expect(figure.working.length + figure.leftOut.length).toBeGreaterThan(0);
    if (isKept)
      expect(figure.working.map(({ line }) => line)).toEqual(full?.working.map(({ line }) => line));
    expect(full?.working).toHaveLength(figure.counted);
    expect(full?.leftOut).toHaveLength(figure.omitted);
    expect([figure.value, figure.reasons]).toEqual([full?.value, full?.reasons]);
    const isKeptAnyway = isKept || figure.spec.key.endsWith('-entry');
    if (!isKeptAnyway) expect([...figure.working, ...figure.leftOut]).toEqual([]);
  }
  expect(some.groupings).toEqual(all.groupings);
  expect([some.sensitivity, some.naive, some.distributions]).toEqual([
    all.sensitivity,
    all.naive,
    all.distributions,
  ]);
});
