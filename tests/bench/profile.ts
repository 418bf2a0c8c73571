/**
 * `npm run bench:profile`: writes where the time of a cold run goes into PROFILE.md, part of the
 * program by part, at 10,000 items; another number: `-- --items 1266`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forget, type Ground, groundFor, mingbai } from './ground.ts';
import { markdownTable } from './markdown.ts';
import { readProfiles } from './profile-reader.ts';
import { sectionOf } from './results.ts';

/** A command whose time is taken apart. */
interface Run {
  readonly title: string;
  argv(ground: Ground): readonly string[];
}

const check = (ground: Ground, faults: 'none' | 'readable'): readonly string[] => {
  const root = ground.catalogue(faults);
  forget(root);
  return ['check', root, '--format', 'json'];
};

const build = (ground: Ground, only: string): readonly string[] => {
  const root = ground.catalogue('none');
  forget(root);
  const out = join(ground.work, 'out');
  rmSync(out, { recursive: true, force: true });
  return ['build', root, '--only', only, '--out', out];
};

const RUNS: readonly Run[] = [
  {
    title: '`check`, with the faults of real records',
    argv: (ground) => check(ground, 'readable'),
  },
  { title: '`check`, without faults', argv: (ground) => check(ground, 'none') },
  { title: '`build --only html`', argv: (ground) => build(ground, 'html') },
  { title: '`build --only pdf`', argv: (ground) => build(ground, 'pdf') },
];

const { values } = parseArgs({ options: { items: { type: 'string', default: '10000' } } });

function textOf(run: Run, ground: Ground): string {
  console.log(run.title);
  const folder = join(ground.work, 'profiles');
  rmSync(folder, { recursive: true, force: true });
  node(['--cpu-prof', `--cpu-prof-dir=${folder}`], run.argv(ground));
  const { total, parts } = readProfiles(folder);
  const rows = parts.map(({ name, what, seconds }) => {
    return [name, what, seconds.toFixed(2), `${((100 * seconds) / total).toFixed(1)} %`];
  });
  const compiled = compiledBy(node(['--trace-opt'], run.argv(ground)));
  return [
    `## ${run.title}\n`,
    `${total.toFixed(1)} s in all threads; beside them V8 compiled ${compiled.functions} functions in`,
    `${compiled.seconds.toFixed(1)} s of background threads.\n`,
    `${markdownTable(['', 'what it does', 's', 'share'], rows)}\n`,
  ].join('\n');
}

/** Runs the program under settings of Node.js; what it wrote to its output. */
function node(settings: readonly string[], argv: readonly string[]): string {
  const [program = '', ...rest] = mingbai(...argv);
  const { status, stdout, stderr } = spawnSync(program, [...settings, ...rest], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status === 0 || status === 1) return stdout;
  throw new Error(`exit ${status}: ${stderr}`);
}

/** What the optimizing compiler did, of the lines that V8 writes. */
function compiledBy(output: string): { functions: number; seconds: number } {
  const took = [...output.matchAll(/^\[completed compiling .*took [\d.]+, ([\d.]+),/gm)];
  const seconds = took.reduce((sum, [, each]) => sum + Number(each) / 1000, 0);
  return { functions: took.length, seconds };
}

const folder = mkdtempSync(join(tmpdir(), 'mingbai-profile-'));
try {
  const items = Number(values.items);
  const ground = groundFor(folder, folder, items, 1);
  const texts = RUNS.map((run) => textOf(run, ground));
  const head = { part: 'profile', size: items, runs: 1, took: 0 };
  const { date, machine, node: version } = sectionOf(head, { rows: [] });
  const intro = `# Where the time goes

Written by \`npm run bench:profile\`: ${items.toLocaleString('en')} items, cold, ${date}, ${machine}, Node ${version}.
Own time of every function, sampled in all threads and summed by the part of the program it stands
in; what Node.js does itself is named by what it does. Sampling makes a run somewhat slower than it
is in [RESULTS.md](RESULTS.md), and what is waited for is left out.
`;
  writeFileSync(new URL('PROFILE.md', import.meta.url), [intro, ...texts].join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
