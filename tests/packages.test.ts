import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './program.ts';

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const packages: readonly (readonly [string, Locked])[] = Object.entries(lock.packages);
const installed = packages
  .filter(([path, { dev }]) => path !== '' && dev !== true)
  .map(([path, locked]) => [path.replace(/^.*node_modules\//, ''), locked] as const);

describe('packages that users install', () => {
  test.each(['security.md', 'security.en.md'])('stand in docs/%s, and no others', (name) => {
    const text = readFileSync(join(ROOT, 'docs', name), 'utf8');
    const listed = [
      ...text.matchAll(/^\| ([@\w./-]+) \| (\d[\w.-]*) \| \d{4}-\d\d-\d\d \| .+ \|$/gm),
    ];
    const wanted = installed.map(([pack, { version }]) => `${pack} ${version}`);
    expect(wanted.length).toBeGreaterThan(10);
    const found = listed.map(([, pack, version]) => `${pack} ${version}`);
    const add = wanted
      .filter((each) => !found.includes(each))
      .map((each) => `docs/${name} lacks: | ${each.replace(' ', ' | ')} | YYYY-MM-DD | why |`);
    const drop = found
      .filter((each) => !wanted.includes(each))
      .map((each) => `docs/${name} has, and nobody installs it: ${each}`);
    expect([...add, ...drop]).toEqual([]);
    expect(found.sort()).toEqual(wanted.sort());
  });

  test('run nothing when they are installed', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });
});

describe('promises', () => {
  test.each(['security.md', 'security.en.md'])('of docs/%s name tests that are there', (name) => {
    const text = readFileSync(join(ROOT, 'docs', name), 'utf8');
    const named = [...text.matchAll(/`(tests\/(?:long\/)?[\w.-]+\.test\.ts)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(new Set(named).size).toBeGreaterThan(4);
    for (const path of named) expect(readFileSync(join(ROOT, path), 'utf8')).toContain('test');
  });
});
