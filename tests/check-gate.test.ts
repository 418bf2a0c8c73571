import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

const ITEM = 'items/water/water-abstraction.yaml';
const OTHER = 'items/health/nurse-registration.yaml';
const LIMIT = '  committed: 3个工作日';

/** A catalogue of two items in a folder of its own. */
function smallCatalogue(): string {
  const root = emptyFolder();
  for (const path of ['mingbai.yaml', 'departments', 'halls', 'laws', 'forms', ITEM, OTHER]) {
    cpSync(join('catalog', path), join(root, path), { recursive: true });
  }
  edit(root, ITEM, 'related: [soil-and-water-conservation]\n', '');
  return root;
}

function edit(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    join(root, path),
    text.replace(from, () => to),
  );
}

async function rulesOf(root: string, ...options: string[]): Promise<string[]> {
  const { out } = await run(['check', '--format', 'json', '--no-cache', ...options], root);
  const { findings } = JSON.parse(out) as { findings: { rule: string; path: string }[] };
  return findings.map(({ rule, path }) => `${path} ${rule}`);
}

const OVER = '  committed: 60个工作日';

describe('a baseline is one for all that judge', () => {
  let root = '';
  beforeAll(async () => {
    root = smallCatalogue();
    edit(root, ITEM, LIMIT, OVER);
    await run(['check', '--write-baseline'], root);
  });

  test('check, build, the parts of a build and what joins them go on', async () => {
    expect((await run(['check'], root)).code).toBe(0);
    const only = ['--only', 'html', '--no-cache'];
    expect((await run(['build', '--out', 'whole', ...only], root)).code).toBe(0);
    for (const part of ['1/2', '2/2']) {
      const out = `part-${part.charAt(0)}`;
      expect((await run(['build', '--shard', part, '--out', out, ...only], root)).code).toBe(0);
    }
    expect((await run(['merge', 'part-1', 'part-2', '--out', 'joined'], root)).code).toBe(0);
    expect(existsSync(join(root, 'joined/index.html'))).toBe(true);
  });

  test('what is new stops them all', async () => {
    edit(root, OTHER, 'level: ', 'level: 乡');
    expect((await run(['check'], root)).code).toBe(1);
    const built = await run(['build', '--out', 'again', '--only', 'html', '--no-cache'], root);
    expect(built.code).toBe(1);
    expect(built.err).toContain('unknown-value');
    expect(built.err).not.toContain('committed-over-statutory');
    edit(root, OTHER, 'level: 乡', 'level: ');
  });

  test('a file that cannot be read is never taken in', async () => {
    edit(root, OTHER, 'level: ', 'level：');
    const { err } = await run(['check', '--write-baseline'], root);
    expect(err).toContain('没有记');
    expect(await rulesOf(root)).toEqual([`${OTHER} fullwidth-colon`]);
    edit(root, OTHER, 'level：', 'level: ');
  });

  test('one gap instead of another is new', async () => {
    edit(root, ITEM, '  express: true\n', '');
    await run(['check', '--write-baseline'], root);
    expect(await rulesOf(root)).toEqual([]);
    edit(root, ITEM, '  kiosk: false\n', '  kiosk: false\n  express: true\n');
    edit(root, ITEM, '  handling: [窗口办理, 网上办理, 快递申请]\n', '');
    expect(await rulesOf(root)).toEqual([`${ITEM} incomplete-element`]);
  });
});

