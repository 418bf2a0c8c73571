import { GOALS } from './goals.ts';
import { markdownTable, writeSection } from './markdown.ts';
import type { Results } from './results.ts';

type Lang = 'en' | 'zh';

/** What the READMEs quote: the beginning of a goal, and its words in both languages. */
const QUOTES: readonly (readonly [goal: string, words: Readonly<Record<Lang, string>>])[] = [
  [
    '`check`, cold, to the schema-only',
    {
      en: '`check`, all rules: time to that of the fastest validator, which looks at fields only',
      zh: '`check` 全部规则，用时是只查字段的最快校验器的几倍',
    },
  ],
  ['`check`, nothing changed', { en: '`check`, nothing changed', zh: '`check`，什么都没改' }],
  ['`check`, one file changed', { en: '`check`, one file changed', zh: '`check`，改了一个文件' }],
  [
    'Hugo, to',
    {
      en: 'Hugo’s time to that of `build --only html`',
      zh: 'Hugo 用时是 `build --only html` 的几倍',
    },
  ],
  [
    'Eleventy, to',
    {
      en: 'Eleventy’s time to that of `build --only html`',
      zh: 'Eleventy 用时是 `build --only html` 的几倍',
    },
  ],
  [
    '`build`, all outputs, one item changed',
    {
      en: '`build`, all outputs, one item changed',
      zh: '`build` 全部输出，改了一个事项',
    },
  ],
  [
    'Typst, to tagged PDF guides with one worker',
    {
      en: 'Typst’s time to that of tagged PDF guides, one core each',
      zh: 'Typst 用时是带标签的指南 PDF 的几倍，各用一个核',
    },
  ],
];

/** Writes the figures that the READMEs quote, those of them that were measured. */
export function writeQuotes(results: Results): void {
  for (const lang of ['en', 'zh'] as const) {
    const rows = QUOTES.flatMap(([start, words]) => {
      const goal = GOALS.find(({ what }) => what.startsWith(start));
      const reached = goal?.value(results);
      if (goal === undefined || reached === undefined) return [];
      const number = reached.value.toFixed(goal.unit === '×' ? 1 : 2);
      return [[words[lang], reached.size.toLocaleString('en'), `${number} ${goal.unit}`]];
    });
    const head = lang === 'en' ? ['', 'items', 'measured'] : ['', '事项数', '测得'];
    const name = lang === 'en' ? 'README.md' : 'README.zh-CN.md';
    writeSection(new URL(`../../${name}`, import.meta.url), 'speed', markdownTable(head, rows));
  }
}
