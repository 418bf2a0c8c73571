import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, ROOT, run } from './program.ts';
import { filesOf } from './site-checks.ts';

const ITEM = 'items/water/water-abstraction.yaml';

/** A catalogue of our own, with a form that nobody refers to and one that may not be published. */
function catalogue(): string {
  const folder = join(emptyFolder(), 'catalog');
  cpSync(join(ROOT, 'tests/catalog'), folder, { recursive: true });
  writeFileSync(join(folder, 'forms/nobody.txt'), '没有人引用');
  writeFileSync(join(folder, 'forms/bundle/blank.txt'), '<script>1</script>');
  return folder;
}

function edit(folder: string, from: string, to: string): void {
  const path = join(folder, ITEM);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

function formsIn(out: string): string[] {
  return [...filesOf(out)].filter((path) => path.startsWith('forms/')).sort();
}

const SOUND = [
  'forms/bundle/sample.txt',
  'forms/residence-endorsement/result.txt',
  'forms/water-abstraction/blank.txt',
  'forms/water-abstraction/flowchart.svg',
  'forms/water-abstraction/result.txt',
  'forms/water-abstraction/sample.txt',
  'forms/water-use-plan/result.txt',
];

test('only sound forms that somebody refers to are published, whatever was before', async () => {
  const folder = catalogue();
  const out = join(emptyFolder(), 'public');
  const argv = ['build', folder, '--out', out, '--only', 'html,json', '--force'];
  const build = async (): Promise<string[]> => {
    expect((await run(argv, ROOT)).code).toBe(0);
    return formsIn(out);
  };
  expect(await build()).toEqual(SOUND);
  expect(await build()).toEqual(SOUND);
  edit(folder, 'sample: forms/water-abstraction/sample.txt', '');
  const fewer = SOUND.filter((path) => path !== 'forms/water-abstraction/sample.txt');
  expect(await build()).toEqual(fewer);
  edit(folder, 'notes: ', 'notes: 见 [说明](forms/nobody.txt)。');
  expect(await build()).toEqual(['forms/nobody.txt', ...fewer].sort());
  rmSync(out, { recursive: true });
  expect(await build()).toEqual(['forms/nobody.txt', ...fewer].sort());
});

test('parts that are merged have the forms of one build', async () => {
  const folder = catalogue();
  const around = emptyFolder();
  for (const part of ['1', '2']) {
    const argv = ['build', folder, '--out', join(around, part), '--only', 'html,json', '--force'];
    expect((await run([...argv, '--shard', `${part}/2`], ROOT)).code).toBe(0);
  }
  const whole = join(around, 'whole');
  const parts = ['1', '2'].map((part) => join(around, part));
  const { code, err } = await run(['merge', ...parts, '--out', whole, '--force'], ROOT);
  expect(code, err).toBe(0);
  expect(formsIn(whole)).toEqual(SOUND);
  expect(existsSync(join(parts[0] ?? '', 'forms/bundle/blank.txt'))).toBe(false);
});