describe('what is worse than before', () => {
  let root = '';
  const git = (...args: string[]): void => {
    const name = ['-c', 'user.name=a', '-c', 'user.email=a@mingbai.example'];
    execFileSync('git', [...name, ...args], { cwd: root, stdio: 'pipe' });
  };
  beforeAll(() => {
    root = smallCatalogue();
    edit(root, ITEM, LIMIT, OVER);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'Begin');
  });

  test('--since tells an added error and not an old one that moved', async () => {
    expect(await rulesOf(root, '--since', 'HEAD')).toEqual([]);
    edit(root, ITEM, '\nname: 取水许可\n', '\n# 一行说明\n\nname: 取水许可\n');
    expect(await rulesOf(root, '--since', 'HEAD')).toEqual([]);
    edit(root, ITEM, 'case: 承诺件', 'case: 承诺办件');
    expect(await rulesOf(root, '--since', 'HEAD')).toEqual([`${ITEM} unknown-value`]);
    expect((await run(['check', '--since', 'nothing'], root)).code).toBe(2);
  });

  test('--since knows the old findings of a file that was renamed', async () => {
    const other = 'items/water/water-take.yaml';
    renameSync(join(root, ITEM), join(root, other));
    edit(root, other, 'id: water-abstraction', 'id: water-take');
    expect(await rulesOf(root, '--since', 'HEAD')).toEqual([`${other} unknown-value`]);
    edit(root, other, 'id: water-take', 'id: water-abstraction');
    renameSync(join(root, other), join(root, ITEM));
  });

  test('--staged looks at what is staged, not at what stands on the disk', async () => {
    expect(await rulesOf(root, '--staged')).toEqual([]);
    git('add', ITEM);
    edit(root, ITEM, 'case: 承诺办件', 'case: 承诺件');
    expect(await rulesOf(root, '--staged')).toEqual([`${ITEM} unknown-value`]);
    expect((await run(['check', '--staged', '--since', 'HEAD'], root)).code).toBe(2);
    git('add', ITEM);
    expect(await rulesOf(root, '--staged')).toEqual([]);
  });

  test('forms that are laid over a repository have its paths, from any folder', async () => {
    edit(root, ITEM, 'case: 承诺件', 'case: 承诺 件');
    const folder = join(root, 'items');
    mkdirSync(join(root, 'reports'));
    const formats = ['sarif', 'gitlab', 'junit', 'checkstyle', 'github'];
    const asked = formats.flatMap((form) => ['--format', `${form}=../reports/${form}`]);
    const { out } = await run(['check', ...asked, '--format', 'json'], folder);
    expect(JSON.parse(out)).toMatchObject({ format: 1 });
    const read = (form: string): string => readFileSync(join(root, 'reports', form), 'utf8');
    for (const form of formats) expect(read(form), form).toContain(ITEM);
    const [{ tool, results }] = JSON.parse(read('sarif')).runs;
    expect(tool.driver.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(tool.driver.rules[0]).toMatchObject({ help: { text: expect.stringContaining('\n') } });
    const fixable = results.find((each: { fixes?: unknown }) => each.fixes !== undefined);
    expect(fixable.fixes[0].artifactChanges[0].replacements[0]).toMatchObject({
      insertedContent: { text: '承诺件' },
    });
    expect(fixable.partialFingerprints).toMatchObject({ 'mingbai/v1': expect.any(String) });
    const issues = JSON.parse(read('gitlab')) as { fingerprint: string; severity: string }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(read('junit')).toMatch(/<testsuites name="mingbai" tests="\d+" failures="[1-9]">/);
    expect(read('checkstyle')).toMatch(/severity="error" message="[^"]+" source="mingbai\./);
  });

  test('--output takes the one report that has no file of its own', async () => {
    const { out, code } = await run(['check', '--format', 'json', '--output', 'r.json'], root);
    expect([out, code]).toEqual(['', 1]);
    expect(JSON.parse(readFileSync(join(root, 'r.json'), 'utf8'))).toMatchObject({ format: 1 });
    expect((await run(['check', '--format', 'json', '--format', 'github'], root)).code).toBe(2);
    expect((await run(['check', '--format', 'nothing'], root)).code).toBe(2);
  });
});

describe('findings as work', () => {
  let root = '';
  beforeAll(() => {
    root = smallCatalogue();
    edit(root, ITEM, '  express: true\n', '');
    edit(root, ITEM, LIMIT, OVER);
  });

  test('errors come first; the end says what there is to do', async () => {
    const { out } = await run(['check', '--no-cache'], root);
    expect(out.indexOf('committed-over-statutory')).toBeLessThan(out.indexOf('incomplete-element'));
    expect(out).toContain('按部门：\n  明白县水利局  错误 2 处，警告和建议 2 处\n');
    expect(out).toMatch(
      /^■ 取水许可 {2}items\/water\/water-abstraction\.yaml {2}错误 2 处，警告 \d 处\n/m,
    );
    expect(out).toContain('承诺办结时限长于法定办结时限 [committed-over-statutory]');
  });

  test('--quiet, --summary and --only say less', async () => {
    const quiet = await run(['check', '--quiet', '--no-cache'], root);
    expect(quiet.out).not.toContain('incomplete-element');
    const summary = await run(['check', '--summary', '--no-cache'], root);
    expect(summary.out).not.toContain('改法');
    expect(await rulesOf(root, '--only', 'incomplete-element')).toEqual([
      `${ITEM} incomplete-element`,
    ]);
    expect((await run(['check', '--only', 'incomplete-element'], root)).code).toBe(0);
    expect((await run(['check', '--only', 'incomplet-element'], root)).code).toBe(2);
  });

  test('a baseline shrinks by itself, but not in CI', async () => {
    await run(['check', '--write-baseline'], root);
    const file = join(root, '.mingbai-baseline.json');
    const before = readFileSync(file, 'utf8');
    edit(root, ITEM, OVER, LIMIT);
    const { err } = await run(['check'], root);
    expect(err).toContain('划掉已经改好的 3 处');
    expect(readFileSync(file, 'utf8').length).toBeLessThan(before.length);
    edit(root, ITEM, LIMIT, OVER);
    expect(await rulesOf(root)).toContain(`${ITEM} committed-over-statutory`);
  });
});
