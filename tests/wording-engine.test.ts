import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { agrees, readEnumeration } from '../src/lint/wording/enumeration.ts';
import { judgedTexts, wordingField } from '../src/lint/wording/fields.ts';
import { LONGEST_GUARD, Matcher } from '../src/lint/wording/matcher.ts';
import { compilePattern, type Sequence } from '../src/lint/wording/pattern.ts';
import { scanWording } from '../src/lint/wording/scan.ts';
import type { WordingField } from '../src/lint/wording/terms.ts';
import { WORDING } from '../src/lint/wording/wording.gen.ts';
import { foldScript } from '../src/text/script.ts';
import { generateScript } from '../src/tools/generate-script.ts';
import { generateWording } from '../src/tools/generate-wording.ts';
import { seededRandom } from './bench/random.ts';
import { crossCheck, labelledEntries, measureSpeed, scoreWording } from './bench/wording.ts';
import { ownVagueness } from './own-wording.ts';
import { rounds } from './trials.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const found = (text: string) => scanWording(text, 'material').map((f) => [f.rule, f.text]);

describe('one spelling for all scripts', () => {
  it('folds mixed Traditional, variants, 其它 and full-width forms, keeping every place', () => {
    for (const [text, folded] of [
      ['後臺規範', '后台规范'],
      ['盡快、儘快', '尽快、尽快'],
      ['其它於、其他于', '其他于、其他于'],
      ['Ａ４紙１２份(原件),', 'A4纸12份（原件），'],
      ['「等」『其他』', '“等”“其他”'],
    ] as const) {
      expect(foldScript(text)).toBe(folded);
      expect(text.length).toBe(folded.length);
    }
  });

  it('gives the same findings in mixed script, and places in characters', () => {
    const text = '𠮷𠮷身份證、戶口簿等相關證明';
    const [finding] = scanWording(text, 'material');
    expect(finding).toMatchObject({ start: 6, end: 14, text: '戶口簿等相關證明' });
    expect([...text].slice(6, 14).join('')).toBe(finding?.text);
  });
});

describe('lists that end in 等', () => {
  const list = (text: string) => readEnumeration(foldScript(text), text.lastIndexOf('等'));
  for (const [text, count, fits] of [
    ['A、B等2项材料', 2, true],
    ['身份证、户口簿和结婚证（含副本、附页）等3项材料', 3, true],
    ['身份证、户口簿和结婚证（含副本、附页）等2项材料', 3, false],
    ['申请时，提交身份证、户口簿等3项材料', 2, false],
    ['提交甲，乙，丙等3份', 3, true],
    ['保护和利用规划、建设方案等2项', 2, true],
    ['《甲法》、《乙、丙法》等两部法律', 2, true],
    ['身份证以及户口簿等2种证件', 2, true],
    ['《甲法》《乙法》《丙法》等3部法律', 3, true],
    ['营业执照等3项材料', 1, false],
    ['（三）公章、财务章等二枚', 2, true],
    ['省、市、县等三级', 3, true],
    ['身份證、戶口簿等2項材料', 2, true],
  ] as const) {
    it(`${text}: ${count}`, () => {
      expect(list(text).count).toBe(count);
      expect(agrees(list(text))).toBe(fits);
      expect(found(text).some(([rule]) => rule === 'wording-count')).toBe(!fits);
    });
  }

  it('rewrites the very list', () => {
    const [finding] = scanWording('提交身份证、临时居住证、户口簿等', 'material');
    expect(finding?.hint.zh).toContain('“身份证、临时居住证、户口簿等3项”');
    const [valid] = scanWording('有效身份证、因公护照等', 'material');
    expect(valid?.hint.zh).toContain('“有效身份证、因公护照等2项”');
  });
});

