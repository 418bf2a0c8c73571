import { describe, expect, it } from 'vitest';
import { NameIndex } from '../src/lint/near-names.ts';
import { isConfusable } from '../src/text/confusable.ts';
import { foldScript } from '../src/text/script.ts';
import { findingsOf, type Patches, patchFiles, readCatalogFiles } from './patched-catalog.ts';

const NAMES = [
  '明白县水利局',
  '取水许可申请书',
  '明白县政务服务中心',
  '取水许可管理办法',
  '明白县水务局',
];
const INDEX = new NameIndex(NAMES);
const near = (text: string) =>
  INDEX.near(foldScript(text)).map(({ start, end, name }) => [text.slice(start, end), name]);

describe('a known name with a slip', () => {
  it.each([
    ['向明白县水利居申请', '明白县水利居', '明白县水利局'],
    ['向明百县水利局申请', '明百县水利局', '明白县水利局'],
    ['提交取水许可申情书1份', '取水许可申情书', '取水许可申请书'],
    ['提交取水许可请申书1份', '取水许可请申书', '取水许可申请书'],
    ['到明白縣政務服務忠心辦理', '明白縣政務服務忠心', '明白县政务服务中心'],
  ])('%s: %s is %s', (text, written, name) => {
    expect(near(text)).toEqual([[written, name]]);
  });

  it.each([
    ['the name itself', '向明白县水利局申请'],
    ['a character that neither sounds nor looks alike', '取水许可送请书'],
    ['a word of titles of laws: 税务 sounds like 水务', '明白县税务局'],
    ['a name that lies in a right one', '明白县水利局和明白县政务服务中心'],
    ['two characters other', '明白县水厉居'],
    ['one character fewer', '明白县水利'],
  ])('%s is left alone', (_, text) => {
    expect(near(text)).toEqual([]);
  });
});

it.each([
  ['局', '居', true],
  ['己', '已', true],
  ['取', '排', false],
])('%s for %s: %s', (a, b, expected) => expect(isConfusable(a, b)).toBe(expected));

const BASE = readCatalogFiles('tests/catalog');
/** What is found after a change: rule, file, place and text. */
function found(patches: Patches): string[] {
  return findingsOf(patchFiles(BASE, patches))
    .filter(({ rule }) => rule === 'name-slip')
    .map(({ path, pointer, message }) => `${path}${pointer} ${message.zh}`);
}

describe('in a catalogue', () => {
  it('a hall that names a department wrongly is told', () => {
    expect(found({ 'halls/county-hall.yaml': { transport: '在明白县水利居对面' } })).toEqual([
      'halls/county-hall.yaml/transport “明白县水利居”和“明白县水利局”只差一个字',
    ]);
  });
  it('the sound catalogue has none', () => expect(found({})).toEqual([]));
});
