import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { hasRecords, importRecords } from './records.ts';
import { rounds } from './trials.ts';

describe.skipIf(!hasRecords)('219 real records', () => {
  test('become guides in all forms, with no glyph missing', async () => {
    const folder = emptyFolder();
    const count = await importRecords(folder, rounds(6, 1));
    const built = await run(['build', 'records', '--out', 'public', '--force'], folder);
    expect(built.code).toBe(0);
    expect(built.err).not.toContain('missing-glyph');
    const files = readdirSync(join(folder, 'public'), { recursive: true, encoding: 'utf8' });
    for (const name of ['index.html', 'guide.pdf', 'notice.pdf', 'guide.json']) {
      const found = files.filter((path) => /^items\/[^/]+\/[^/]+\/[^/]+$/.test(path));
      expect(found.filter((path) => path.endsWith(`/${name}`))).toHaveLength(count);
    }
  });

  test('give findings with a place, words and something to do', async () => {
    const folder = emptyFolder();
    await importRecords(folder);
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
    await importRecords(folder);
    const { out } = await run(['stats', 'records', '--format', 'json'], folder);
    const { compression } = JSON.parse(out);
    expect(compression.ratio).toMatch(/^\d+\.\d%$/);
    expect(compression.counted.length + compression.leftOut.length).toBe(219);
    for (const each of compression.leftOut) expect(each.reason).toBeTruthy();
  });
});
