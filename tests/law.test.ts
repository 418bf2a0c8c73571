import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limitsOf } from '../src/law/article-limits.ts';
import { compareLaws } from '../src/law/compare.ts';
import { factsOf } from '../src/law/law-facts.ts';
import { nearTitle } from '../src/law/near-title.ts';
import { type LawArticle, readLaw } from '../src/law/read-law.ts';
import { openRegistry, registry } from '../src/law/registry.ts';

/** An article, and the limits it sets: who, `+` for an extension, `-` for ahead of something. */
const SETS: readonly (readonly [article: string, limits: string])[] = [
  ['登记机关应当自受理之日起五个工作日内作出决定。', 'authority 5工作日'],
  [
    '登记机关应当自受理申请之日起20日内颁发证书；20日内不能办结的，可以延长10日。',
    'authority 20日, authority +10日',
  ],
  ['县级人民政府文化主管部门应当在半个月内答复申请人。', 'authority 0.5月'],
  ['申请人应当在许可证有效期届满三十日前提出延续申请。', 'citizen -30日'],
  ['听证的七日前，审批机关应当通知申请人。', 'authority -7日'],
  ['当事人对决定不服的，可以自收到决定书之日起六十日内申请行政复议。', 'citizen 60日'],
  ['符合条件的，应当在十日内发给许可证。', 'authority 10日'],
  ['十五日内，由原审批机关收回许可证。', 'authority 15日'],
  ['审批机关可以要求其在五日内补充提交文件。', 'citizen 5日'],
  ['办理的时间不得超过四十五日；经批准，可以延长十五日。', 'authority 45日, authority +15日'],
  ['机关、企业和个人应当在用工之日起三十日内报所在地公安机关备案。', 'citizen 30日'],
  ['收到申请的机关、单位应当在二十四小时内回复。', 'authority 24小时'],
];

/** Times that are for something else. */
const SETS_NONE: readonly string[] = [
  '三年内不得再次申请该项许可。',
  '被撤销登记的，登记机关五年内不予受理其申请。',
  '许可证有效期为五年。',
  '申请人应当年满十八周岁。',
  '处五日以上十日以下拘留。',
  '申请人自领取许可证之日起满一年未开业的，许可证失效。',
  '六十日内仍不缴纳的，加收滞纳金。',
  '本条例自2026年3月1日起施行。',
  '应当于每年6月30日前报送年度报告。',
  '申请从事客运经营的人员应当符合下列条件：\n（一）3年内无重大责任事故记录；',
  '禁止其十年内从事该项经营。',
  '有下列情形之一的，撤销资格：\n（一）在三十日内拒绝签署的；',
];

const told = (article: string): string =>
  limitsOf(article)
    .map(({ who, kind, direction, number, unit }) => {
      const sign = kind === 'extension' ? '+' : direction === 'before' ? '-' : '';
      return `${who} ${sign}${number}${unit}`;
    })
    .join(', ');

describe('the limits that an article sets', () => {
  it.each(SETS)('%s', (article, limits) => expect(told(article)).toBe(limits));
  it.each(SETS_NONE)('none: %s', (article) => expect(told(article)).toBe(''));

  it('say from what, and what is to be done', () => {
    const [limit] = limitsOf('登记机关应当自受理申请之日起五日内作出决定，并通知申请人。');
    expect(limit).toMatchObject({ from: '受理申请', act: '作出决定', unit: '日' });
  });
});

const LAWS = new URL('../../shared/data/laws/', import.meta.url);
const present = existsSync(new URL('index.tsv', LAWS));
if (!present) console.log('skipped: ../shared/data/laws is absent, limits of real articles');

const rowsOf = (file: URL): string[][] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

describe.skipIf(!present)('228 articles drawn at random and read by a person', () => {
  it('have limits for authorities found at P 0.95 and R 0.92 or better', () => {
    const files = new Map(rowsOf(new URL('index.tsv', LAWS)).map((row) => [row[0], row[7] ?? '']));
    const labelled = rowsOf(new URL('laws/authority-limits.tsv', import.meta.url));
    let [right, extra, lost] = [0, 0, 0];
    for (const [title = '', name = '', limits = ''] of labelled) {
      const file = new URL(encodeURI(files.get(title) ?? ''), LAWS);
      const { articles } = readLaw(readFileSync(file, 'utf8'));
      const text = articles.find((each) => each.name === name)?.text ?? '';
      expect(text, title).not.toBe('');
      const left = limits.split(' ').filter((each) => each !== '');
      for (const { who, number, unit } of limitsOf(text)) {
        if (who !== 'authority') continue;
        const at = left.indexOf(`${number}${unit}`);
        if (at < 0) extra += 1;
        else right += left.splice(at, 1).length;
      }
      lost += left.length;
    }
    expect(labelled).toHaveLength(228);
    expect(right / (right + extra)).toBeGreaterThanOrEqual(0.95);
    expect(right / (right + lost)).toBeGreaterThanOrEqual(0.92);
  });
});

