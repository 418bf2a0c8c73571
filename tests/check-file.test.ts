import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '../src/ledger/check-file.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import { kindOfPath } from '../src/model/kinds.ts';
import { diskFiles } from '../src/world/disk.ts';
import { generateCatalog } from './bench/generate.ts';
import { checkCatalog } from './check-catalog.ts';
import { emptyFolder, run } from './program.ts';

/** Rules that compare items: what they find is told by a check of the whole catalogue only. */
const COMPARING = new Set([
  ...ALL_RULES.filter(({ facts }) => facts !== undefined).map(({ id }) => id),
  'duplicate-code',
  'duplicate-id',
]);

let root = '';
let item = '';
beforeAll(() => {
  root = join(emptyFolder(), 'catalog');
  generateCatalog(root, 60);
  const items = diskFiles(root)
    .list()
    .filter((path) => path.startsWith('items/'));
  item = items[7] ?? '';
  append(item, 'related: [nobody]\nflowchart: forms/none.png\n坏: 1\n');
  append(items[9] ?? '', '  坏\n');
  append('mingbai.yaml', 'rules: { no-such-rule: off }\nsite: 网址\n');
  const { length } = diskFiles(root).list();
  const hall =
    diskFiles(root)
      .list()
      .at(length - 1) ?? '';
  append(hall, 'nmae: x\n');
});

function append(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), `${readFileSync(join(root, path), 'utf8')}${text}`);
}

describe('the check of one file', () => {
  test('says of every file what the check of all says, but for comparing items', async () => {
    const request = {
      rules: ALL_RULES,
      ruleIds: new Set(ALL_RULES.map(({ id }) => id)),
      today: '2026-11-02',
      program: '',
    };
    const files = diskFiles(root);
    const { checked } = await checkCatalog(files, request);
    let told = 0;
    for (const path of files.list().filter((each) => kindOfPath(each) !== undefined)) {
      const own = [...checkFile(files, request, path).findings];
      const whole = checked.findings.of(path).filter(({ rule }) => !COMPARING.has(rule));
      expect(own.filter(({ rule }) => !COMPARING.has(rule))).toEqual(whole);
      told += own.length;
    }
    expect(told).toBeGreaterThan(50);
  });

  test('finds the catalogue above the file, from wherever it is asked', async () => {
    const whole = JSON.parse((await run(['check', '--format', 'json'], root)).out);
    const { code, out, err } = await run(['check', item, '--format', 'json'], root);
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report.summary).toMatchObject({ files: 1, items: 1 });
    const rules = report.findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['unknown-key', 'missing-file']));
    expect(whole.findings).toEqual(expect.arrayContaining(report.findings));
    expect(err).toContain('没有与别的事项比较');
    const folder = dirname(join(root, item));
    const name = item.slice(item.lastIndexOf('/') + 1);
    const inside = JSON.parse((await run(['check', name, '--format', 'json'], folder)).out);
    const shorter = report.findings.map((each: object) => ({ ...each, path: name }));
    expect(inside.findings.map((each: object) => ({ ...each, path: name }))).toEqual(shorter);
  });

  test('checks the settings, and refuses a file that no catalogue reads', async () => {
    const settings = await run(['check', 'mingbai.yaml', '--format', 'json'], root);
    const rules = JSON.parse(settings.out).findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain('unknown-rule');
    for (const path of ['items/note.yaml', 'mingbai.txt']) {
      writeFileSync(join(root, path), 'x: 1\n');
      const { code, err } = await run(['check', path], root);
      expect(code).toBe(2);
      expect(err).toContain('不在目录约定的位置');
      rmSync(join(root, path));
    }
  });

  test('knows what the baseline says of the file', async () => {
    expect((await run(['check', item, '--write-baseline'], root)).code).toBe(2);
    await run(['check', '--write-baseline'], root);
    const { code, out } = await run(['check', item, '--format', 'json'], root);
    expect(code).toBe(0);
    const { summary, findings } = JSON.parse(out);
    expect(findings).toEqual([]);
    expect(summary.baseline.gone).toBe(0);
    expect(summary.baseline.known).toBeGreaterThan(2);
    append(item, '另一处: 1\n');
    const again = JSON.parse((await run(['check', item, '--format', 'json'], root)).out);
    expect(again.findings).toMatchObject([{ rule: 'unknown-key' }]);
  });
});
