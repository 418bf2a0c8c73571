import { appendFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readFloors, writeFloors } from '../floors.ts';
import { editItem, forget, type Ground, mingbai, ROOT, someItem } from '../ground.ts';
import { type Command, measureRounds } from '../measure.ts';
import type { Part } from './part.ts';

/** Above this size a tree is too large to be written with every number of workers. */
const MOST_TWICE = 10_000;

/** What a build is made with. */
interface Site {
  readonly root: string;
  readonly out: string;
  readonly argv: readonly string[];
}

/** A part that builds some outputs: cold, again, after an edit; floors, peers, and more commands. */
export function buildPart(
  name: string,
  title: string,
  { only, themed = false, peers }: BuildKind,
): Part {
  const base = `build ${name}, cold`;
  return {
    name,
    title,
    base,
    run: (ground) => {
      const site = siteOf(name, only, ground);
      const commands = [
        ...builds(name, site),
        ...(themed ? [templateChanged(name, site, ground)] : []),
        ...(ground.size <= MOST_TWICE ? workers(name, site) : []),
        ...readFloors(site.root, ground).slice(1),
        ...writeFloors(site.root, site.out, ground),
        ...(peers?.(ground, site.root) ?? []),
      ];
      return { rows: measureRounds(commands, ground.runs) };
    },
  };
}

/** Which outputs, whether there are templates to change, and who else makes them. */
export interface BuildKind {
  readonly only?: string;
  readonly themed?: boolean;
  readonly peers?: (ground: Ground, root: string) => readonly Command[];
}

function siteOf(name: string, only: string | undefined, ground: Ground): Site {
  const root = ground.catalogue('none');
  const out = join(ground.work, `out-${name}`);
  const outputs = only === undefined ? [] : ['--only', only];
  return { root, out, argv: mingbai('build', root, ...outputs) };
}

/** A theme of one template, the frame of every page. */
function themeFolder({ work }: Ground): string {
  const folder = join(work, 'theme/html');
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'templates', TEMPLATE), join(folder, '..', TEMPLATE));
  return join(work, 'theme');
}

const TEMPLATE = 'html/shell.hbs';

function builds(name: string, { root, out, argv }: Site): Command[] {
  const command = [...argv, '--out', out];
  return [
    { name: `build ${name}, cold`, argv: command, tree: out, before: () => clear(root, out) },
    { name: `build ${name}, nothing changed`, argv: command },
    {
      name: `build ${name}, one item changed`,
      argv: command,
      before: () => void editItem(someItem(root)),
    },
  ];
}

/** A theme of its own in place of the program's templates, each time another one. */
function templateChanged(name: string, { out, argv }: Site, ground: Ground): Command {
  const theme = themeFolder(ground);
  return {
    name: `build ${name}, template changed`,
    argv: [...argv, '--theme', theme, '--out', out],
    before: () => appendFileSync(join(theme, TEMPLATE), '\n<!-- changed -->\n'),
  };
}

/** The same with one worker and with two (unless that is what is done without asking), cold. */
function workers(name: string, { root, out, argv }: Site): Command[] {
  const own = `${out}-jobs`;
  const counts = availableParallelism() === 2 ? [1] : [1, 2];
  return counts.map((jobs) => ({
    name: `build ${name}, cold, ${jobs} ${jobs === 1 ? 'worker' : 'workers'}`,
    argv: [...argv, '--jobs', String(jobs), '--out', own],
    before: () => clear(root, own),
    after: () => clear(root, own),
  }));
}

function clear(root: string, out: string): void {
  forget(root);
  rmSync(out, { recursive: true, force: true });
}
