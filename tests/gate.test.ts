import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differingSince, readChanges } from '../src/commands/change-sources.ts';
import { locatedAt } from '../src/commands/open.ts';
import { makeHistory } from './change-history.ts';
import { run, session } from './program.ts';

const { folder, steps, commits } = makeHistory();
const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
const located = locatedAt(folder, session(folder));

const EVENTS = { added: '新增', removed: '删去', moved: '移动', changed: '变更' };
const GATE = 'added-burden,reused-id,removed-fact,version-not-raised,unreviewed-commit';

async function gateOf(from: string): Promise<string[]> {
  const argv = ['check', '.', '--against', from, '--only', GATE, '--format', 'json', '--no-cache'];
  const { out, err } = await run(argv, folder);
  expect(err).toBe('');
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; pointer: string }[];
  };
  return findings.map(({ rule, path, pointer }) => `${rule} ${path} ${pointer}`.trim()).sort();
}

describe('thirty commits', () => {
  test('are thirty', () => expect(steps.length).toBe(30));

  test.each(steps.map((step, at) => [at + 1, step.say] as const))('%i %s', async (number) => {
    const { id, from } = commits[number - 1] ?? { id: '', from: '' };
    const step = steps[number - 1];
    const { changes, unread } = readChanges(differingSince(located, `${from}..${id}`));
    const told = changes.flatMap(({ kind, path, fields }) =>
      fields.length === 0
        ? [`${EVENTS[kind]} ${path}`]
        : fields.map(({ burden, pointer }) => `${burden} ${path} ${pointer}`),
    );
    expect(unread).toEqual([]);
    expect(told.sort()).toEqual([...(step?.diff ?? [])].sort());
    git('checkout', '-q', id);
    expect(await gateOf(from)).toEqual([...(step?.gate ?? [])].sort());
  });
});

describe('check --against', () => {
  test('ends with 1 and says what to do; a revert lets it pass', async () => {
    git('checkout', '-q', commits[1]?.id ?? '');
    const { code, out } = await run(['check', '.', '--against', 'HEAD~1', '--only', GATE], folder);
    expect(code).toBe(1);
    expect(out).toContain(
      '增负：承诺办结时限由“5个工作日”改为“20个工作日”（时限变长），没有新的依据',
    );
    expect(out).toContain('改回“5个工作日”');
    git('checkout', '-q', commits[2]?.id ?? '');
    expect(await gateOf('HEAD~2')).toEqual([]);
  });

  test('looks at the working tree, which needs no reviewer', async () => {
    git('checkout', '-q', commits[0]?.id ?? '');
    const path = join(folder, 'items/water/a.yaml');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace('visits: 1', 'visits: 3'));
    expect(await gateOf('HEAD')).toEqual([
      'added-burden items/water/a.yaml /visits',
      'version-not-raised items/water/a.yaml /version',
    ]);
    writeFileSync(path, before);
  });

  test('goes by the settings of the base, so that no change opens it for itself', async () => {
    git('checkout', '-q', commits[1]?.id ?? '');
    const path = join(folder, 'mingbai.yaml');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, `${before}rules: { added-burden: off }\n`);
    expect(await gateOf('HEAD~1')).toEqual(['added-burden items/water/a.yaml /limits/committed']);
    writeFileSync(path, before);
  });

  test('is told in words where there is nothing to compare with', async () => {
    const said = async (rev: string): Promise<string> =>
      (await run(['check', '.', '--against', rev], folder)).err;
    expect(await said('HEAD~90')).toContain('第一次提交前面没有版本可比');
    expect(await said('none')).toContain('没有 git 版本“none”');
    const argv = ['check', '.', '--against', 'HEAD', '--write-baseline'];
    expect((await run(argv, folder)).code).toBe(2);
  });
});
