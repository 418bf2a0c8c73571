import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, dirname, isAbsolute, join, parse, sep } from 'node:path';
import { GitFailure } from './git-failure.ts';
import type { Repository } from './git-repository.ts';

/** In milliseconds: no question of ours takes a sound repository so long. */
const PATIENCE = 120_000;
/** In bytes: the longest answer that is read. */
const MOST = 1 << 30;

/** What is asked besides the arguments. */
export interface Question {
  /** What git reads on its standard input. */
  readonly input?: string;
  /** In milliseconds, if not as long as usual. */
  readonly patience?: number;
}

/**
 * Asks git about a repository and gives what it writes: the only place that starts it. A repository
 * may have been written by anybody, so nothing that its settings name is run, no other machine is
 * asked and only the questions of this program are put. Throws GitFailure.
 */
export function git(
  repository: Repository,
  args: readonly string[],
  { input, patience = PATIENCE }: Question = {},
): Buffer {
  const ask = (environment: Environment) =>
    start([...GUARDS, ...args], { folder: repository.top, environment, input, patience });
  const asked = guarded(repository);
  const first = ask(asked);
  if (!isForeign(first)) return answerOf(first, repository, patience);
  if (!isTrusted(repository)) throw new GitFailure('foreign-owner', repository.top);
  // Named outright, a repository is not asked for its owner.
  return answerOf(ask({ ...asked, GIT_DIR: repository.gitDir }), repository, patience);
}

type Environment = Readonly<Record<string, string>>;
type Outcome = ReturnType<typeof start>;

/** Settings that would run or read something else; on the command line they win. */
const SETTINGS = [
  'safe.bareRepository=explicit',
  'protocol.allow=never',
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'core.editor=:',
  'core.sshCommand=:',
  'core.askPass=',
  'core.alternateRefsCommand=:',
  'core.useReplaceRefs=false',
  'core.untrackedCache=false',
  'credential.helper=',
  'log.showSignature=false',
  ...['gpg', 'gpg.openpgp', 'gpg.x509', 'gpg.ssh'].map((name) => `${name}.program=:`),
  'gpg.ssh.defaultKeyCommand=:',
  'log.follow=false',
  'log.mailmap=false',
  'log.showRoot=true',
  'diff.relative=false',
  'diff.ignoreSubmodules=all',
  'submodule.recurse=false',
  'i18n.logOutputEncoding=UTF-8',
  'gc.auto=0',
  'maintenance.auto=false',
  'color.ui=false',
];

const GUARDS = ['--no-pager', '--literal-pathspecs', ...SETTINGS.flatMap((each) => ['-c', each])];

/** All that git is told of its surroundings; settings of the user and the machine are not read. */
function guarded({ top }: Repository): Environment {
  return {
    ...own(top),
    HOME: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_WORK_TREE: top,
    GIT_CEILING_DIRECTORIES: dirname(top),
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_PAGER: 'cat',
  };
}

/** What any program needs to start. */
function own(top: string): Environment {
  const { SystemRoot = '' } = process.env;
  const root = SystemRoot === '' ? {} : { SystemRoot };
  return { ...root, PATH: searched(top).join(delimiter), LC_ALL: 'C' };
}

/** Folders in which programs are looked for: none of the repository's, none seen from elsewhere. */
function searched(top: string): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => {
    if (!isAbsolute(folder) || !existsSync(folder)) return false;
    return !`${realpathSync(folder)}${sep}`.startsWith(`${top}${sep}`);
  });
}

interface Start {
  /** Where it runs, absolute. */
  readonly folder: string;
  readonly environment: Environment;
  readonly input?: string | undefined;
  readonly patience: number;
}

function start(args: readonly string[], { folder, environment, input, patience }: Start) {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const program = (environment.PATH ?? '')
    .split(delimiter)
    .map((each) => join(each, name))
    .find(existsSync);
  if (program === undefined) throw new GitFailure('no-git');
  return spawnSync(program, args, {
    cwd: folder,
    env: environment,
    maxBuffer: MOST,
    timeout: patience,
    killSignal: 'SIGKILL',
    windowsHide: true,
    input: input ?? '',
  });
}

function answerOf(outcome: Outcome, { top }: Repository, patience: number): Buffer {
  // What the types leave out: the code of what kept a program from being run to its end.
  const code = (outcome.error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ETIMEDOUT') throw new GitFailure('too-slow', String(patience / 1000));
  if (code === 'ENOBUFS') throw new GitFailure('too-much', '1 GiB');
  if (code !== undefined) throw new GitFailure('no-git');
  if (outcome.status === 0) return outcome.stdout;
  const missing = /promisor|missing blob|unable to read|bad object|could not fetch/i;
  const kind = missing.test(outcome.stderr.toString()) ? 'no-content' : 'unreadable';
  throw new GitFailure(kind, top);
}

function isForeign({ status, stderr }: Outcome): boolean {
  return status !== 0 && /dubious ownership|unsafe repository/.test(stderr.toString());
}

/** Whether the user's own settings, or the machine's, call the repository safe. */
function isTrusted({ top }: Repository): boolean {
  const { HOME = '', XDG_CONFIG_HOME, GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM } = process.env;
  const places = { HOME, XDG_CONFIG_HOME, GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM };
  const named = Object.entries(places).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const environment = { ...own(top), ...Object.fromEntries(named) };
  const entries = ['--system', '--global'].flatMap((scope) => {
    const asked = ['config', scope, '--no-includes', '--null', '--get-all', 'safe.directory'];
    const { stdout } = start(asked, { folder: parse(top).root, environment, patience: PATIENCE });
    return stdout.toString().split('\0').slice(0, -1);
  });
  // An empty entry takes back those before it.
  const counted = entries.slice(entries.lastIndexOf('') + 1);
  return counted.some((each) => each === '*' || isAt(each, top));
}

/** `/srv/catalogue`, or `/srv/*` for all below. */
function isAt(named: string, top: string): boolean {
  if (named.endsWith('/*')) return top.startsWith(named.slice(0, -1));
  return existsSync(named) && realpathSync(named) === top;
}
