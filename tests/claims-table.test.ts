import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimsJson } from '../src/report/claims.ts';
import { auditClaim, gravest } from '../src/stats/claims/audit.ts';
import { readNews } from '../src/stats/claims/news/read-news.ts';
import { readClaims } from '../src/stats/claims/read-claims.ts';
import { writeClaims } from '../src/stats/claims/write-claims.ts';
import { policyOf } from '../src/stats/policy.ts';

type Row = readonly [level: string, text: string, words: string];

const world = { catalogue: new Map(), ledgers: new Map(), policy: policyOf() };
// The file is ours: rows of two or three texts.
const table = parse(
  readFileSync(new URL('./claims/plain.yaml', import.meta.url), 'utf8'),
) as string[][];
const rows = table.map(([level = '', text = '', words = '']): Row => [level, text, words]);

describe('plain sentences', () => {
  test('the table is as long as it is said to be', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(rows.filter(([level]) => level === 'silent').length).toBeGreaterThanOrEqual(40);
  });

  test.each(rows)('%s: %s', (expected, text, words) => {
    const audits = readNews(text, world).map((claim) => auditClaim(claim, world));
    const level = gravest(audits.map((each) => each.level));
    const shown = claimsJson({ path: 'a.txt', title: '', audits }, ({ zh }) => zh);
    if (expected === 'silent') expect(['pass', 'unchecked'], shown).toContain(level);
    else expect(level, shown).toBe(expected);
    expect(shown).toContain(words);
  });

  test.each(rows)('%s: %s, the same from the file that is written', (_, text) => {
    const claims = readNews(text, world);
    const again = readClaims(writeClaims({ title: '', claims })).claims;
    const said = (all: typeof claims) =>
      all.map((claim) => auditClaim(claim, world).figures.map(({ rulings }) => rulings));
    expect(said(again)).toEqual(said(claims));
  });
});
