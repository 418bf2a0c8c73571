import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const ENGINE = new URL('../src/world/engine.ts', import.meta.url).href;

test('the engine takes its settings without a word', () => {
  const script = `import('${ENGINE}').then((engine) => { engine.spareMemory(); engine.tuneEngine(); console.log('set'); })`;
  const argv = ['--import', 'tsx', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'set\n', stderr: '' });
});
