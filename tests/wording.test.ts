import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { scanWording } from '../src/lint/wording/scan.ts';
import type { WordingField } from '../src/lint/wording/terms.ts';
import { WORDING } from '../src/lint/wording/wording.gen.ts';

const SCRIPTS = (['tw', 'hk', 't'] as const).map((to) => Converter({ from: 'cn', to }));

/** What is found, without the words themselves: the same in every script. */
const places = (text: string, field: WordingField) =>
  scanWording(text, field).map(({ rule, entry, start, end }) => ({ rule, entry, start, end }));

/** Words that hold 等 without ending a list, and compounds of them. */
const HOLDING =
  `平等 高等 中等 初等 同等 对等 均等 相等 不等 等级 等次 等额 等待 等候 等于 等同 等价 等值
等效 等量 等比 等分 等距 等时 等权 等高线 等离子 等深线 等保 等外 优等 上等 下等 头等 特等 甲等 乙等 丙等
一等 二等 三等 四等 何等 该等 等身 等温 等压 等腰 等边 等张 高等学校 高等院校 高等教育 同等学力 同等学历
同等条件 同等效力 不等于 三级甲等医院 二等乙级 等级保护 等级评定 残疾等级 等额选举 等候区 均等化
特等劳动模范 二等海员 三等文凭 该等文件`.split(/\s/);

/** Simplified, Traditional, kind, field: sentences with a ban and sentences that only look so. */
const POSITIVE: readonly (readonly [string, string, string, WordingField])[] = [
  [
    '健康证及卫生行政部门要求提供的其他资料',
    '健康證及衛生行政部門要求提供的其他資料',
    'catchall',
    'material',
  ],
  [
    '省、自治区、直辖市食品药品监督管理局规定的其他材料',
    '省、自治區、直轄市食品藥品監督管理局規定的其他材料',
    'catchall',
    'material',
  ],
  [
    '因建设项目的特殊性需要提交的其他材料',
    '因建設項目的特殊性需要提交的其他材料',
    'catchall',
    'material',
  ],
  [
    '法律援助机构认为需要提供的其他材料',
    '法律援助機構認為需要提供的其他材料',
    'catchall',
    'material',
  ],
  [
    '税务机关根据实际需要要求提供的其他资料',
    '稅務機關根據實際需要要求提供的其他資料',
    'catchall',
    'material',
  ],
  [
    '实名认证用户需提供身份证号、身份证照片、本人与身份证合照等相关材料',
    '實名認證用戶需提供身份證號、身份證照片、本人與身份證合照等相關材料',
    'open',
    'material',
  ],
  [
    '该事项需现场勘查、公示、论证等特别程序',
    '該事項需現場勘查、公示、論證等特別程序',
    'open',
    'limit',
  ],
  ['符合相关规定，提交相关申请材料', '符合相關規定，提交相關申請材料', 'undefined', 'condition'],
  [
    '在国际阶段已办理申请人变更手续的，必要时提供变更后的申请人享有申请权的证明材料',
    '在國際階段已辦理申請人變更手續的，必要時提供變更後的申請人享有申請權的證明材料',
    'discretion',
    'material',
  ],
  ['建设单位原则上应当一次申请', '建設單位原則上應當一次申請', 'discretion', 'condition'],
  ['请将上述材料尽快补正提交，特此告知', '請將上述材料儘快補正提交，特此告知', 'time', 'limit'],
  ['申请用热户数达到一定数量的', '申請用熱戶數達到一定數量的', 'quantity', 'condition'],
  [
    '到兽医主管部门指定地点接受狂犬病免疫接种',
    '到獸醫主管部門指定地點接受狂犬病免疫接種',
    'place',
    'condition',
  ],
  [
    '相关检验检疫报告（当地卫生局规定为准）',
    '相關檢驗檢疫報告（當地衛生局規定為準）',
    'deferral',
    'material',
  ],
  ['应按照有关规定缴纳采矿登记费', '應按照有關規定繳納采礦登記費', 'fee', 'fee'],
];

const NEGATIVE: readonly (readonly [string, string, WordingField])[] = [
  [
    '对涉企经营许可事项按照直接取消审批、审批改为备案、实行告知承诺、优化审批服务等四种方式分类管理',
    '對涉企經營許可事項按照直接取消審批、審批改為備案、實行告知承諾、優化審批服務等四種方式分類管理',
    'condition',
  ],
  [
    '在中等职业学校、高等学校完成普通全日制3年以上的护理、助产专业课程学习',
    '在中等職業學校、高等學校完成普通全日制3年以上的護理、助產專業課程學習',
    'condition',
  ],
  [
    '公民、法人或者其他组织从事特定活动，依法需要取得行政许可的，应当提出申请',
    '公民、法人或者其他組織從事特定活動，依法需要取得行政許可的，應當提出申請',
    'condition',
  ],
  [
    '《关于修改〈中华人民共和国文物保护法〉等十二部法律的决定》',
    '《關於修改〈中華人民共和國文物保護法〉等十二部法律的決定》',
    'material',
  ],
  [
    '与申请登记的不动产有关的权属来源证明：国有建设用地使用权出让合同',
    '與申請登記的不動產有關的權屬來源證明：國有建設用地使用權出讓合同',
    'material',
  ],
  ['各申请文件所证明事实的关联性', '各申請文件所證明事實的關聯性', 'material'],
  [
    '认为行政机关的决定侵犯其合法权益的，可以依法申请行政复议',
    '認為行政機關的決定侵犯其合法權益的，可以依法申請行政複議',
    'condition',
  ],
  [
    '（四）国务院水行政主管部门规定的其他材料。',
    '（四）國務院水行政主管部門規定的其他材料。',
    'quote',
  ],
  ['其他行政权力', '其他行政權力', 'material'],
  [
    '残疾等级评定；一般纳税人；定期检验；约定；指定管辖；若干问题的解释',
    '殘疾等級評定；一般納稅人；定期檢驗；約定；指定管轄；若干問題的解釋',
    'condition',
  ],
];

