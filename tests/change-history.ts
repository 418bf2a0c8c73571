import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { emptyFolder } from './program.ts';

/** One commit of the made-up history, with what is expected of it. */
export interface Step {
  readonly say: string;
  readonly reviewed?: readonly string[];
  readonly set?: Readonly<Record<string, string>>;
  readonly edit?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly move?: readonly [string, string];
  readonly drop?: readonly string[];
  /** Numbers of commits from 1; 0 is the base. */
  readonly from?: number;
  readonly merge?: number;
  readonly diff: readonly string[];
  readonly gate: readonly string[];
}

interface History {
  readonly base: Readonly<Record<string, string>>;
  readonly commits: readonly Step[];
}

/** A repository with all commits, and their names by number; the branch ends with the last. */
export interface MadeHistory {
  readonly folder: string;
  readonly steps: readonly Step[];
  /** Where each commit began, and what it is called. */
  readonly commits: readonly { readonly id: string; readonly from: string }[];
}

/** Builds the repository of tests/change-history.yaml with one run of `git fast-import`. */
export function makeHistory(): MadeHistory {
  const text = readFileSync(new URL('./change-history.yaml', import.meta.url), 'utf8');
  const { base, commits: steps } = parse(text) as History;
  const trees: Record<string, string>[] = [{ ...base }];
  const stream = [commitText(1, '开始', trees[0] ?? {}, [])];
  steps.forEach((step, at) => {
    const from = step.from ?? at;
    const tree = applied(step, trees[from] ?? {});
    trees.push(tree);
    const parents = [from, ...(step.merge === undefined ? [] : [step.merge])];
    const trailers = (step.reviewed ?? []).map((name) => `Reviewed-by: ${name}`);
    const message = [step.say, '', ...trailers].join('\n');
    stream.push(
      commitText(
        at + 2,
        message,
        tree,
        parents.map((each) => each + 1),
      ),
    );
  });
  const folder = emptyFolder();
  const git = (args: readonly string[], input?: string): string =>
    execFileSync('git', [...args], { cwd: folder, encoding: 'utf8', ...(input && { input }) });
  git(['init', '-q', '-b', 'main']);
  const ids = steps.map((_, at) => `get-mark :${at + 2}\n`);
  const answer = git(
    ['fast-import', '--quiet'],
    `${stream.join('')}get-mark :1\n${ids.join('')}done\n`,
  );
  const names = answer.trim().split('\n');
  git(['reset', '-q', '--hard', 'main']);
  const commits = steps.map((step, at) => ({
    id: names[at + 1] ?? '',
    from: names[step.from ?? at] ?? '',
  }));
  return { folder, steps, commits };
}

function applied(step: Step, before: Readonly<Record<string, string>>): Record<string, string> {
  const tree: Record<string, string> = { ...before, ...step.set };
  if (step.move !== undefined) {
    const [from, to] = step.move;
    tree[to] = tree[from] ?? '';
    delete tree[from];
  }
  for (const [path, edits] of Object.entries(step.edit ?? {})) {
    for (const [old, now] of edits) {
      const text = tree[path] ?? '';
      if (!text.includes(old)) throw new Error(`${step.say}: ${path} has no ${old}`);
      tree[path] = text.replace(old, now);
    }
  }
  for (const path of step.drop ?? []) delete tree[path];
  return tree;
}

function commitText(
  mark: number,
  message: string,
  tree: Readonly<Record<string, string>>,
  parents: readonly number[],
): string {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const who = `张 <a@example.com> ${1_767_225_600 + mark * 86_400} +0800`;
  return [
    `commit refs/heads/main\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n${data(message)}`,
    ...parents.map((each, at) => `${at === 0 ? 'from' : 'merge'} :${each}\n`),
    'deleteall\n',
    ...Object.entries(tree).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
    '\n',
  ].join('');
}
