import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPreview } from '../src/commands/preview.ts';
import { git as ask } from '../src/world/git.ts';
import { GitFailure } from '../src/world/git-failure.ts';
import { gitFiles } from '../src/world/git-files.ts';
import { gitHistory } from '../src/world/git-history.ts';
import { findRepository } from '../src/world/git-repository.ts';
import { TRAPS, type Trap } from './hostile/git-traps.ts';
import { ROOT, run, session } from './program.ts';

const WHO = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b',
  GIT_AUTHOR_DATE: '2026-10-01T12:00:00Z',
  GIT_COMMITTER_DATE: '2026-10-01T12:00:00Z',
};
const ITEM = 'items/water/water-abstraction.yaml';
/** Where a program that was run leaves its name. */
const home = mkdtempSync(join(tmpdir(), 'mingbai-traps-'));
const env = { ...process.env, ...WHO, HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
const fired = join(home, 'fired');
mkdirSync(fired);
afterAll(() => rmSync(home, { recursive: true, force: true }));

function naive(folder: string, argv: readonly string[], input = ''): string {
  const { stdout } = spawnSync('git', argv, { cwd: folder, env, input, timeout: 20_000 });
  return stdout.toString().trim();
}

/** A program that says by a file that it was run, and how to call it. */
function evil(name: string): string {
  const path = join(home, `evil-${name}.sh`);
  writeFileSync(path, `#!/bin/sh\ntouch '${join(fired, name)}'\nexit 1\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A repository of two commits, the second one signed, with a catalogue below it. */
const twoCommits = madeRepository('two-commits');

/** A copy of it: to copy files is quicker than to start git nine times. */
function repository(name: string): string {
  const top = join(home, name);
  cpSync(twoCommits, top, { recursive: true, preserveTimestamps: true });
  return top;
}

function madeRepository(name: string): string {
  const top = join(home, name);
  cpSync(join(ROOT, 'tests/catalog'), join(top, 'catalog'), { recursive: true });
  writeFileSync(join(top, 'a.yaml'), 'a: 1\n');
  naive(top, ['init', '-q', '-b', 'main', '.']);
  naive(top, ['add', '-A']);
  naive(top, ['commit', '-q', '-m', 'one']);
  edit(top);
  const signature = '-----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----';
  const [tree, parent] = [naive(top, ['write-tree']), naive(top, ['rev-parse', 'HEAD'])];
  const who = 'a <a@b> 1791000000 +0000';
  const commit = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\ngpgsig ${signature}\n\ntwo\n`;
  const id = naive(top, ['hash-object', '-t', 'commit', '-w', '--stdin'], commit);
  naive(top, ['reset', '-q', '--hard', id]);
  return top;
}

/** A part of one repository is that of another. */
function linkOf(top: string, other: string, part: string): void {
  rmSync(join(top, '.git', part), { recursive: true });
  symlinkSync(join(other, '.git', part), join(top, '.git', part));
}

function edit(top: string): void {
  const file = join(top, 'catalog', ITEM);
  const text = execFileSync('sed', ['s/^version: .*/version: "9"/; s/^name: .*/name: 改名/', file]);
  writeFileSync(file, text);
  writeFileSync(join(top, 'a.yaml'), 'a: 2\n');
  naive(top, ['add', '-A']);
}

function lay(top: string, { name, config, files = {} }: Trap): void {
  const program = evil(name);
  const write = (path: string, text: string, flag = 'a'): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replaceAll('EVIL', program), { flag });
    chmodSync(path, 0o755);
  };
  write(join(top, '.git/config'), `\n${config}\n`);
  for (const [path, text] of Object.entries(files)) write(join(top, '.git', path), text, 'w');
}

/** All commands that ask git, in a folder; what they wrote to standard error. */
async function everything(top: string): Promise<string> {
  const catalog = join(top, 'catalog');
  const out = join(top, '..', 'site');
  const runs = [
    await run(['build', catalog, '--out', out, '--only', 'html', '--force', '--no-cache'], top),
    await run(['build', catalog, '--out', out, '--only', 'html', '--since', 'HEAD~1'], top),
    await run(['stats', catalog, '--from', 'HEAD~1', '--to', 'HEAD'], top),
  ];
  const errors: string[] = runs.map(({ err }) => err);
  const told = (text: string): void => void errors.push(text);
  const serving = await startPreview(catalog, {}, 0, session(top, told));
  await (await fetch(`${serving.url}changes.html`)).text();
  serving.close();
  return errors.join('');
}

const sprung = (): string[] => readdirSync(fired).sort();

describe('what a repository would have git run', () => {
  test.each(TRAPS)('$name is set off by asking without care, never by us', async (trap) => {
    const top = repository(trap.name);
    lay(top, trap);
    naive(top, trap.naive, trap.input);
    expect(sprung()).toContain(trap.name);
    rmSync(join(fired, trap.name));
    const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: top, env });
    expect(gitHistory(join(top, 'catalog'), {})[0]?.id).toBe(stdout.toString().trim());
    expect(gitFiles(join(top, 'catalog'), 'HEAD~1').list()).toContain(ITEM);
    expect(sprung()).toEqual([]);
  });

  test('nothing of all that together is run by any command', async () => {
    const top = repository('together');
    for (const trap of TRAPS) lay(top, trap);
    await everything(top);
    expect(sprung()).toEqual([]);
  });
});