describe('words that only contain 等 and words that only seem to', () => {
  for (const text of [
    '平等',
    '高等学校',
    '三级甲等医院',
    '同等学力',
    '残疾等级',
    '等待期',
    '二等乙级',
  ]) {
    it(`${text} is left alone`, () => expect(found(`具有${text}证明`)).toEqual([]));
  }
  for (const text of [
    '租房合同等',
    '技术水平等',
    '身高等',
    '图纸核对等',
    '工资等待遇',
    '房产证等权属证明',
  ]) {
    it(`${text} is a list`, () => expect(found(`甲、${text}`)[0]?.[0]).toBe('wording-open'));
  }
});

describe('the same vagueness in other words, and the same words without it', () => {
  const errors = (text: string) =>
    scanWording(text, 'condition').filter(({ severity }) => severity === 'error');
  for (const [text, words] of [
    ['经有关全国性学术团体推荐', '有关全国性学术团体'],
    ['报有关水产苗种主管部门备案', '有关水产苗种主管部门'],
    ['熟悉有关的消防安全规章制度', '有关的消防安全规章'],
    ['提交有关检测报告', '有关检测报告'],
    ['在市里指定的托育、养老、助残机构实习', '指定的托育、养老、助残机构'],
    ['没有色盲、色弱以及其他障碍', '以及其他障碍'],
    ['遵守审计和其他税务法规', '其他税务法规'],
    ['有与仓储有关的其他设备', '有关的其他设备'],
    ['（三）其他翻译业务。', '其他翻译业务'],
    ['其他需要现场核实的。', '其他需要现场核实的'],
    ['主管部门要求补充提供的材料', '部门要求补充提供的材料'],
    ['法律规定的证明文件', '法律规定的证明文件'],
    ['毕业证、学位证……', '……'],
    ['畢業證、學位證⋯⋯', '⋯⋯'],
    ['摊位、推车之类的设施', '之类的设施'],
    ['有一定语言能力', '一定语言能力'],
    ['确因工作需要搬迁', '确因工作需要'],
    ['并附相应的场地变更证明材料', '相应的场地变更证明材料'],
  ] as const) {
    it(`${text}: ${words}`, () => expect(errors(text).map((f) => f.text)).toContain(words));
  }
  for (const text of [
    '符合国家有关民宿用水管理的规定',
    '建设单位需要提供的材料：',
    '其他人员不少于5人',
    '其他教师具有3年以上教龄',
    '编入近期建设规划',
    '确因教学的需要',
    '改造前后相应的测绘、施工图纸',
    '没有色盲、色弱',
  ]) {
    it(`${text} is left alone`, () => expect(errors(text)).toEqual([]));
  }
});

describe('names and terms of law that hold a soft word', () => {
  for (const text of [
    '向县科学技术局提出申请',
    '中国科学院出具的检测报告',
    '国家自然科学奖证书',
    '社会稳定风险评估报告',
    '稳定就业岗位补贴申请表',
    '充分就业社区认定申请表',
    '控制性详细规划批复',
    '申请人详细地址',
    '经常居住地证明',
    '经常项目外汇账户开立',
    '房屋合理使用年限证明',
    '先进集体奖状复印件',
    '可靠性检测报告',
    '良好农业规范认证证书',
    '建筑设计规范文本',
    '规范汉字书写等级证书',
    '明确的被申请人',
    '要素完整度统计表',
    '其他有限责任公司章程',
  ]) {
    it(`${text} is left alone`, () => expect(scanWording(text, 'material')).toEqual([]));
  }
  for (const text of ['管理规范', '技术先进', '合法稳定就业', '科学的管理制度', '经常参加活动']) {
    it(`${text} is not`, () => expect(found(text)[0]?.[0]).toBe('wording-soft'));
  }
});

