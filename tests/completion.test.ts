import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { ROOT, run } from './program.ts';

async function script(shell: string): Promise<string> {
  const { code, out } = await run(['completion', shell], ROOT);
  expect(code).toBe(0);
  return out;
}

/** What bash offers after some words, the last of which is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const typed = words.map((word) => `"${word}"`).join(' ');
  const ask = `COMP_WORDS=(mingbai ${typed}); COMP_CWORD=${words.length}; _mingbai; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const said = execFileSync('bash', ['-c', `${await script('bash')}\n${ask}`], { cwd: ROOT });
  return said.toString().trim().split('\n');
}

describe('completion', () => {
  test('in bash offers commands, options, words and files', async () => {
    expect(await offered('')).toEqual(COMMANDS.map(({ name }) => name));
    expect(await offered('ex')).toContain('explain');
    expect(await offered('build', '--o')).toEqual(['--out', '--only']);
    expect(await offered('new', '')).toEqual(['item', 'department', 'hall', 'bundle', 'law']);
    expect(await offered('check', 'READ')).toContain('README.md');
  });

  test.each(['zsh', 'fish', 'powershell'])('in %s names every command', async (shell) => {
    const text = await script(shell);
    for (const { name } of COMMANDS) expect(text).toMatch(new RegExp(`\\b${name}\\b`));
    expect(text).toMatch(/stdin-path/);
  });

  test('refuses another shell', async () => {
    const { code, err } = await run(['completion', 'csh'], ROOT);
    expect({ code, told: err.includes('没有“csh”这种 shell') }).toEqual({ code: 2, told: true });
  });
});

test.each([
  [['chek'], '是不是“check”？'],
  [['biuld'], '是不是“build”？'],
  [['检查'], '是不是“check”？'],
  [['导出'], '没有“导出”这个命令'],
  [['check', '--fromat', 'json'], '是不是“--format”？'],
  [['init', '--regoin', '安居县'], '是不是“--region”？'],
  [['check', '——format', 'json'], '写成“--format”'],
  [['check', '－－format', 'json'], '写成“--format”'],
  [['check', '–format', 'json'], '写成“--format”'],
  [['xyzzy'], '用 --help 查看用法'],
])('%j is told with what may have been meant, in one line', async (argv, words) => {
  const { code, err } = await run(argv, ROOT);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words) });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
