import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, ROOT } from '../program.ts';
import { nodeOf, OTHER_NODES } from './other-nodes.ts';

/** What docs/api.md shows, on the catalogue that `init` begins. */
const CALLER = `
import { build, check, composeGuide, loadCatalog } from 'mingbai';
const { errors, findings } = await check('.');
const { catalog } = await loadCatalog('.');
const guide = await composeGuide(catalog.items[0], catalog);
const { built } = await build('.', { out: 'site', only: ['html', 'notice'], jobs: 1 });
const schema = import.meta.resolve('mingbai/schemas/item.schema.json');
console.log(JSON.stringify({ errors, findings: findings.length, title: guide.title, built, schema }));
`;

const TYPED = `
import { type CheckResult, check, composeGuide, loadCatalog, type Guide } from 'mingbai';
const result: CheckResult = await check('.', { profiles: ['notice'] });
const line: number | undefined = result.findings[0]?.span.line;
const { catalog } = await loadCatalog('.');
const guide: Guide = await composeGuide('residence-permit-endorsement', catalog);
// @ts-expect-error: not a field of a guide
guide.nothing;
console.log(line, guide.title);
`;

/** A copy, for packing builds what other tests are running. */
function copyOfProject(): string {
  const copy = join(emptyFolder(), 'mingbai');
  const left = new Set(['node_modules', '.git', 'dist', 'public']);
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (path) => !left.has(basename(path)) || join(ROOT, basename(path)) !== path,
  });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

let project = '';
let said = '';

beforeAll(() => {
  const packs = emptyFolder();
  project = emptyFolder();
  const npm = (argv: string[], cwd: string): string =>
    execFileSync('npm', argv, { cwd, encoding: 'utf8', stdio: 'pipe' });
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--silent', '--pack-destination', packs], copyOfProject()).replace(
      /^[^[]*/,
      '',
    ),
  ) as [{ filename: string }];
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  said = execFileSync(
    'sh',
    ['-c', `npm install --no-audit --no-fund "${packs}/${filename}" 2>&1`],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
}, 300_000);

describe('the packed program, installed in an empty project', () => {
  test('warns of nothing, and brings what its documents name', () => {
    expect(said).not.toMatch(/warn|deprecated/i);
    const home = join(project, 'node_modules/mingbai');
    for (const path of ['docs/api.md', 'docs/upgrade.md', 'deploy/README.md', 'CHANGELOG.md']) {
      expect(existsSync(join(home, path)), path).toBe(true);
    }
    for (const path of ['src/cli.ts', 'tests', 'node_modules/.cache']) {
      expect(existsSync(join(home, path)), path).toBe(false);
    }
  });

  test.each([process.version.slice(1), ...OTHER_NODES])('runs on Node %s', (version) => {
    const node = `v${version}` === process.version ? process.execPath : nodeOf(version);
    const folder = join(project, `on-${version}`);
    const bin = join(project, 'node_modules/mingbai/bin/mingbai.js');
    const run = (argv: string[], cwd: string): string =>
      execFileSync(node, argv, { cwd, encoding: 'utf8', stdio: 'pipe' });
    expect(run([bin, 'init', folder, '--region', '安居县'], project)).toContain(
      'npx mingbai check',
    );
    expect(run([bin, 'check'], folder)).toContain('错误 0 处，警告 0 处');
    run([bin, 'build', '--out', 'public'], folder);
    expect(existsSync(join(folder, 'public/index.html'))).toBe(true);
    expect(run([bin, 'explain', '办理地点'], folder)).toContain('channels.place');
    writeFileSync(join(folder, 'caller.mjs'), CALLER);
    expect(JSON.parse(run(['caller.mjs'], folder))).toMatchObject({
      // The one finding says what the next standard would add.
      ...{ errors: 0, findings: 1, title: '居住证签注', built: true },
      schema: expect.stringContaining('/schemas/item.schema.json'),
    });
    const settings = readFileSync(join(folder, '.vscode/settings.json'), 'utf8');
    const schemas = Object.keys(JSON.parse(settings)['yaml.schemas']);
    expect(schemas.length).toBe(7);
    for (const path of schemas) expect(existsSync(join(project, path)), path).toBe(true);
  });

  test.each(['nodenext', 'bundler'])('has types for modules resolved as %s', (resolution) => {
    writeFileSync(join(project, 'typed.ts'), TYPED);
    const module = resolution === 'nodenext' ? 'nodenext' : 'esnext';
    const argv = [
      ...['--noEmit', '--strict', '--target', 'es2022', '--skipLibCheck', 'false', '--types', ''],
      ...['--module', module, '--moduleResolution', resolution, 'typed.ts'],
    ];
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const node = '--lib';
    execFileSync(process.execPath, [tsc, ...argv, node, 'es2023,dom'], {
      cwd: project,
      stdio: 'pipe',
    });
  });
});
