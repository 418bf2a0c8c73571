import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { LintContext, Report } from '../src/lint/rule.ts';
import { citationOf, reliancesOf } from '../src/lint/wording/citation.ts';
import { wordingRules } from '../src/lint/wording/rules.ts';
import { WORDING_CATEGORIES } from '../src/lint/wording/terms.ts';
import { WORDING } from '../src/lint/wording/wording.gen.ts';
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { explainRule } from '../src/report/rules.ts';

const LAWS = new URL('../../shared/data/laws/', import.meta.url);
const present = existsSync(new URL('index.tsv', LAWS));
if (!present) console.log('skipped: ../shared/data/laws is absent, sentences not compared');

const articles = Object.entries(WORDING.jurisdictions).flatMap(([place, all]) =>
  all.flatMap(({ law, article, words, liability }) =>
    [{ article, words }, ...(liability ? [liability] : [])].map((each) => ({
      place,
      law,
      ...each,
    })),
  ),
);

/** The newest text of a law that the collection has, without blanks. */
function newestText(law: string): string {
  const rows = readFileSync(new URL('index.tsv', LAWS), 'utf8').trim().split('\n').slice(1);
  const [, file = ''] = rows
    .map((row) => row.split('\t'))
    .filter(([title]) => title === law)
    .map((row): [string, string] => [row[3] ?? '', row[7] ?? ''])
    .sort(([a], [b]) => b.localeCompare(a))[0] ?? ['', ''];
  return readFileSync(new URL(file, LAWS), 'utf8');
}

/** The paragraphs of an article, the first without its number. */
function paragraphsOf(text: string, number: string): string[] {
  const [, body = ''] = text.split(new RegExp(`\\n${number}[\\s\u3000]+`));
  const own = body.split(/\n(?:第[一二三四五六七八九十百零]+条[\s\u3000]|#)/)[0] ?? '';
  return own.split('\n').filter((line) => line.trim() !== '');
}

const NUMERALS = '一二三四五六七八九十';

describe.skipIf(!present)('the sentence relied on stands in that very article', () => {
  it.each(articles)('$law $article', ({ law, article, words }) => {
    expect([...words].length).toBeLessThanOrEqual(200);
    const [, number = '', paragraph = ''] = /^(第.+?条)(?:第(.)[款项])?$/.exec(article) ?? [];
    const paragraphs = paragraphsOf(newestText(law), number);
    expect(paragraphs.join('\n')).toContain(words);
    const place = NUMERALS.indexOf(paragraph);
    if (article.endsWith('款')) expect(paragraphs[place]).toContain(words);
    if (article.endsWith('项')) {
      expect(paragraphs.find((line) => line.startsWith(`（${paragraph}）`))).toContain(words);
    }
  });
});

describe('an article is cited where its words reach', () => {
  const cite = (
    options: object,
    category: 'catchall' | 'time' | 'fee',
    field: 'material' | 'fee',
  ) => citationOf(WORDING, options, category, field);
  it('by place, category, field and type of item', () => {
    expect(cite({ jurisdiction: 'guangdong' }, 'catchall', 'material')).toContain('广东');
    expect(cite({ jurisdiction: 'shanghai' }, 'catchall', 'material')).toContain('第三十五条');
    expect(cite({ type: '行政许可' }, 'fee', 'fee')).toBe('《中华人民共和国行政许可法》第五十九条');
    expect(cite({ type: '行政给付' }, 'fee', 'fee')).toBe('《优化营商环境条例》第三十五条');
    expect(cite({}, 'fee', 'fee')).toBe('《优化营商环境条例》第三十五条');
    expect(cite({ guide: false }, 'time', 'material')).toBeUndefined();
  });

  /** What is found in a file that is no item. */
  function found(path: string, yaml: string): Report[] {
    const value = parse(yaml) as object;
    const entry = { id: 'x', path, value } as unknown as Entry<unknown>;
    const catalog = { settings: { path: 'mingbai.yaml', value: {} } } as unknown as Catalog;
    const context: LintContext = { catalog, today: '2026-01-01' };
    return wordingRules.flatMap((rule) => [...(rule.file?.(entry, context) ?? [])]);
  }

  it('where none does, the finding is advice', () => {
    const [hall] = found('halls/x.yaml', 'transport: 尽快前往。');
    expect(hall?.citation).toBeUndefined();
    expect(hall?.hint?.zh).toMatch(/^建议：/);
    const [bundle] = found('bundles/x.yaml', 'summary: 尽快办结。');
    expect(bundle?.citation).toBe('《优化营商环境条例》第三十五条');
    expect(bundle?.hint?.zh).not.toMatch(/^建议/);
  });
});

describe('explain', () => {
  it('shows the sentences with their reach, bans and duties apart', () => {
    const rule = wordingRules.find(({ id }) => id === 'wording-catchall');
    const words = rule ? explainRule(rule, 'zh') : '';
    expect(words).toContain('beijing：《北京市优化营商环境条例》第三十一条第二款（禁止这样写');
    expect(words).toContain('责任见《河南省优化营商环境条例》第八十三条第九项');
    expect(words).toContain('national：《优化营商环境条例》第三十五条（要求写具体');
  });

  it('has an article for each kind of wording', () => {
    for (const category of WORDING_CATEGORIES) {
      if (category === 'former' || category === 'slip') continue;
      expect(reliancesOf(WORDING, category), category).not.toEqual([]);
    }
  });
});
