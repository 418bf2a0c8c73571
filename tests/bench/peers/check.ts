import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../ground.ts';
import type { Command } from '../measure.ts';

const SCHEMAS = join(ROOT, 'schemas/');
const ITEM = `${SCHEMAS}item.schema.json`;
const COMMON = `${SCHEMAS}common.schema.json`;
/** Above these sizes a peer takes more than ten minutes. */
const MOST = { ajv: 10_000, spectral: 300, textlint: 10_000 };

/** The peers on the items of a catalogue: all of them validate, textlint reads the wording. */
export function checkPeers(folder: string, root: string, size: number): Command[] {
  const all = join(root, 'items/**/*.yaml');
  return [
    ...sourcemeta(folder, join(root, 'items')),
    ...(size <= MOST.ajv ? [ajvCli(folder, all)] : []),
    ...(size <= MOST.spectral ? [spectral(folder, all)] : []),
    ...(size <= MOST.textlint ? textlintOn(folder, all) : []),
  ].filter(({ argv }) => existsSync(argv[0] ?? ''));
}

const bin = (folder: string, name: string): string => join(folder, 'node_modules/.bin', name);
/** They answer 1 when they have found something: the work was done. */
const accept = [0, 1];

function sourcemeta(folder: string, items: string): Command[] {
  const build = 'node_modules/@sourcemeta/jsonschema/build/github-releases';
  const native = join(folder, build, 'jsonschema-linux-x86_64');
  const argv = [native, 'validate', ITEM, items, '--resolve', COMMON, '--continue'];
  return [
    { name: 'sourcemeta jsonschema (C++)', argv, accept: [0, 2] },
    { name: 'sourcemeta jsonschema --fast', argv: [...argv, '--fast'], accept: [0, 2] },
  ];
}

function ajvCli(folder: string, all: string): Command {
  const options = ['--spec=draft2020', '--strict=false', '--validate-formats=false'];
  const schemas = ['-s', ITEM, '-r', COMMON];
  const argv = [bin(folder, 'ajv'), 'validate', ...options, '--all-errors', ...schemas, '-d', all];
  return { name: 'ajv-cli', argv, accept };
}

function spectral(folder: string, all: string): Command {
  const then = { function: 'schema', functionOptions: { schema: { $ref: ITEM } } };
  const rules = { rules: { item: { given: '$', severity: 'error', then } } };
  const file = join(folder, 'spectral.json');
  const argv = [bin(folder, 'spectral'), 'lint', '-q', '--ruleset', file, all];
  return { name: 'Spectral', argv, accept, before: () => writeFileSync(file, json(rules)) };
}

/** textlint with one forbidden word on the files of a pattern, as plain text. */
export function textlintOn(folder: string, files: string): Command[] {
  const terms = 'version: 1\nrules:\n  - expected: （列全）\n    pattern: 等\n';
  const plugins = { '@textlint/text': { extensions: ['.yaml', '.txt'] } };
  const rules = { plugins, rules: { prh: { rulePaths: [join(folder, 'terms.yml')] } } };
  const command = {
    name: 'textlint',
    argv: [bin(folder, 'textlint'), files],
    cwd: folder,
    accept,
    before: () => {
      writeFileSync(join(folder, 'terms.yml'), terms);
      writeFileSync(join(folder, '.textlintrc.json'), json(rules));
    },
  };
  return existsSync(command.argv[0] ?? '') ? [command] : [];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
