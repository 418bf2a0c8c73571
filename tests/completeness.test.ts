import { describe, expect, it } from 'vitest';
import { measureCompleteness } from '../src/lint/completeness/measure.ts';
import { PROFILE_IDS, profilesOf } from '../src/lint/completeness/profiles.ts';
import { loadCatalog } from '../src/load/load.ts';
import { isPlaceholder } from '../src/text/placeholders.ts';
import { memoryFiles } from './memory-files.ts';
import { type Patches, patchFiles, readCatalogFiles } from './patched-catalog.ts';

const BASE = readCatalogFiles('tests/catalog');
const ITEM = 'items/water/water-abstraction.yaml';

/** How complete the sound item is after a change, by a profile. */
function measure(profile: (typeof PROFILE_IDS)[number], patch: unknown = {}, more: Patches = {}) {
  const { catalog } = loadCatalog(memoryFiles(patchFiles(BASE, { [ITEM]: patch, ...more })));
  const item = catalog.items.find((each) => each.path === ITEM);
  if (item === undefined) throw new Error('the item is gone');
  const { filled, applicable, gaps } = measureCompleteness(item.value, catalog, profile);
  return { score: `${filled}/${applicable}`, gaps: gaps.map((gap) => gap.pointer) };
}

describe('a complete item', () => {
  const ELEMENTS = {
    seed: '8/8',
    notice: '7/7',
    census: '8/8',
    'licensing-law': '8/8',
    henan: '12/12',
    beijing: '7/7',
    anyang: '7/7',
  } as const;
  it('has all elements of every profile that apply', () => {
    for (const [profile, score] of Object.entries(ELEMENTS)) {
      expect(measure(profile as keyof typeof ELEMENTS), profile).toEqual({ score, gaps: [] });
    }
    expect(measure('national').gaps).toEqual([]);
  });
});

describe('an element', () => {
  it('that is missing is a gap at its place', () => {
    expect(measure('census', { contact: { consult: null, website: null } })).toEqual({
      score: '7/8',
      gaps: ['/contact/consult'],
    });
  });
  it('of a row is a gap of that row, and counts once', () => {
    const row = { name: '申请书', kind: '申请表' };
    const patch = { materials: [row, { ...row, name: '登记表' }] };
    expect(measure('licensing-law', patch)).toEqual({
      score: '7/8',
      gaps: ['/materials/0/sample', '/materials/1/sample'],
    });
  });
  it('that does not apply is not counted', () => {
    expect(measure('seed', { materials: [] }).score).toBe('7/7');
    expect(measure('licensing-law', { type: '行政确认' }).score).toBe('0/0');
    expect(measure('notice', { type: '行政处罚' }).score).toBe('0/0');
    expect(measure('henan', { modes: [] }).score).toBe('11/11');
  });
  it('is not filled by a placeholder', () => {
    for (const text of ['略', '无', '/', '“/”', '暂无', '待定', '符合相关规定', '——', 'N/A']) {
      expect(measure('census', { conditions: [text] }).gaps, text).toEqual(['/conditions']);
    }
    expect(measure('licensing-law', { quota: '无' }).gaps).toEqual([]);
  });
  it('may refer to an attachment only where a file is attached', () => {
    expect(isPlaceholder('详见附件')).toBe(true);
    expect(isPlaceholder('详见附件', true)).toBe(false);
    expect(measure('census', { conditions: ['详见附件'] }).gaps).toEqual([]);
    const bare = { flowchart: null, materials: [], result: { sample: null } };
    expect(measure('census', { ...bare, conditions: ['详见附件'] }).gaps).toEqual(['/conditions']);
  });
});

describe('the standards of a catalogue', () => {
  it('are those of its settings, else of its jurisdiction, and the notice sheet', () => {
    expect(profilesOf({ title: '目录', profiles: ['census'] })).toEqual(['census']);
    expect(profilesOf({ title: '目录', jurisdiction: 'henan' })).toEqual(['henan', 'notice']);
    expect(profilesOf({ title: '目录', jurisdiction: 'shanghai' })).toEqual(['national', 'notice']);
    expect(profilesOf({ title: '目录' })).toEqual(['national', 'notice']);
    expect(PROFILE_IDS).toHaveLength(8);
  });
});
