import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readLaw } from '../src/law/read-law.ts';
import { PROFILES } from '../src/lint/completeness/profiles.ts';
import { isWithinReach } from '../src/lint/reach.ts';
import { toFinding } from '../src/lint/report.ts';
import type { Rule } from '../src/lint/rule.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import { say } from '../src/model/words.ts';
import { articleNumbers, bareTitle } from '../src/text/article.ts';

interface Row {
  readonly citation: string;
  readonly words: string;
  readonly claim: string;
}

const ROWS = parse(
  readFileSync(new URL('../data/citations.yaml', import.meta.url), 'utf8'),
) as readonly Row[];
const LAWS = new URL('../../shared/data/laws/', import.meta.url);
const present = existsSync(new URL('index.tsv', LAWS));
if (!present) console.log('skipped: ../shared/data/laws is absent, words of cited articles');

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Every article that a rule or a standard of completeness cites by itself. */
const CITED = [
  ...ALL_RULES.flatMap(({ id, citation }) =>
    citation === undefined ? [] : [[id, citation] as const],
  ),
  ...Object.entries(PROFILES).map(([id, { citation }]) => [id, citation] as const),
].filter(([, citation]) => /^《[^》]+》第.*[条款]/.test(citation));

describe('the articles that we cite', () => {
  it.each(CITED.filter(([id]) => !id.startsWith('wording-')))(
    '%s: %s is in the table',
    (_, cited) => {
      expect(ROWS.map(({ citation }) => citation)).toContain(cited);
    },
  );

  it('rest on a sentence that is no longer than 200 characters', () => {
    for (const { words } of ROWS) expect([...words].length).toBeLessThanOrEqual(200);
  });

  it.skipIf(!present)('say it word for word', () => {
    const files = new Map<string, string[]>();
    for (const line of readFileSync(new URL('index.tsv', LAWS), 'utf8').split('\n').slice(1)) {
      const [title = '', , , , , , , file = ''] = line.split('\t');
      files.set(bareTitle(title), [...(files.get(bareTitle(title)) ?? []), file]);
    }
    for (const { citation, words } of ROWS) {
      const title = /《([^》]+)》/.exec(citation)?.[1] ?? '';
      const [number] = articleNumbers(citation);
      const texts = (files.get(bareTitle(title)) ?? []).map((file) => {
        const { articles } = readLaw(readFileSync(new URL(encodeURI(file), LAWS), 'utf8'));
        return bare(articles.find((each) => each.number === number)?.text ?? '');
      });
      expect(
        texts.some((text) => text.includes(bare(words))),
        citation,
      ).toBe(true);
    }
  });
});

describe('no article is cited where it does not bind', () => {
  const within = (citation: string, type: string, pointer: string, settings = {}): boolean =>
    isWithinReach(citation, { type, pointer, settings });

  it('the Licensing Law binds licences, and its article 30 what it lists', () => {
    const listed = '《中华人民共和国行政许可法》第三十条';
    expect(within(listed, '行政许可', '/materials/0')).toBe(true);
    expect(within(listed, '公共服务', '/materials/0')).toBe(false);
    expect(within(listed, '行政许可', '/fees')).toBe(false);
    expect(within(listed, '行政许可', '/contact/complain')).toBe(false);
    expect(within(listed, '行政许可', '/limits/committed')).toBe(false);
  });

  it('a law of a place binds that place', () => {
    const local = '《安阳市政务服务条例》第二十四条';
    expect(within(local, '行政许可', '/deferral', { region_code: '410502' })).toBe(true);
    expect(within(local, '行政许可', '/deferral', { jurisdiction: 'anyang' })).toBe(true);
    expect(within(local, '行政许可', '/deferral', { region_code: '410102' })).toBe(false);
    expect(within(local, '行政许可', '/deferral', { jurisdiction: 'beijing' })).toBe(false);
  });

  it('what only an article makes an error is advice elsewhere, and no error is called advice', () => {
    const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };
    const report = { pointer: '/fees', message: say('x', 'x'), hint: say('改', 'mend') };
    const about = { type: '公共服务', settings: {} };
    const tell = (rule: Rule, level?: string) =>
      toFinding(rule, { ...report, severity: 'error' }, 'a.yaml', span, level, about);
    const unbound = ALL_RULES.filter((rule) => tell(rule).citation !== rule.citation);
    expect(unbound.map(({ id }) => id)).toContain('licence-basis-rank');
    for (const rule of unbound) {
      const isAdvice = tell(rule).hint?.zh.startsWith('建议') === true;
      const expected = rule.standsAlone === true ? ['error', false] : ['warning', true];
      expect([tell(rule).severity, isAdvice], rule.id).toEqual(expected);
      expect(tell(rule, 'error').hint?.zh, rule.id).toBe('改');
    }
  });
});
