import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../program.ts';
import { filesIn, published, schemas, written } from './published.ts';
import { recompute } from './recompute.ts';

test.each(['catalog', 'tests/catalog'])('every figure of %s is found again', async (path) => {
  const folder = join(ROOT, path);
  expect(recompute(filesIn(folder), schemas)).toEqual(await published(folder));
});

interface Trap {
  readonly name: string;
  readonly settings: string;
  readonly items: readonly string[];
}

// The file is ours.
const traps = parse(readFileSync(new URL('./traps.yaml', import.meta.url), 'utf8')) as Trap[];

test('there are six trap catalogues', () => expect(traps.length).toBeGreaterThanOrEqual(6));

test.each(traps.map((trap) => [trap.name, trap] as const))('%s', async (_, trap) => {
  const items = trap.items.map((lines, at): [string, string] => {
    const type = /^type:/m.test(lines) ? '' : 'type: 行政许可\n';
    const head = `id: i${at}\nname: 事项${at}\ndepartment: x\n${type}`;
    return [`items/x/i${at}.yaml`, `${head}${lines}\n`];
  });
  const files = {
    'mingbai.yaml': `title: 目录\n${trap.settings}\n`,
    'departments/x.yaml': 'id: x\nname: 局\n',
    ...Object.fromEntries(items),
  };
  expect(recompute(files, schemas)).toEqual(await published(written(files)));
});
