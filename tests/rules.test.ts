import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import { fieldDoc } from '../src/model/field-doc.ts';
import { findingsOf, type Patches, patchFiles, readCatalogFiles } from './patched-catalog.ts';

const BASE = readCatalogFiles('tests/catalog');
const ITEM = 'items/water/water-abstraction.yaml';
const OWN = ALL_RULES.filter((rule) => !rule.id.startsWith('wording-'));

/** A rule's example as patches: over the sound item, and over the files it names. */
function patchesOf(example: string): Patches {
  const { files = {}, ...item } = parse(example) as { files?: Patches };
  return { [ITEM]: item, ...files };
}

/** Ids of the rules that find something in the sound catalogue changed by an example. */
function ids(example: string): string[] {
  return findingsOf(patchFiles(BASE, patchesOf(example))).map(
    (finding) => `${finding.rule} ${finding.path}${finding.pointer} ${finding.message.zh}`,
  );
}

describe('a sound catalogue', () => {
  it('gives no finding', () => {
    expect(findingsOf(BASE)).toEqual([]);
  });
});

describe('every rule finds its bad example and passes its good one', () => {
  for (const rule of OWN) {
    it(rule.id, () => {
      const found = ids(rule.bad);
      expect([...new Set(found.map((each) => each.split(' ')[0]))], found.join('\n')).toEqual([
        rule.id,
      ]);
      expect(ids(rule.good)).toEqual([]);
    });
  }
});

describe('an element that is written, but cannot be read', () => {
  const files = readCatalogFiles('catalog');
  const found = (visits: unknown): string[] =>
    findingsOf(patchFiles(files, { [ITEM]: { visits } })).map(({ rule }) => rule);

  it('is not missing', () => expect(found('零次')).toEqual(['wrong-shape']));

  it('is, when it is blank or not there', () => {
    expect(found('')).toEqual(['empty-value']);
    expect(found(null)).toEqual(['incomplete-element']);
  });
});

describe('the words of every rule', () => {
  const VAGUE = /其他|等(?![级于待同])|有关|相关|及时|尽快|适当|必要时|原则上/;
  const quoted = (text: string): string => text.replace(/“[^”]*”|《[^》]*》/g, '');
  it('are in both languages, with an example each way', () => {
    for (const { id, title, why, bad, good } of OWN) {
      for (const text of [title.zh, title.en, why.zh, why.en, bad, good]) {
        expect(text, id).not.toBe('');
      }
    }
  });
  it('use none of the words that the wording rules forbid', () => {
    for (const { id, title, why } of OWN) {
      expect(quoted(title.zh), id).not.toMatch(VAGUE);
      expect(quoted(why.zh), id).not.toMatch(VAGUE);
    }
  });
  it('have ids that are their file names', () => {
    for (const { id } of OWN) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(new Set(ALL_RULES.map((rule) => rule.id)).size).toBe(ALL_RULES.length);
  });
});

describe('the texts without which rules are not asked', () => {
  for (const { id, when = [] } of ALL_RULES) {
    for (const want of when) {
      it(`${id}: ${want} is a field of items`, () => {
        const [field = '', text] = want.split('=');
        expect(fieldDoc('item', field), field).toBeDefined();
        expect(text).not.toBe('');
      });
    }
  }
});
