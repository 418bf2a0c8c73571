import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../src/stats/claims/expression.ts';
import { readPrinted, writeLike } from '../src/stats/claims/printed.ts';
import { rational } from '../src/stats/rational.ts';
import { emptyFolder, ROOT, run } from './program.ts';

interface Audited {
  readonly id: string;
  readonly level: string;
  readonly figures: readonly {
    readonly name: string;
    readonly rulings: readonly { readonly verdict: string; readonly why: string }[];
  }[];
}

/** Audits a file of claims written here. */
async function audit(
  yaml: string,
  files: Readonly<Record<string, string>> = {},
  argv: string[] = [],
) {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'claims.yaml'), yaml);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const ran = await run(['claims', 'claims.yaml', ...argv, '--format', 'json'], folder);
  const claims: readonly Audited[] = ran.code === 2 ? [] : JSON.parse(ran.out).claims;
  return { ...ran, claims };
}

/** A claim of one line, its figures in flow style. */
const claim = (quote: string, ...figures: readonly string[]) =>
  `claims:\n  - quote: "${quote}"\n    figures:\n${figures.map((each) => `      - { ${each} }\n`).join('')}`;

function verdicts(claims: readonly Audited[]): string[] {
  return claims.flatMap(({ figures }) =>
    figures.flatMap(({ name, rulings }) => rulings.map(({ verdict }) => `${name} ${verdict}`)),
  );
}

describe('the published sentences', async () => {
  const ran = await run(['claims', 'examples/claims.yaml', '--format', 'json'], ROOT);
  const claims: readonly Audited[] = JSON.parse(ran.out).claims;
  const byId = new Map(claims.map((each) => [each.id, each]));

  test.each([
    ['compression', 'pass', ['压缩率 一致']],
    ['instant-and-total', 'warn', ['承诺 相互矛盾']],
    ['entry-rates', 'warn', ['线上进驻率 一致', '线下进驻 相互矛盾']],
    ['regions', 'pass', ['地区 一致']],
    ['ratings', 'pass', ['未评价 一致', '主动评价率 一致']],
    ['inspection-lists', 'fail', ['完成率 超过100%', '完成率 不一致', '完成率 推不出来']],
    ['inspection-lists-national', 'fail', ['完成率 不一致', '完成率 推不出来']],
    ['sum-131', 'pass', ['合计数 一致']],
    ['chains', 'pass', ['链条 一致']],
    ['agents', 'pass', ['代办员 一致']],
    ['notices', 'pass', ['通报 一致']],
    ['water-abstraction', 'pass', ['提速 一致']],
    ['agents-saving', 'warn', ['节省 推不出来']],
    ['vague', 'warn', ['压缩时限 表述不精确', '压减材料 表述不精确']],
    ['hotlines', 'pass', ['热线 一致']],
  ])('%s: %s', (id, level, expected) => {
    const found = byId.get(id);
    expect(found?.level).toBe(level);
    const said = verdicts(found === undefined ? [] : [found]);
    expect(said.filter((each) => !each.endsWith('没有核对'))).toEqual(expected);
  });

  test.each([
    ['instant-and-total', '即办件计＝0时得不到 2190天'],
    ['instant-and-total', '即办件计＝1时需要 2190'],
    ['entry-rates', '没有列出的数是 1224'],
    ['inspection-lists', '98.42%'],
    ['inspection-lists', '934 ÷ 933'],
    ['inspection-lists', '949 ÷ 948'],
    ['inspection-lists-national', '87.27%'],
    ['inspection-lists-national', '752 ÷ 843'],
    ['water-abstraction', '93.3%'],
    ['agents-saving', '13.45万'],
    ['agents-saving', '单价＝818'],
  ])('%s says %s', (id, words) => {
    const why = byId.get(id)?.figures.flatMap(({ rulings }) => rulings.map((each) => each.why));
    expect(why?.join('\n')).toContain(words);
  });

  test('no claim is forgotten, and a failing one makes exit code 1', () => {
    expect(claims).toHaveLength(15);
    expect(ran.code).toBe(1);
  });
});