describe('what a catalogue brings along to be taken for a repository', () => {
  const BARE = '[core]\nrepositoryformatversion = 0\nbare = true\n[log]\nshowSignature = true\n';
  const shapes: readonly (readonly [string, string])[] = [
    ['bare-at-the-root', 'catalog'],
    ['bare-below', 'catalog/items/water'],
  ];
  test.each(shapes)('%s', async (name, place) => {
    const top = repository(name);
    for (const part of ['HEAD', 'objects', 'refs']) {
      cpSync(join(top, '.git', part), join(top, place, part), { recursive: true });
    }
    writeFileSync(join(top, place, 'config'), `${BARE}[gpg]\nprogram = ${evil(name)}\n`);
    const asked = ['-c', 'safe.bareRepository=all', 'log', '-1'];
    naive(join(top, place), asked);
    expect(sprung()).toEqual([name]);
    rmSync(join(fired, name));
    expect(await everything(top)).not.toContain('git');
    expect(sprung()).toEqual([]);
  });

  test('a received folder that is such a repository, and nothing above it', async () => {
    const top = repository('received');
    renameSync(join(top, '.git'), join(top, 'moved'));
    for (const part of ['HEAD', 'objects', 'refs', 'config']) {
      cpSync(join(top, 'moved', part), join(top, 'catalog', part), { recursive: true });
    }
    expect(() => gitHistory(join(top, 'catalog'), {})).toThrow(GitFailure);
  });

  const leads: readonly (readonly [string, (top: string) => void])[] = [
    ['a file to a folder beside it', (top) => writeFileSync(join(top, '.git'), 'gitdir: moved\n')],
    ['a file to another repository', (top) => writeFileSync(join(top, '.git'), `gitdir: ${ROOT}`)],
    ['a link', (top) => symlinkSync('moved', join(top, '.git'))],
    ['a file too long', (top) => writeFileSync(join(top, '.git'), 'x'.repeat(5000))],
    ['an empty file', (top) => writeFileSync(join(top, '.git'), '')],
  ];
  test.each(leads)('.git as %s is not followed', (name, lead) => {
    const top = repository(`lead ${name}`);
    renameSync(join(top, '.git'), join(top, 'moved'));
    lead(top);
    expect(() => gitHistory(join(top, 'catalog'), {})).toThrow('elsewhere');
  });

  test('objects that lie in another repository are not read', () => {
    const [top, other] = [repository('borrows'), repository('lends')];
    const path = join(top, '.git/objects/info/alternates');
    writeFileSync(path, `${join(other, '.git/objects')}\n`);
    expect(() => gitHistory(join(top, 'catalog'), {})).toThrow('elsewhere');
  });

  const borrowed: readonly (readonly [string, (top: string, other: string) => void])[] = [
    ['objects that are a link', (top, other) => linkOf(top, other, 'objects')],
    ['packs that are a link', (top, other) => linkOf(top, other, 'objects/pack')],
    ['revisions that are a link', (top, other) => linkOf(top, other, 'refs')],
    [
      'what worktrees share in another place',
      (top, other) => writeFileSync(join(top, '.git/commondir'), `${join(other, '.git')}\n`),
    ],
  ];
  test.each(borrowed)('%s: not read', (name, lay) => {
    const [top, other] = [repository(`has ${name}`), repository(`gives ${name}`)];
    lay(top, other);
    expect(() => gitHistory(join(top, 'catalog'), {})).toThrow('elsewhere');
  });

  test('a worktree and a submodule are repositories all the same', () => {
    const top = repository('shared');
    const tree = join(home, 'tree');
    naive(top, ['worktree', 'add', '-q', tree, 'HEAD']);
    expect(gitHistory(join(tree, 'catalog'), {})).toHaveLength(1);
    const outer = repository('outer');
    naive(outer, ['-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', top, 'sub']);
    expect(gitHistory(join(outer, 'sub/catalog'), {})).toHaveLength(1);
  });

  test('a folder of work somewhere else is not gone to', () => {
    const top = repository('worktree-elsewhere');
    naive(top, ['config', 'core.worktree', '/etc']);
    expect(gitFiles(join(top, 'catalog'), 'HEAD').list()).toContain(ITEM);
    expect(gitHistory(join(top, 'catalog'), {})).toHaveLength(1);
  });
});

