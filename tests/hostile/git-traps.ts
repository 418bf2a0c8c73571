/** A setting, or a file, of a repository that has git run a program. */
export interface Trap {
  /** What is run leaves a file of this name. */
  readonly name: string;
  /** Lines of `.git/config`; `EVIL` stands for the program. */
  readonly config: string;
  /** Files below `.git` or, with `../`, beside it. */
  readonly files?: Readonly<Record<string, string>>;
  /** A question that sets it off when git is asked without care; with what it reads. */
  readonly naive: readonly string[];
  readonly input?: string;
}

const ATTRIBUTES = (text: string) => ({ 'info/attributes': `*.yaml ${text}\n` });
const HOOK = '#!/bin/sh\nEVIL\n';

/** Each alone is sprung by its question in any repository with two commits, the last one signed. */
export const TRAPS: readonly Trap[] = [
  {
    name: 'signature-openpgp',
    config: '[log]\nshowSignature = true\n[gpg]\nprogram = EVIL',
    naive: ['log', '-1'],
  },
  {
    name: 'signature-by-own-name',
    config: '[log]\nshowSignature = true\n[gpg "openpgp"]\nprogram = EVIL',
    naive: ['log', '-1'],
  },
  {
    name: 'signature-included',
    config: '[include]\npath = more',
    files: { more: '[log]\nshowSignature = true\n[gpg]\nprogram = EVIL\n' },
    naive: ['log', '-1'],
  },
  {
    name: 'signature-included-if',
    config: '[includeIf "gitdir:**"]\npath = more',
    files: { more: '[log]\nshowSignature = true\n[gpg]\nprogram = EVIL\n' },
    naive: ['log', '-1'],
  },
  {
    name: 'signature-of-worktree-settings',
    config: '[core]\nrepositoryformatversion = 1\n[extensions]\nworktreeConfig = true',
    files: { 'config.worktree': '[log]\nshowSignature = true\n[gpg]\nprogram = EVIL\n' },
    naive: ['log', '-1'],
  },
  { name: 'fsmonitor', config: '[core]\nfsmonitor = EVIL', naive: ['status'] },
  {
    name: 'hooks-path',
    config: '[core]\nhooksPath = traps',
    files: { '../traps/post-checkout': HOOK },
    naive: ['checkout', '-q', 'HEAD'],
  },
  {
    name: 'hook',
    config: '',
    files: { 'hooks/post-index-change': HOOK },
    naive: ['update-index', '--force-write-index'],
  },
  {
    name: 'filter-smudge',
    config: '[filter "x"]\nsmudge = EVIL',
    files: ATTRIBUTES('filter=x'),
    naive: ['cat-file', '--filters', 'HEAD:a.yaml'],
  },
  {
    name: 'filter-process',
    config: '[filter "x"]\nprocess = EVIL\nrequired = true',
    files: ATTRIBUTES('filter=x'),
    naive: ['cat-file', '--filters', 'HEAD:a.yaml'],
  },
  {
    name: 'filter-clean',
    config: '[filter "x"]\nclean = EVIL',
    files: ATTRIBUTES('filter=x'),
    naive: ['hash-object', '--path', 'a.yaml', '--stdin'],
    input: 'x\n',
  },
  { name: 'diff-external', config: '[diff]\nexternal = EVIL', naive: ['diff', 'HEAD~1', 'HEAD'] },
  {
    name: 'diff-external-in-log',
    config: '[diff "x"]\ncommand = EVIL',
    files: ATTRIBUTES('diff=x'),
    naive: ['log', '-p', '--ext-diff', '-1'],
  },
  {
    name: 'diff-textconv',
    config: '[diff "x"]\ntextconv = EVIL',
    files: ATTRIBUTES('diff=x'),
    naive: ['log', '-p', '-1'],
  },
  {
    name: 'fetch-uploadpack',
    config: '[remote "x"]\nurl = .\nuploadpack = EVIL',
    naive: ['fetch', 'x'],
  },
  {
    name: 'fetch-ssh',
    config: '[core]\nsshCommand = EVIL\n[remote "x"]\nurl = ssh://invalid.invalid/x',
    naive: ['fetch', 'x'],
  },
  {
    name: 'fetch-ext',
    config: '[protocol "ext"]\nallow = always\n[remote "x"]\nurl = "ext::EVIL"',
    naive: ['fetch', 'x'],
  },
  {
    name: 'fetch-instead-of',
    config: '[protocol "ext"]\nallow = always\n[url "ext::EVIL "]\ninsteadOf = https://a.invalid/',
    naive: ['fetch', 'https://a.invalid/x'],
  },
  {
    name: 'git-proxy',
    config: '[core]\ngitProxy = EVIL\n[remote "x"]\nurl = git://invalid.invalid/x',
    naive: ['fetch', 'x'],
  },
  {
    name: 'credential-helper',
    config: '[credential]\nhelper = "!EVIL"',
    naive: ['credential', 'fill'],
    input: 'protocol=https\nhost=invalid.invalid\n\n',
  },
  {
    name: 'askpass',
    config: '[core]\naskPass = EVIL',
    naive: ['credential', 'fill'],
    input: 'protocol=https\nhost=invalid.invalid\n\n',
  },
  { name: 'editor', config: '[core]\neditor = EVIL', naive: ['commit', '--amend'] },
  { name: 'alias', config: '[alias]\nlist = "!EVIL"', naive: ['list'] },
  {
    name: 'trailer',
    config: '[trailer "x"]\nkey = X\ncmd = EVIL',
    naive: ['interpret-trailers', '--trailer', 'X=1'],
    input: 'a\n',
  },
];