describe('a law as text', () => {
  const law = readLaw(
    [
      '# 某县集市管理条例',
      '2001年5月1日公布 2010年6月2日修正',
      '<!-- INFO END -->',
      '## 第一章 总则',
      '第一条　为了管理集市，制定本条例。',
      '第二条 集市由县人民政府设立。',
      '第一条第一款规定的集市，应当公布名单。',
      '开市和收市',
      '第三条 本条例自2001年7月1日起施行。1990年公布的《某县集市管理暂行规定》同时废止。',
    ].join('\n'),
  );

  it('is read article by article, without the titles of chapters', () => {
    expect(law.title).toBe('某县集市管理条例');
    expect(law.articles.map(({ name, text }) => `${name} ${text}`)).toEqual([
      '第一条 为了管理集市，制定本条例。',
      '第二条 集市由县人民政府设立。\n第一条第一款规定的集市，应当公布名单。',
      '第三条 本条例自2001年7月1日起施行。1990年公布的《某县集市管理暂行规定》同时废止。',
    ]);
  });

  it('says since when it is in force, and what it repeals', () => {
    expect(factsOf(law)).toMatchObject({
      dates: ['2001-05-01', '2010-06-02'],
      effective: '2001-07-01',
      repeals: [{ title: '某县集市管理暂行规定', article: '第三条' }],
    });
  });
});

describe('two versions of a law', () => {
  const articles = (...texts: string[]): LawArticle[] =>
    texts.map((text, at) => ({ name: `第${at + 1}条`, number: at + 1, after: 0, text }));
  const changes = (older: LawArticle[], newer: LawArticle[]): string[] =>
    compareLaws(older, newer).map(({ kind, article }) => `${kind} ${article}`);
  const OLD = articles(
    '二○○六年（一）登记。',
    '审批机关应当在二十日内作出决定。',
    '本条例自公布之日起施行。',
  );

  it('differ in what they say, not in how it is written', () => {
    expect(
      changes(OLD, articles('二〇〇六年(一)登记', ...OLD.slice(1).map(({ text }) => text))),
    ).toEqual([]);
  });

  it('tell an article that was put in from those that were only numbered anew', () => {
    const [first = '', second = '', third = ''] = OLD.map(({ text }) => text);
    expect(changes(OLD, articles(first, '申请人可以委托代理人。', second, third))).toEqual([
      'added 第2条',
    ]);
    expect(changes(OLD, articles(first, second.replace('二十', '十五'), third))).toEqual([
      'changed 第2条',
    ]);
    expect(changes(OLD, articles(first, third))).toEqual(['removed 第2条']);
  });
});

describe('the registry', () => {
  it('knows laws with their limits, by any of their names', () => {
    const law = registry().find('《取水许可和水资源费征收管理条例》');
    expect(law).toMatchObject({ rank: '行政法规', lastArticle: 58, effective: '2006-04-15' });
    expect(law?.limits).toContainEqual(expect.objectContaining({ article: 19, number: 45 }));
    expect(registry().find('水法')?.title).toBe('中华人民共和国水法');
  });

  it('knows which are repealed, and by what', () => {
    expect(registry().find('中华人民共和国公司登记管理条例')?.repealed).toEqual({
      by: '中华人民共和国市场主体登记管理条例',
      article: '第五十五条',
      date: '2022-03-01',
    });
    expect(registry().find('食品卫生法')?.repealed?.by).toBe('中华人民共和国食品安全法');
  });

  it('does not answer for articles of a version that came later', () => {
    expect(registry().find('婚姻登记条例')).toMatchObject({ later: '2025-05-10', limits: [] });
    const lines = [
      { day: '2020-01-01' },
      ['甲条例', '行政法规', '', '', '', [], '', 9, 0, 0, [], [], [], []],
    ];
    const book = openRegistry(lines.map((line) => JSON.stringify(line)).join('\n'), [
      { title: '甲条例', rank: '行政法规', published: '2021-01-01' },
    ]);
    expect(book.find('甲条例')).toMatchObject({ incomplete: true, later: '2021-01-01' });
  });

  it.each([
    ['全民健身法', '全民健身条例'],
    ['中华人民共和国动物防疫法法', '中华人民共和国动物防疫法'],
    ['取水许可管理条例', '取水许可和水资源费征收管理条例'],
    ['城市饲养乌龟条例', undefined],
  ])('offers for %s the title that was meant', (written, meant) => {
    expect(nearTitle(written)).toBe(meant);
  });
});