describe('profiles, settings and jurisdictions', () => {
  const text = '其他股东持股比例，身份证等材料';
  it('strict flags every 其他 in every field, advice stops nothing', () => {
    const strict = scanWording(text, 'faq', { profile: 'strict' });
    expect(strict.map((f) => [f.text, f.severity])).toEqual([
      ['其他', 'error'],
      ['身份证等材料', 'error'],
    ]);
    const advice = scanWording(text, 'material', { profile: 'advice' });
    expect(advice.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('a catalogue adds entries, allows terms and sets levels', () => {
    const entries = [{ id: 'nearby', category: 'place', words: ['附近(窗口|网点)'] }] as const;
    const allow_terms = [{ text: '有关部门联席会议', reason: '机构名称' }];
    const settings = { entries, allow_terms, severities: { open: 'off', 'wording-time': 'info' } };
    const read = (line: string) =>
      scanWording(line, 'material', { settings: settings as never }).map((f) => [
        f.entry,
        f.severity,
      ]);
    expect(read('到附近網點領取')).toEqual([['nearby', 'error']]);
    expect(read('有关部门联席会议纪要')).toEqual([]);
    expect(read('身份证、户口簿等')).toEqual([]);
    expect(read('尽快提交')).toEqual([['soon', 'info']]);
  });

  it('cites the article of the place, else the national one', () => {
    const cite = (place: 'beijing' | 'shanghai' | 'henan', field: WordingField, text: string) =>
      scanWording(text, field, { jurisdiction: place })[0]?.citation;
    expect(cite('beijing', 'material', '其他材料')).toBe(
      '《北京市优化营商环境条例》第三十一条第二款',
    );
    expect(cite('henan', 'condition', '其他情形')).toBe(
      '《河南省优化营商环境条例》第二十八条第三款',
    );
    // What their sentences do not speak of is the national duty to be concrete.
    for (const [place, field, text] of [
      ['beijing', 'material', '尽快提交'],
      ['henan', 'material', '其他材料'],
      ['shanghai', 'condition', '尽快提交'],
    ] as const) {
      expect(cite(place, field, text)).toBe('《优化营商环境条例》第三十五条');
    }
    expect(cite('beijing', 'limit', '尽快')).toBe('《优化营商环境条例》第三十六条第二款');
  });
});

describe('which texts of an item are judged, and as what', () => {
  it('knows the fields by their pointers', () => {
    for (const [pointer, field] of [
      ['/conditions/0/text', 'condition'],
      ['/conditions/0/basis/quote', 'quote'],
      ['/basis/0/law', 'quote'],
      ['/materials/0/name', 'material'],
      ['/materials/0/source', 'code'],
      ['/materials/0/criteria', 'criteria'],
      ['/limits/committed', 'limit'],
      ['/steps/0/action', 'step'],
      ['/fees/0/standard', 'fee'],
      ['/fees', 'fee'],
      ['/channels/place', 'place'],
      ['/type', 'code'],
      ['/name', 'name'],
      ['/imported/record/申报所需材料', 'quote'],
    ] as const) {
      expect([pointer, wordingField(pointer)]).toEqual([pointer, field]);
    }
  });

  it('walks every text that is judged', () => {
    const item = { name: '取水许可', materials: [{ name: '其他材料', copies: 1 }] };
    expect(judgedTexts(item).map(({ place }) => place.pointer)).toEqual(['/materials/0/name']);
  });
});

describe('the data', () => {
  it('is generated from the YAML beside it', () => {
    expect(generateWording(read).data).toBe(read('src/lint/wording/wording.gen.ts'));
    expect(generateScript()).toBe(read('src/text/script.gen.ts'));
  });

  it('refuses patterns that cannot be read', () => {
    for (const pattern of ['(甲|乙', '<没有这一类>', '甲)', '…其他', '?甲', '甲\\']) {
      expect(() => compilePattern(pattern, { 材料: ['材料'] }), pattern).toThrow();
    }
  });

  it('keeps its own rules, read strictly', () => {
    const texts = WORDING.groups.flatMap(({ category, title, why, entries }) => [
      [category, title.zh] as const,
      [category, why.zh] as const,
      ...entries.flatMap(
        ({ id, why, fix }) =>
          [
            [id, why.zh],
            [id, fix.zh],
          ] as const,
      ),
    ]);
    expect(ownVagueness(texts)).toEqual([]);
  });
});

/** How long a match can be; a number is thought to have at most 20 digits. */
function longest(sequence: Sequence): number {
  return sequence.reduce((sum, { node }) => {
    if (node.kind === 'char') return sum + node.char.length;
    if (node.kind === 'number') return sum + 20;
    if (node.kind === 'either') return sum + Math.max(...node.branches.map(longest));
    return sum + (node.kind === 'gap' ? Number(/\{0,(\d+)\}/.exec(node.source)?.[1]) : 0);
  }, 0);
}

it('no guard can match more than is looked back for', () => {
  const guards = WORDING.groups.flatMap(({ guards: shared, entries: own }) => [
    ...shared,
    ...own.flatMap((entry) => entry.guards ?? []),
  ]);
  const lengths = guards.map((guard) => longest(compilePattern(guard, WORDING.classes).sequence));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_GUARD);
});

describe('one pass, whatever the text', () => {
  for (const unit of [
    '等',
    '、等',
    '（',
    '（等）',
    '（（甲、）等',
    '《等',
    '《《〉等》',
    '与有关',
    '其他规定的',
    '按照规定',
  ]) {
    it(`a long text of ${unit} grows no faster than its length`, () => {
      const text = (megabytes: number) =>
        unit.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(unit)));
      const most = rounds(0.3, 1);
      measureSpeed([text(most / 10)], 'material');
      const small = measureSpeed([text(most / 4)], 'material');
      const large = measureSpeed([text(most)], 'material');
      expect(large).toBeGreaterThan(small / 4);
      expect(large).toBeGreaterThan(0.5);
    });
  }
});