describe('vague sentences are found in both scripts at the same characters', () => {
  for (const [simplified, traditional, category, field] of POSITIVE) {
    it(`${category}: ${simplified}`, () => {
      const found = scanWording(simplified, field);
      expect(found.map((finding) => finding.category)).toContain(category);
      expect(found.some(({ severity }) => severity === 'error')).toBe(true);
      expect(places(traditional, field)).toEqual(places(simplified, field));
    });
  }
});

describe('what only looks vague is left alone in both scripts', () => {
  for (const [simplified, traditional, field] of NEGATIVE) {
    it(simplified, () => {
      for (const profile of ['regional', 'advice'] as const) {
        expect(scanWording(simplified, field, { profile })).toEqual([]);
        expect(scanWording(traditional, field, { profile })).toEqual([]);
      }
    });
  }
});

describe('words that hold 等 are no lists, wherever they stand', () => {
  for (const word of HOLDING) {
    it(word, () => {
      for (const text of [
        word,
        `${word}证书`,
        `${word}证明材料`,
        `提交${word}的书面说明`,
        `提交${word}证书`,
        `身份证、${word}证书`,
      ]) {
        for (const script of [text, ...SCRIPTS.map((convert) => convert(text))]) {
          const open = scanWording(script, 'material').filter(
            ({ category }) => category === 'open',
          );
          expect(open, script).toEqual([]);
        }
      }
    });
  }

  for (const text of [
    '1、2、3等',
    '身份证、户口簿等',
    '码头等',
    '线上等',
    '附件一、附件二等',
    '身份证、护照等外国证件',
    '房产证等权属证明',
    '社保卡等保险凭证',
    '学历、学位等同类证书',
    '变更名称、地址等时',
    '水、电等价格证明',
    '户口簿等身份证明',
    '任何等',
    '统一等',
  ]) {
    it(`${text} is a list`, () => {
      for (const script of [text, ...SCRIPTS.map((convert) => convert(text))]) {
        const found = scanWording(script, 'material').map(({ category }) => category);
        expect(found, script).toContain('open');
      }
    });
  }
});

describe('names of official documents', () => {
  const open = (text: string) =>
    [text, ...SCRIPTS.map((convert) => convert(text))].map(
      (script) =>
        scanWording(script, 'material').filter(({ severity }) => severity === 'error').length,
    );
  for (const text of [
    '关于同意变更经营范围等事项的批复',
    '关于公布《某某目录》等文件的通知',
    '关于同意设立某某公司等事项的批复',
    '提交县人民政府关于同意设立某某公司等事项的批复原件1份',
    '《目录》等三个文件的通知',
    '国务院关于取消住所证明、户口簿等事项的决定',
    '关于张某等任职的任命文件',
    '关于调整收费标准等事项的公告、营业执照',
    '关于《甲》《乙》等文件的意见',
    '关于有关问题的函',
  ]) {
    it(`${text} is left alone`, () => expect(open(text)).toEqual([0, 0, 0, 0]));
  }
  for (const text of [
    '关于变更的申请、身份证、户口簿等材料',
    '关于变更名称、地址等事项的申请书',
    '关于变更的申请书、身份证等材料的决定',
    '身份证、户口簿等材料的通知',
    '关于变更地址，提交身份证等材料的通知',
    '关于合同等事项的决定书',
  ]) {
    it(`${text} is a list`, () => expect(open(text).every((count) => count > 0)).toBe(true));
  }
});

describe('every entry is found in its bad example and not in its good one', () => {
  for (const entry of WORDING.groups.flatMap(({ entries }) => entries)) {
    const field = entry.fields?.[0] ?? 'condition';
    const profile = entry.profiles?.[0] ?? 'regional';
    const ids = (text: string) => scanWording(text, field, { profile }).map((f) => f.entry);
    it(entry.id, () => {
      expect(ids(entry.bad), entry.bad).toContain(entry.id);
      const serious = scanWording(entry.good, field, { profile }).filter(
        ({ severity }) => severity === 'error' || entry.category === 'soft',
      );
      expect(serious, entry.good).toEqual([]);
      for (const convert of entry.category === 'slip' ? [] : SCRIPTS) {
        expect(ids(convert(entry.bad)), convert(entry.bad)).toEqual(ids(entry.bad));
        expect(ids(convert(entry.good)), convert(entry.good)).toEqual(ids(entry.good));
      }
    });
  }

  it('bears an id of its own', () => {
    const all = WORDING.groups.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what a kind is said to let pass', () => {
  const rows = WORDING.groups.flatMap(({ category, passes = [] }) =>
    passes.map(({ text, unlike, field }) => {
      return [category, text, unlike, (field ?? 'condition') as WordingField] as const;
    }),
  );
  it.each(rows)('%s: %s passes, %s does not', (category, text, unlike, field) => {
    const kinds = (each: string) =>
      scanWording(each, field)
        .filter(({ severity }) => severity === 'error')
        .map((finding) => finding.category);
    expect(kinds(text)).toEqual([]);
    expect(kinds(unlike)).toContain(category);
  });
});
