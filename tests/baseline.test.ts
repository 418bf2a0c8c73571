import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readValues } from '../src/commands/check-folder.ts';
import {
  type Baseline,
  Comparison,
  formatBaseline,
  makeBaseline,
  parseBaseline,
} from '../src/lint/baseline.ts';
import { memoryFiles } from './memory-files.ts';
import { findingsOf, type Patches, patchFiles, readCatalogFiles } from './patched-catalog.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const BASE = readCatalogFiles('tests/catalog');
const ITEM = 'items/water/water-abstraction.yaml';

function check(patches: Patches) {
  const files = patchFiles(BASE, patches);
  return { findings: findingsOf(files), readValue: readValues(memoryFiles(files)) };
}

function compare({ findings, readValue }: ReturnType<typeof check>, baseline: Baseline) {
  const comparison = new Comparison(baseline, readValue);
  const fresh = [...comparison.fresh(findings)];
  return { fresh, known: comparison.known, gone: comparison.gone };
}

const OLD = { [ITEM]: { division: '待定', limits: { committed: '45日' } } };

describe('a baseline', () => {
  const old = check(OLD);
  const baseline = makeBaseline(old.findings, old.readValue);

  it('leaves nothing of the findings it was made from', () => {
    const compared = compare(old, baseline);
    expect(compared).toMatchObject({ fresh: [], known: old.findings.length, gone: 0 });
    expect(old.findings.length).toBeGreaterThan(1);
  });

  it('lets a new finding through, and counts the one that is gone', () => {
    const now = check({ [ITEM]: { visits_reason: null, limits: { committed: '45日' } } });
    const { fresh, gone } = compare(now, baseline);
    expect(fresh.map((finding) => finding.rule)).toEqual(['visits-without-reason']);
    expect(gone).toBe(1);
  });

  it('does not know a value that has been changed', () => {
    const now = check({ [ITEM]: { division: '暂无', limits: { committed: '45日' } } });
    const { fresh } = compare(now, baseline);
    expect(fresh.map((finding) => finding.rule)).toEqual(['placeholder-value']);
  });

  it('is written sorted and read back', () => {
    const text = formatBaseline(baseline);
    expect(parseBaseline(text)).toEqual(new Map([...baseline].sort()));
    expect(formatBaseline(makeBaseline([...old.findings].reverse(), old.readValue))).toBe(text);
    expect(parseBaseline('{}')).toBeUndefined();
    expect(parseBaseline('no')).toBeUndefined();
  });
});

describe('mingbai check', () => {
  let folder = '';
  beforeEach(() => {
    folder = emptyFolder();
    cpSync(join(ROOT, 'tests/catalog'), folder, { recursive: true });
    const path = join(folder, ITEM);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('division: 行政审批股', 'division: 待定'),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('--write-baseline lets a county start today', async () => {
    expect((await run(['check', folder, '--max-warnings', '0'], folder)).code).toBe(1);
    const first = await run(['check', folder, '--write-baseline'], folder);
    expect(first.err).toContain('记下 1 处');
    const again = await run(['check', folder, '--max-warnings', '0'], folder);
    expect(again.code).toBe(0);
    expect(again.out).toContain('基线内 1 处');
  });

  it('--profile holds the items to other standards', async () => {
    const path = join(folder, ITEM);
    writeFileSync(path, readFileSync(path, 'utf8').replace('level: 县级\n', ''));
    const own = await run(['check', folder], folder);
    expect(own.out).not.toContain('缺少行使层级');
    const { out } = await run(['check', folder, '--profile', 'seed,national'], folder);
    expect(out).toContain('缺少行使层级（见国家实施清单必填要素）');
    const wrong = await run(['check', folder, '--profile', 'nation'], folder);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.err).toContain('没有“nation”这个完整度标准');
  });
});
