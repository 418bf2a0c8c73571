import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CI_FILES } from '../src/scaffold/recipes.ts';
import { at, deployed, list, texts } from './deploy-files.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { openDoor } from './program-door.ts';

const door = await openDoor();
afterAll(() => door.close());

const ITEM = 'items/police/residence-permit-endorsement.yaml';
let tools = '';
let repository = '';
let remote = '';

/** What recipes call, without a registry: `npx` is the program, `npm ci` has been done. */
function toolFolder(): string {
  const folder = emptyFolder();
  const npx = `#!/bin/sh\nwhile [ "$1" != mingbai ]; do shift; done\nshift\nexec ${door.command} "$@"\n`;
  const files = {
    npx,
    npm: '#!/bin/sh\nexit 0\n',
    mingbai: `#!/bin/sh\nexec ${door.command} "$@"\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

beforeAll(async () => {
  tools = toolFolder();
  remote = join(emptyFolder(), 'remote.git');
  git(emptyFolder(), 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  repository = join(emptyFolder(), 'county');
  git(emptyFolder(), 'clone', '--quiet', remote, repository);
  await run(['init', '--region', '安居县', '--ci', 'github'], repository);
  for (const ci of ['gitlab', 'gitee']) await run(['init', '--ci', ci], repository);
  git(repository, 'checkout', '--quiet', '-B', 'main');
  commit('begin');
  git(repository, 'push', '--quiet', '-u', 'origin', 'main');
});

function git(cwd: string, ...argv: string[]): string {
  const env = {
    ...process.env,
    PATH: `${tools}:${process.env.PATH}`,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const name = ['-c', 'user.name=clerk', '-c', 'user.email=clerk@mingbai.example'];
  return execFileSync('git', [...name, ...argv], { cwd, env, encoding: 'utf8', stdio: 'pipe' });
}

function commit(message: string): void {
  git(repository, 'add', '-A');
  git(repository, 'commit', '--quiet', '-m', message);
}

/** Runs a script as a runner would, in a fresh clone of the remote. */
async function runScript(script: string, branch: string) {
  const quick = script.replaceAll('mingbai build', 'mingbai build --only html');
  const clone = join(emptyFolder(), 'clone');
  git(emptyFolder(), 'clone', '--quiet', '--branch', branch, remote, clone);
  const own = { PATH: `${tools}:${process.env.PATH}`, GITHUB_BASE_REF: 'main' };
  const env = { ...process.env, ...own };
  const done = await promisify(execFile)('sh', ['-ec', quick], { cwd: clone, env }).then(
    (said) => ({ ...said, code: 0 }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  return { clone, code: done.code, said: done.stdout + done.stderr };
}

/** A branch with an item that has an error. */
function pushBroken(branch: string): void {
  git(repository, 'checkout', '--quiet', '-B', branch, 'main');
  const path = join(repository, ITEM);
  writeFileSync(path, `${readFileSync(path, 'utf8')}nmae: x\n`);
  commit('break');
  git(repository, 'push', '--quiet', '--force', 'origin', branch);
  git(repository, 'checkout', '--quiet', 'main');
}

const githubSteps = (job: string): string =>
  list(at(deployed('github/county.yml'), 'jobs', job, 'steps'))
    .flatMap((step) => texts(at(step, 'run')))
    .join('\n');

const RECIPES = {
  github: { check: () => githubSteps('check'), publish: () => githubSteps('publish') },
  gitlab: {
    check: () => texts(at(deployed('gitlab/county.yml'), 'check', 'script')).join('\n'),
    publish: () => texts(at(deployed('gitlab/county.yml'), 'pages', 'script')).join('\n'),
  },
  gitee: { check: giteeCommands, publish: giteeCommands },
};

function giteeCommands(): string {
  const [stage] = list(at(deployed('gitee/county.yml'), 'stages'));
  const [step] = list(at(stage, 'steps'));
  return texts(at(step, 'commands')).join('\n');
}

describe.each(Object.keys(RECIPES) as (keyof typeof RECIPES)[])('the recipe for %s', (ci) => {
  test('is what init writes', () => {
    for (const [path, own] of Object.entries(CI_FILES[ci])) {
      expect(readFileSync(join(repository, path), 'utf8')).toBe(
        readFileSync(join(ROOT, own), 'utf8'),
      );
    }
  });

  test('passes what is sound, and publishes it', async () => {
    expect(await runScript(RECIPES[ci].check(), 'main')).toMatchObject({ code: 0 });
    const { clone, code, said } = await runScript(RECIPES[ci].publish(), 'main');
    expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
    expect(existsSync(join(clone, 'public/index.html'))).toBe(true);
  });

  test('stops what has an error, and says where', async () => {
    pushBroken(`broken-${ci}`);
    const { clone, code, said } = await runScript(RECIPES[ci].check(), `broken-${ci}`);
    expect(code).not.toBe(0);
    expect(said).toContain(ITEM);
    expect(existsSync(join(clone, 'public'))).toBe(false);
    if (ci === 'gitlab') {
      const quality = JSON.parse(readFileSync(join(clone, 'gl-code-quality.json'), 'utf8'));
      expect(quality[0].location.path).toBe(ITEM);
    }
    if (ci !== 'github') return;
    expect(said).toMatch(new RegExp(`^::error file=${ITEM}`, 'm'));
    const sarif = JSON.parse(readFileSync(join(clone, 'mingbai.sarif'), 'utf8'));
    expect(sarif.runs[0].results.length).toBeGreaterThan(0);
  });
});

describe('before a commit', () => {
  test('the hook that init writes stops an error, and lets the rest pass to the remote', async () => {
    git(repository, 'checkout', '--quiet', '-B', 'hooked', 'main');
    git(repository, 'config', 'core.hooksPath', '.githooks');
    const path = join(repository, ITEM);
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, `${sound}nmae: x\n`);
    git(repository, 'add', '-A');
    expect(await committed('bad')).toBe(false);
    writeFileSync(path, sound.replace('不收费。', '不收费，也不收工本费。'));
    git(repository, 'add', '-A');
    expect(await committed('good')).toBe(true);
    git(repository, 'push', '--quiet', 'origin', 'hooked');
    expect(git(remote, 'log', '-1', '--format=%s', 'hooked').trim()).toBe('good');
    git(repository, 'config', '--unset', 'core.hooksPath');
    git(repository, 'checkout', '--quiet', 'main');
  });

  test('pre-commit and lint-staged check the files of the commit', () => {
    const config = parse(readFileSync(join(ROOT, 'deploy/hooks/pre-commit-config.yaml'), 'utf8'));
    const [hook] = config.repos[0].hooks as { entry: string; files: string }[];
    const files = git(repository, 'ls-files').trim().split('\n');
    const chosen = files.filter((path) => new RegExp(hook?.files ?? '').test(path));
    expect(chosen).toHaveLength(4);
    const staged = JSON.parse(readFileSync(join(ROOT, 'deploy/hooks/lint-staged.json'), 'utf8'));
    for (const command of [hook?.entry ?? '', ...Object.values<string>(staged)]) {
      expect(command).toMatch(/mingbai check( --staged)?$/);
    }
  });
});

/** Commits without waiting in this thread: the hook asks this process for the program. */
async function committed(message: string): Promise<boolean> {
  const env = {
    ...process.env,
    PATH: `${tools}:${process.env.PATH}`,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const argv = [
    '-c',
    'user.name=c',
    '-c',
    'user.email=c@mingbai.example',
    'commit',
    '-qm',
    message,
  ];
  return promisify(execFile)('git', argv, { cwd: repository, env }).then(
    () => true,
    () => false,
  );
}