const entries = labelledEntries();
if (!entries) console.log('skipped: ../shared/data/wording.tsv is absent, accuracy not measured');

describe.skipIf(!entries)('accuracy on entries read by two people', () => {
  const all = entries ?? [];
  it('reaches F1 0.97, precision 0.97 and 95 % of the marked spans', () => {
    const { precision, f1, spans } = scoreWording(all);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(f1).toBeGreaterThanOrEqual(0.97);
    expect(spans).toBeGreaterThanOrEqual(0.95);
  });

  it('reaches F1 0.95 where only entries count that other folds bear out', () => {
    expect(crossCheck(all)).toBeGreaterThanOrEqual(0.95);
  });

  it('does so in each fifth, and alike in Traditional script', () => {
    const toTraditional = Converter({ from: 'cn', to: 'tw' });
    for (let fold = 0; fold < 5; fold++) {
      const part = all.filter((_, index) => index % 5 === fold);
      expect(scoreWording(part).f1).toBeGreaterThanOrEqual(0.95);
    }
    // Wrong characters of one script are right ones in the other.
    const places = (text: string, field: (typeof all)[number]['field']) =>
      scanWording(text, field)
        .filter(({ rule }) => rule !== 'wording-slip')
        .map(({ entry, start, end }) => [entry, start, end]);
    for (const { text, field } of all) {
      const own = places(text, field);
      const other = toTraditional(text);
      if ([...other].length !== [...text].length) continue;
      expect(places(other, field), other).toEqual(own);
    }
  });
});

describe('one look before matching', () => {
  const groups = WORDING.groups;
  const matcher = new Matcher(groups, WORDING.classes, [], () => true);
  const examples = groups.flatMap(({ entries }) => entries.flatMap(({ bad, good }) => [bad, good]));

  it('passes over no text that has a hit, and over most that have none', () => {
    const random = seededRandom(11);
    const traditional = Converter({ from: 'cn', to: 'tw' });
    let passed = 0;
    let hits = 0;
    for (let round = 0; round < 6000; round += 1) {
      const one = random.pick(examples);
      const other = random.pick(examples);
      const cut = one.slice(random.below(one.length), random.below(one.length + 1) + 2);
      const joined = cut + other.slice(random.below(other.length));
      const text = random.chance(0.3) ? traditional(joined).replaceAll('其他', '其它') : joined;
      const hit = matcher.hits(foldScript(text)).length > 0;
      if (hit) expect(matcher.mayHit(text), text).toBe(true);
      hits += hit ? 1 : 0;
      passed += matcher.mayHit(text) ? 0 : 1;
    }
    expect(hits).toBeGreaterThan(1000);
    expect(passed).toBeGreaterThan(300);
  });
});
