import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from './program.ts';

const MODULE = new URL('../src/world/cache-key.ts', import.meta.url).href;

/** The key as a program of its own finds it, in hexadecimal digits. */
function keyIn(variables: Readonly<Record<string, string>>): string {
  const script = `import('${MODULE}').then(({ cacheKey }) => console.log(Buffer.from(cacheKey()).toString('hex')))`;
  const argv = ['--import', 'tsx', '--eval', script];
  const { PATH = '' } = process.env;
  const env = { PATH, HOME: emptyFolder(), ...variables };
  const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', env });
  expect(stderr).toBe('');
  return stdout.trim();
}

test('the key is made once, in the folder of the user, for nobody else to read', () => {
  const folder = emptyFolder();
  const key = keyIn({ XDG_CACHE_HOME: folder });
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  const path = join(folder, 'mingbai/key');
  expect(readFileSync(path, 'utf8')).toBe(`${key}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(keyIn({ XDG_CACHE_HOME: folder })).toBe(key);
  expect(keyIn({ XDG_CACHE_HOME: emptyFolder() })).not.toBe(key);
});

test('without XDG_CACHE_HOME it lies in ~/.cache; a relative one is none', () => {
  const home = emptyFolder();
  const key = keyIn({ HOME: home, XDG_CACHE_HOME: 'catalog' });
  expect(readFileSync(join(home, '.cache/mingbai/key'), 'utf8').trim()).toBe(key);
});

test('a variable gives it where machines share what they keep', () => {
  const folder = emptyFolder();
  const key = keyIn({ XDG_CACHE_HOME: folder, MINGBAI_CACHE_KEY: 'a shared secret' });
  expect(key).toBe(Buffer.from('a shared secret').toString('hex'));
  expect(existsSync(join(folder, 'mingbai'))).toBe(false);
});

test('where it cannot be kept it is another one each time', () => {
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');
  const [first, second] = [keyIn({ XDG_CACHE_HOME: file }), keyIn({ XDG_CACHE_HOME: file })];
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(second).not.toBe(first);
});
