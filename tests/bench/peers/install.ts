import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the benchmark compares with: development only, never installed by users. */
const PACKAGES = {
  '@sourcemeta/jsonschema': '16.11.0',
  'ajv-cli': '5.0.0',
  '@stoplight/spectral-cli': '6.15.0',
  textlint: '15.2.1',
  'textlint-rule-prh': '6.1.0',
  '@11ty/eleventy': '3.1.8',
  'js-yaml': '5.5.0',
  'markdown-it': '15.0.3',
  '@myriaddreamin/typst-ts-node-compiler': '0.7.0',
};

/**
 * Puts the peers into a folder, unless they are there; what cannot be had is told and left out of
 * the tables. They are optional dependencies, so that one that fails does not stop the others.
 */
export function installPeers(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  const wanted = JSON.stringify({ private: true, optionalDependencies: PACKAGES }, null, 2);
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted) {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    rmSync(join(folder, 'package-lock.json'), { force: true });
    writeFileSync(manifest, wanted);
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder });
  }
  for (const name of Object.keys(PACKAGES)) {
    if (existsSync(join(folder, 'node_modules', name))) continue;
    console.log(`peer ${name}: cannot be installed, left out`);
  }
  if (!hasHugo()) console.log('peer Hugo: not installed on this machine (package hugo), left out');
}

/** Whether there is a `hugo` to run. */
export function hasHugo(): boolean {
  return spawnSync('hugo', ['version']).status === 0;
}
