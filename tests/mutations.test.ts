import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import { MUTATIONS } from './mutations/index.ts';
import { mutate } from './mutations/mutation.ts';
import { checkedBefore, findingsOf, readCatalogFiles } from './patched-catalog.ts';

const BASE = readCatalogFiles('catalog');
const BEFORE = checkedBefore(BASE);
const text = (path: string): string => new TextDecoder().decode(BASE[path] as Uint8Array);

describe('the sample catalogue', () => {
  it('gives no finding as it is', () => {
    expect(findingsOf(BASE)).toEqual([]);
  });
});

describe('a single mutation gives its finding and no other', () => {
  for (const mutation of MUTATIONS) {
    const { rule, path, pointer, at = path } = mutation;
    it(`${rule} ${at}${pointer}`, () => {
      const found = findingsOf({ ...BASE, [path]: mutate(text(path), mutation) }, BEFORE);
      const places = found.map((each) => `${each.rule} ${each.path}${each.pointer}`);
      expect(places, found.map((each) => each.message.zh).join('\n')).toEqual([
        `${rule} ${at}${pointer}`,
      ]);
    });
  }
});

describe('the suite', () => {
  it('has 120 mutations or more, and two or more of every rule of its own', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(120);
    for (const { id } of ALL_RULES) {
      if (id.startsWith('wording-')) continue;
      expect(MUTATIONS.filter((each) => each.rule === id).length, id).toBeGreaterThanOrEqual(2);
    }
  });
});