describe('a repository that lacks what it promises to fetch', () => {
  const remotes: readonly (readonly [string, string])[] = [
    ['uploadpack', 'url = .\nuploadpack = EVIL'],
    ['ssh', 'url = ssh://invalid.invalid/x\n[core]\nsshCommand = EVIL'],
    ['ext', 'url = "ext::EVIL"\n[protocol "ext"]\nallow = always'],
    ['git-proxy', 'url = git://invalid.invalid/x\n[core]\ngitProxy = EVIL'],
  ];
  test.each(remotes)('by %s says so and fetches nothing', async (way, remote) => {
    const name = `lazy-${way}`;
    const top = repository(name);
    const blob = naive(top, ['rev-parse', `HEAD~1:catalog/${ITEM}`]);
    const settings = `[extensions]\npartialClone = x\n[remote "x"]\npromisor = true\n${remote}\n`;
    lay(top, { name, config: `[core]\nrepositoryformatversion = 1\n${settings}`, naive: [] });
    rmSync(join(top, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    naive(top, ['cat-file', 'blob', blob]);
    expect(sprung()).toEqual([name]);
    rmSync(join(fired, name));
    const { code, err } = await run(['stats', join(top, 'catalog'), '--from', 'HEAD~1'], top);
    expect([code, err.includes('缺少这个版本的文件内容')]).toEqual([2, true]);
    const told = await everything(top);
    expect(told).toContain('网站没有更新记录');
    expect(sprung()).toEqual([]);
  });
});

describe('the surroundings', () => {
  let top = '';
  beforeAll(() => {
    top = repository('surroundings');
  });

  test('do not name a git of the repository', () => {
    const bin = join(top, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    renameSync(evil('own-git'), join(bin, 'git'));
    const before = process.env.PATH;
    process.env.PATH = `${bin}:.:node_modules/.bin:${before}`;
    try {
      expect(gitHistory(join(top, 'catalog'), {})).toHaveLength(1);
    } finally {
      process.env.PATH = before;
    }
    expect(sprung()).toEqual([]);
  });

  test('do not lead git elsewhere or have it run something', () => {
    const hostile = {
      GIT_DIR: join(ROOT, '.git'),
      GIT_EXTERNAL_DIFF: evil('env-diff'),
      GIT_SSH_COMMAND: evil('env-ssh'),
      GIT_CONFIG_PARAMETERS: `'gpg.program=${evil('env-gpg')}' 'log.showSignature=true'`,
      GIT_TRACE: join(fired, 'trace'),
      GIT_TRACE2_EVENT: join(fired, 'trace2'),
      GIT_REDIRECT_STDERR: join(fired, 'stderr'),
    };
    Object.assign(process.env, hostile);
    try {
      expect(gitHistory(join(top, 'catalog'), {})).toHaveLength(1);
    } finally {
      for (const name of Object.keys(hostile)) delete process.env[name];
    }
    expect(sprung()).toEqual([]);
  });

  test('are waited for only so long', () => {
    const slow = repository('slow');
    execFileSync('mkfifo', [join(slow, '.git/fifo')]);
    naive(slow, ['config', 'include.path', 'fifo']);
    expect(() => ask(findRepository(slow), ['rev-parse', 'HEAD'], { patience: 300 })).toThrow(
      'too-slow',
    );
  });

  test('may have no git at all', async () => {
    const before = process.env.PATH;
    process.env.PATH = '';
    const argv = ['stats', join(top, 'catalog'), '--from', 'HEAD'];
    const { code, err } = await run(argv, top).finally(() => {
      process.env.PATH = before;
    });
    expect([code, err]).toEqual([2, 'mingbai: 找不到 git，读不到版本；装上 git 再试\n']);
  });
});

describe('a revision that is none', () => {
  const revisions: readonly (readonly [string, string])[] = [
    ['--output=x', '不能作 git 版本'],
    ['-1', '不能作 git 版本'],
    ['', '是空的'],
    ['HEAD\n--all', '不能作 git 版本'],
    ['\u001b[2J', '不能作 git 版本'],
    ['a'.repeat(300), '不能作 git 版本'],
    ['nowhere', '没有 git 版本“nowhere”；用 git log'],
    ['HEAD:catalog', '没有 git 版本'],
    ['HEAD^{/(((a+)+)+)+$}', '没有 git 版本'],
    ['$(touch x)', '没有 git 版本'],
  ];
  test.each(revisions)('%j', async (revision, words) => {
    const top = join(home, 'surroundings');
    const catalog = join(top, 'catalog');
    for (const argv of [
      ['stats', catalog, `--from=${revision}`],
      ['stats', catalog, `--to=${revision}`],
      ['build', catalog, '--force', '--out', join(home, 'none'), `--since=${revision}`],
    ]) {
      const { code, out, err } = await run(argv, top);
      expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
      expect(err).toContain(words);
    }
    expect(existsSync(join(top, 'x'))).toBe(false);
  });

  test('in a shallow clone, and in no repository, says what to type', async () => {
    const clone = join(home, 'clone');
    const source = `file://${join(home, 'surroundings')}`;
    naive(home, ['clone', '-q', '--depth', '1', source, clone]);
    const shallow = await run(['stats', join(clone, 'catalog'), '--from', 'HEAD~1'], home);
    expect([shallow.code, shallow.err.includes('git fetch --unshallow')]).toEqual([2, true]);
    rmSync(join(clone, '.git'), { recursive: true });
    const none = await run(['stats', join(clone, 'catalog'), '--from', 'HEAD'], home);
    expect([none.code, none.err.includes('不在 git 仓库里')]).toEqual([2, true]);
  });
});