describe('expressions', () => {
  test('over a ledger', async () => {
    const yaml =
      'ledgers: { 台账: ledger.csv }\n' +
      claim(
        '办件1500件,其中窗口2个,好评率66.7%',
        'name: 办件, says: 1500件, is: 合计(台账.件数)',
        'name: 窗口, says: 2个, is: "计数(台账.评价 = 好评)"',
        'name: 好评率, says: 66.7%, is: "计数(台账.评价 = 好评) ÷ 计数(台账)"',
      );
    const ledger = '窗口,件数,评价\nA01,"1,000",好评\nA02,300,好评\nA03,200,差评\n';
    const { claims, code } = await audit(yaml, { 'ledger.csv': ledger });
    expect(verdicts(claims)).toEqual(['办件 一致', '窗口 一致', '好评率 一致']);
    expect(code).toBe(0);
  });

  test('over the catalogue', async () => {
    const yaml = claim(
      '1个事项由45个工作日压到3个工作日,压缩93.3%',
      'name: 事项, says: 1个, is: 目录.事项数',
      'name: 法定, says: 45个工作日, is: 目录.法定合计',
      'name: 压缩率, says: 93.3%, is: 目录.时限压缩率',
    );
    const limits = 'limits: { statutory: 45个工作日, committed: 3个工作日 }\n';
    const item = `id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\n${limits}`;
    const files = {
      'items/water/a.yaml': item,
      'departments/water.yaml': 'id: water\nname: 水利局\n',
    };
    const { claims } = await audit(yaml, files, ['.']);
    expect(verdicts(claims)).toEqual(['事项 一致', '法定 一致', '压缩率 一致']);
  });

  test.each(['1 +', '(1', 'process.exit()', '1 ÷ ÷ 2', '2 ** 3', 'a b', '1; 2'])(
    'what is none is refused: %s',
    (text) => expect(() => parseExpression(text)).toThrow(),
  );

  test('multiply before they add, from the left', async () => {
    const figures = ['name: 十, says: 10个', 'name: 数, says: 7个, is: 十 − 2 − 3 + 8 ÷ 4 × 1'];
    const { claims } = await audit(claim('10个里的7个', ...figures));
    expect(verdicts(claims)).toEqual(['十 没有核对', '数 一致']);
  });
});

describe('verdicts', () => {
  test.each([
    ['100件办结90件,办结率91%', 'is: 办结 ÷ 件', ['不一致', '推不出来'], 1],
    ['100件办结90件,办结率10%', 'is: 办结 ÷ 件', ['不一致'], 1],
    ['100件办结90件,办结率90%', 'is: 办结 ÷ 件', ['一致'], 0],
    ['100件办结90件,办结率约90%', 'is: 办结 ÷ 件', ['表述不精确'], 0],
    ['100件办结90件,办结率95%以上', 'is: 办结 ÷ 件', ['不一致'], 1],
    ['100件办结90件,办结率120%', 'growth: true', ['没有核对'], 0],
    ['100件办结90件,办结率120%', '', ['超过100%', '没有核对'], 1],
    ['100件办结90件,办结率33.3%', 'is: ？ ÷ 7', ['推不出来'], 1],
  ])('%s %s → %j', async (quote, more, expected, exit) => {
    const says = /办结率(.*)$/.exec(quote)?.[1];
    const rate = `name: 率, says: ${says}${more === '' ? '' : `, ${more}`}`;
    const { claims, code } = await audit(
      claim(quote, 'name: 件, says: 100件', 'name: 办结, says: 90件', rate),
    );
    const said = claims[0]?.figures.find(({ name }) => name === '率')?.rulings;
    expect(said?.map(({ verdict }) => verdict)).toEqual(expected);
    expect(code).toBe(exit);
  });
});

