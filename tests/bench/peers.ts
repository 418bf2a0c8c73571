import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './measure.ts';

const SCHEMAS = new URL('../../schemas/', import.meta.url).pathname;
const PACKAGES = [
  '@sourcemeta/jsonschema@16.11.0',
  'ajv-cli@5.0.0',
  '@stoplight/spectral-cli@6.15.0',
  'textlint@15.2.1',
  'textlint-rule-prh@6.1.0',
];

/** A program that does part of what `check` does, and the most items it can be asked about. */
export interface Peer extends Command {
  readonly name: string;
  readonly most: number;
}

/** Puts the peers into a folder of their own; what can't be had is left out of the table. */
export function installPeers(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  for (const name of PACKAGES) {
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent', name], { cwd: folder });
  }
  writeFileSync(
    join(folder, 'terms.yml'),
    'version: 1\nrules:\n  - expected: （列全）\n    pattern: 等\n',
  );
  const plugins = { '@textlint/text': { extensions: ['.yaml'] } };
  const textlint = { plugins, rules: { prh: { rulePaths: [join(folder, 'terms.yml')] } } };
  writeFileSync(join(folder, '.textlintrc.json'), JSON.stringify(textlint));
  const then = {
    function: 'schema',
    functionOptions: { schema: { $ref: `${SCHEMAS}item.schema.json` } },
  };
  const spectral = { rules: { item: { given: '$', severity: 'error', then } } };
  writeFileSync(join(folder, 'spectral.json'), JSON.stringify(spectral));
}

/** The peers on the items of a catalogue: all of them validate, textlint reads the wording. */
export function peersOn(folder: string, root: string): Peer[] {
  const items = join(root, 'items');
  const bin = (name: string): string => join(folder, 'node_modules/.bin', name);
  const native = join(
    folder,
    'node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-x86_64',
  );
  const schema = `${SCHEMAS}item.schema.json`;
  const common = `${SCHEMAS}common.schema.json`;
  const all = join(items, '**/*.yaml');
  const validate = [native, 'validate', schema, items, '--resolve', common, '--continue'];
  const ajv = ['validate', '--spec=draft2020', '--strict=false', '--validate-formats=false'];
  const peers: Peer[] = [
    { name: 'sourcemeta jsonschema (C++)', argv: validate, most: 1e6 },
    { name: 'sourcemeta jsonschema --fast', argv: [...validate, '--fast'], most: 1e6 },
    {
      name: 'ajv-cli',
      argv: [bin('ajv'), ...ajv, '--all-errors', '-s', schema, '-r', common, '-d', all],
      most: 10_000,
    },
    {
      name: 'Spectral',
      argv: [bin('spectral'), 'lint', '-q', '--ruleset', join(folder, 'spectral.json'), all],
      most: 300,
    },
    {
      name: 'textlint',
      argv: [bin('textlint'), all],
      cwd: folder,
      most: 1266,
    },
  ];
  return peers.filter(({ argv }) => existsSync(argv[0] ?? ''));
}
