import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, ROOT, run } from './program.ts';

const RECORDS = join(ROOT, '../shared/data/power-list-heilongjiang.json');
const present = existsSync(RECORDS);
if (!present) console.log('real records not found, their tests are skipped');

describe.skipIf(!present)('219 real records', () => {
  test('become 219 guides in all forms, with no glyph missing', async () => {
    const folder = emptyFolder();
    const imported = await run(['import', RECORDS, '--to', 'records'], folder);
    expect(imported.code).toBe(0);
    const built = await run(['build', 'records', '--out', 'public', '--force'], folder);
    expect(built.code).toBe(0);
    expect(built.err).not.toContain('missing-glyph');
    const files = readdirSync(join(folder, 'public'), { recursive: true, encoding: 'utf8' });
    for (const name of ['index.html', 'guide.pdf', 'notice.pdf', 'guide.json']) {
      const found = files.filter((path) => /^items\/[^/]+\/[^/]+\/[^/]+$/.test(path));
      expect(found.filter((path) => path.endsWith(`/${name}`))).toHaveLength(219);
    }
  });

  test('give findings with a place, words and something to do', async () => {
    const folder = emptyFolder();
    await run(['import', RECORDS, '--to', 'records'], folder);
    const { code, out } = await run(['check', 'records', '--format', 'json'], folder);
    expect(code).toBe(1);
    const { summary, findings } = JSON.parse(out);
    expect(summary.items).toBe(219);
    for (const finding of findings) {
      expect(finding.message, finding.rule).not.toMatch(/undefined|null|NaN/);
      expect(finding.line).toBeGreaterThan(0);
      if (finding.severity === 'error') expect(finding.hint, finding.rule).toBeTruthy();
    }
  });

  test('give a ratio whose counted and uncounted items are listed', async () => {
    const folder = emptyFolder();
    await run(['import', RECORDS, '--to', 'records'], folder);
    const { out } = await run(['stats', 'records', '--format', 'json'], folder);
    const { compression } = JSON.parse(out);
    expect(compression.ratio).toMatch(/^\d+\.\d%$/);
    expect(compression.counted.length + compression.leftOut.length).toBe(219);
    for (const each of compression.leftOut) expect(each.reason).toBeTruthy();
  });
});
