import { describe, expect, it } from 'vitest';
import { findingsOf, type Patches, patchFiles, readCatalogFiles } from './patched-catalog.ts';

const BASE = readCatalogFiles('tests/catalog');

const BUNDLE = 'bundles/move-to-county.yaml';
const HALL = 'halls/county-hall.yaml';
const DEPARTMENT = 'departments/water.yaml';
const SETTINGS = 'mingbai.yaml';

/** What is found in the sound catalogue after a change: rule, file and place. */
function found(patches: Patches): string[] {
  return findingsOf(patchFiles(BASE, patches)).map(
    ({ rule, path, pointer }) => `${rule} ${path}${pointer}`,
  );
}

/** A change to one file, and what must be found in it. */
const CASES: readonly (readonly [path: string, patch: object, expected: readonly string[]])[] = [
  [BUNDLE, { conditions: ['其他情形'] }, ['wording-catchall /conditions/0']],
  [BUNDLE, { conditions: ['有关情形'] }, ['wording-undefined /conditions/0']],
  [BUNDLE, { summary: '尽快办结。' }, ['wording-time /summary']],
  [BUNDLE, { delivery: '另行通知' }, ['wording-time /delivery']],
  [BUNDLE, { conditions: ['——'] }, ['placeholder-value /conditions/0']],
  [BUNDLE, { name: '其他事项一件事', domain: '其他' }, []],
  [HALL, { accessible: '视情况提供轮椅。' }, ['wording-discretion /accessible']],
  [HALL, { accessible: '无' }, []],
  [HALL, { transport: '/' }, ['placeholder-value /transport']],
  [HALL, { helpdesk: { window: '指定地点' } }, ['wording-place /helpdesk/window']],
  [DEPARTMENT, { duties: '管理取水、用水等。' }, ['wording-open /duties']],
  [DEPARTMENT, { name: '有关部门' }, []],
  [
    SETTINGS,
    { paper: { correction_overdue: '酌情处理' } },
    ['wording-discretion /paper/correction_overdue'],
  ],
  [SETTINGS, { publisher: '略' }, ['placeholder-value /publisher']],
];

describe('published texts of files that are no items are judged, too', () => {
  it.each(CASES)('%s %j', (path, patch, expected) => {
    const own = found({ [path]: patch }).filter((each) => /^(wording|placeholder)/.test(each));
    expect(own).toEqual(expected.map((each) => each.replace(' ', ` ${path}`)));
  });

  it('a catch-all condition of a bundle gives a finding', () => {
    expect(found({ [BUNDLE]: { conditions: ['其他有关情形等'] } })).not.toEqual([]);
  });
});

describe('an allowance in such a file', () => {
  const allow = [{ rule: 'wording-time', text: '尽快', reason: '条例原文' }];
  it.each([
    [BUNDLE, { summary: '尽快办结。' }],
    [HALL, { transport: '尽快前往。' }],
    [DEPARTMENT, { duties: '尽快办结。' }],
  ])('%s keeps a finding away while it meets something', (path, patch) => {
    expect(found({ [path]: { ...patch, allow } })).toEqual([]);
    expect(found({ [path]: { allow } })).toEqual([`wording-allowance ${path}/allow/0`]);
  });
});