describe('what proves nothing, and what cannot be', () => {
  test.each([
    ['满意率99.9%', ['name: 满意率, says: 99.9%'], '没有核对', 'unchecked'],
    ['压缩率95.8%', ['name: 率, says: 95.8%, is: 0.958'], '没有核对', 'unchecked'],
    ['压缩率95.8%', ['name: 率, says: 95.8%, is: 率'], '没有核对', 'unchecked'],
    [
      '7件,100%',
      ['name: 件, says: 7件', 'name: 率, says: 100%, is: 件 ÷ 件'],
      '没有核对',
      'unchecked',
    ],
    [
      '7件,1倍',
      ['name: 件, says: 7件', 'name: 倍, says: 1倍, is: 件 − 件 + 1'],
      '没有核对',
      'unchecked',
    ],
    [
      '5天3件8件',
      ['name: 天, says: 5天', 'name: 件, says: 3件', 'name: 和, says: 8件, is: 天 + 件'],
      '推不出来',
      'fail',
    ],
    [
      '5元3件8元',
      ['name: 元, says: 5元', 'name: 件, says: 3件', 'name: 和, says: 8元, is: 元 + 件'],
      '推不出来',
      'fail',
    ],
    ['8人3件8件', ['name: 人, says: 8人', 'name: 和, says: 8件, is: 人'], '推不出来', 'fail'],
    [
      '194543件194534件100%',
      ['name: 全, says: 194543件', 'name: 好, says: 194534件', 'name: 率, says: 100%, is: 好 ÷ 全'],
      '不一致',
      'fail',
    ],
    [
      '10件9件,90%,5至8份',
      [
        'name: a, says: 10件',
        'name: b, says: 9件',
        'name: c, says: 90%, is: b ÷ a',
        'name: d, says: 5至8份, is: b ÷ 1 至 b − 1',
      ],
      '不一致',
      'fail',
    ],
    [
      '10件9件,80%至90%',
      [
        'name: a, says: 10件',
        'name: b, says: 9件',
        'name: c, says: 80%至90%, is: (b − 1) ÷ a 至 b ÷ a',
      ],
      '一致',
      'pass',
    ],
    ['甲乙', ['name: a, says: 甲乙'], '没有核对', 'unchecked'],
    [
      '10件甲乙90%9件',
      [
        'name: a, says: 10件',
        'name: x, says: 甲乙',
        'name: b, says: 9件',
        'name: c, says: 90%, is: b ÷ a',
        'name: d, says: 9件, is: x + b',
      ],
      '没有核对',
      'pass',
    ],
    [
      '好评率100%,差评3件',
      ['name: 好评率, says: 100%', 'name: 差评, says: 3件'],
      '相互矛盾',
      'warn',
    ],
  ])('%s %j: %s', async (quote, figures, verdict, level) => {
    const { claims } = await audit(claim(quote, ...figures));
    expect(claims[0]?.level).toBe(level);
    expect(verdicts(claims).join('\n')).toContain(verdict);
  });
});

test('names of the catalogue are listed, and told where one is not known', async () => {
  const folder = emptyFolder();
  const { out } = await run(['claims', '--names'], folder);
  expect(out).toContain('目录.事项数');
  expect(out).toContain('目录.时限压缩率');
  const { err, code } = await audit(
    claim('5件', 'name: a, says: 5件', 'name: b, says: 5件, is: c'),
  );
  expect(code).toBe(2);
  expect(err).toContain('可用：a、b');
});

test('a plain text is read, written as claims, and audited to the same end', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'news.txt'), '受理100件,办结90件,办结率91%。\n满意率99.9%。\n');
  const ran = await run(
    ['claims', 'news.txt', '--write', 'claims.yaml', '--format', 'json'],
    folder,
  );
  const { summary, claims } = JSON.parse(ran.out);
  expect(summary).toEqual({ pass: 0, warn: 0, fail: 1, unchecked: 1 });
  expect(claims[0]).toMatchObject({
    level: 'fail',
    line: 1,
    quote: '受理100件,办结90件,办结率91%',
  });
  expect(ran.code).toBe(1);
  const again = await run(['claims', 'claims.yaml', '--format', 'json'], folder);
  expect(JSON.parse(again.out).summary).toEqual(summary);
  const twice = await run(['claims', 'news.txt', '--write', 'claims.yaml'], folder);
  expect(twice.err).toContain('已经有了');
});

test.each([
  ['95.8%', '95.8%'],
  ['约22万元', '22万元'],
  ['1.63亿元', '16300万元'],
  ['２１９０天', '2190天'],
  ['12,000件', '1.2万件'],
  ['約22萬元', '22万元'],
])('%s is read as %s', (text, expected) => {
  const printed = readPrinted(text)!;
  expect(writeLike(printed.value, printed)).toBe(expected);
});

test('rounding is half up at the printed precision', () => {
  const printed = readPrinted('95.8%')!;
  expect(writeLike(rational(9575n, 10000n), printed)).toBe('95.8%');
  expect(writeLike(rational(95749n, 100000n), printed)).toBe('95.7%');
});

describe('wrong use is told with the line', () => {
  test.each([
    [
      'claims:\n  - quote: 5件\n    figures: [{ name: a, says: 6件 }]\n',
      '第 3 行：原文里没有“6件”',
    ],
    ['claims:\n  - quote: 5件\n    figures: [{ name: a, says: 5件, is: 1 + }]\n', '第 3 行：算式'],
    ['claims:\n  - quote: 5件\n    figure: []\n', '第 3 行：没有“figure”这一栏'],
    ['title: x\n', '要有 claims 一栏'],
    [claim('5件', 'name: a, says: 5件, is: 没有的数'), '算式里的“没有的数”没有值'],
  ])('%j', async (yaml, words) => {
    const { code, err } = await audit(yaml);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
