import { existsSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { scanWording } from '../src/lint/wording/scan.ts';
import type { WordingField } from '../src/lint/wording/terms.ts';
import { unknownNouns } from './bench/wording-sets.ts';

const TRADITIONAL = Converter({ from: 'cn', to: 'tw' });
const errors = (text: string, field: WordingField) =>
  scanWording(text, field).filter(({ severity }) => severity === 'error');

type Case = readonly [field: WordingField, text: string];

/** Each is found, and in Traditional script, too. */
const FOUND: Readonly<Record<string, readonly Case[]>> = {
  其他: [
    ['material', '其他学历材料'],
    ['material', '或者其他婚姻状况证明'],
    ['condition', '及其他经营条件'],
    ['material', '别的手续'],
    ['condition', '名下没有色盲以及其他眼疾'],
    ['condition', '主管部门规定的其他人员'],
    ['condition', '其他属于低保家庭的'],
    ['condition', '身体健康，无传染病和其他不良嗜好'],
    ['material', '其他融资担保公司'],
    ['condition', '因修建铁路和进行其他建设工程需要占用公路的'],
    ['condition', '竞赛第一名获奖人及其它国家级技能竞赛获奖人且贡献突出的，可以申请'],
  ],
  'papers without a name': [
    ['material', '需要提供的材料'],
    ['material', '规定的申请材料1份'],
    ['material', '依法应当提交的文件、证件'],
    ['material', '佐证材料'],
    ['material', '各类证明材料'],
    ['material', '必要的生产许可及认证文件'],
    ['material', '有关房地产登记证明'],
    ['material', '与申请事项有关的证明'],
    ['material', '与变更事项对应的证明'],
    ['material', '房屋证明（如房产证、租赁合同）'],
    ['material', '审批需要的，按需提供委托书'],
    ['material', '正规医院的诊断书'],
  ],
  holes: [
    ['limit', '?个工作日'],
    ['condition', '面积不少于XX平方米'],
    ['fee', '__元'],
    ['fee', '××元'],
    ['faq', '□'],
    ['note', '时间待定'],
    ['material', '（此处填写材料名称）'],
    ['step', '自20__年起'],
  ],
  'what hides in words': [
    ['material', '其\u200b他材料'],
    ['material', '其 他 有 关 材 料'],
    ['material', '有\u00a0关证明'],
    ['material', '相\u00ad关材料'],
    ['condition', '其\n他经营条件'],
    ['condition', '尽\u2009快补正'],
  ],
  limits: [
    ['limit', '约为10个工作日'],
    ['limit', '预计10个工作日'],
    ['limit', '10个工作日上下'],
    ['limit', '近20个工作日'],
    ['limit', '10余个工作日'],
    ['limit', '最快3个工作日'],
    ['limit', '一般3个工作日'],
    ['limit', '3~5个工作日'],
    ['limit', '20'],
    ['limit', '法定时限'],
    ['limit', '视案情而定'],
  ],
  fees: [
    ['fee', '按实际发生收取'],
    ['fee', '快递费到付'],
    ['fee', '以报价为准'],
    ['fee', '适当收取'],
    ['fee', '50-200元'],
    ['fee', '100元起'],
    ['fee', '《收费管理办法》第十二条'],
    ['fee', '各地标准不一，差异较大'],
  ],
  quantities: [
    ['condition', '有相应数量的床位'],
    ['condition', '提交一部分资料'],
    ['condition', '近百名从业人员'],
    ['condition', '数十张床位'],
    ['condition', '有充足的资金'],
    ['condition', '经营规模较大'],
    ['condition', '建筑面积100'],
    ['condition', '注册资本100万元'],
    ['condition', '从业人员不少于3'],
  ],
  endings: [
    ['material', '身份证、户口簿...'],
    ['material', '身份证、户口簿。。。'],
    ['material', '身份证、户口簿…'],
    ['material', '身份证，etc.'],
    ['material', '身份证, and so on'],
    ['material', '例如身份证……'],
  ],
  'circles and deferrals': [
    ['condition', '符合以上条件'],
    ['condition', '符合法律规定的条件'],
    ['condition', '具备《某某管理条例》规定的条件'],
    ['material', '窗口工作人员要求的证明'],
    ['condition', '符合上级文件精神'],
    ['material', '详如附件'],
    ['limit', '视个案'],
    ['fee', '请洽询户政事务所'],
    ['condition', '依规定检附'],
  ],
};

/** Nothing is told of these above the level of information. */
const SILENT: readonly Case[] = [
  ['condition', '公民、法人或者其他组织'],
  ['condition', '其他股东持股比例不超过20%'],
  ['condition', '申请其他主要农作物种子生产许可证的，注册资本不少于500万元'],
  ['material', '其他股东的身份证复印件'],
  ['material', '已在其他单位注册的，提交原注册单位的同意书'],
  ['condition', '除上述情形外的其他情形，由市级审批'],
  ['note', '除本指南所列材料外，不得要求提供其他材料'],
  ['fee', '自然保护区草原每平方米5元；其他天然草原每平方米3元'],
  ['material', '应当提交下列有关材料：申请表'],
  ['condition', '相关人员（法定代表人、技术负责人）无犯罪记录'],
  ['material', '有关材料见第三项'],
  ['limit', '6月28—30日'],
  ['limit', '每月1—5日'],
  ['condition', '符合条件的，自受理之日起5个工作日内发放'],
  ['condition', '从事定期国际运输业务'],
  ['condition', '按照《特种设备安全法》第四十条的有关规定，每年检验1次'],
  ['condition', '申请人认为有必要更改的，可以在3日内书面提出'],
  ['material', '如需邮寄，填写收件地址'],
  ['step', '发现火情立即拨打110'],
  ['step', '立即停止作业'],
  ['material', '近6个月内的照片'],
  ['fee', '按规定收取不动产登记费80元/件'],
  ['fee', '标的额1万元至10万元的部分，按照2.5%收取'],
  ['fee', '不收费'],
  ['fee', '领证时一次缴清'],
  ['condition', '注册资本100万元以上'],
  ['condition', '至少配备技术人员3人'],
  ['condition', '建筑面积为100平方米'],
  ['material', '关于××项目备案的请示'],
  ['material', '40mm×50mm的照片'],
  ['material', '征得其他有抚养义务的人同意的书面意见'],
  ['condition', '因本款第四项以外的其他违反交通管理法规的行为被处罚的'],
  ['condition', '不得与其他单位共用配制场所'],
  ['material', '注册证中“其他内容”变化的对比表'],
  ['condition', '公民、法人和其他社会组织依法举办的学校'],
  ['condition', '认为符合条件的企业，在系统中登记'],
  ['condition', '完工时间不限于申报之前'],
  ['material', '设立登记所需材料：'],
  ['material', '与原件具有同等效力的复印件'],
];

describe.each(Object.entries(FOUND))('%s', (_, cases) => {
  it.each(cases)('%s: %j is found in both scripts', (field, text) => {
    expect(errors(text, field)).not.toEqual([]);
    const places = errors(text, field).map(({ start, end }) => [start, end]);
    expect(errors(TRADITIONAL(text), field).map(({ start, end }) => [start, end])).toEqual(places);
  });
});

describe('what is concrete', () => {
  it.each(SILENT)('%s: %j is left alone', (field, text) => {
    for (const script of [text, TRADITIONAL(text)]) {
      const told = scanWording(script, field).filter(({ severity }) => severity !== 'info');
      expect(told.map((finding) => [finding.entry, finding.text])).toEqual([]);
    }
  });
});

describe('a finding across what hides in a word', () => {
  it('stands at the author’s own characters', () => {
    const [finding] = scanWording('𠮷申请其\u200b他 材料', 'material');
    expect(finding).toMatchObject({ start: 3, end: 9, text: '其\u200b他 材料' });
  });
});

const LAWS = new URL('../../shared/data/laws/index.tsv', import.meta.url);
if (!existsSync(LAWS)) console.log('skipped: ../shared/data/laws is absent, no nouns drawn');

const FRAMES: readonly Case[] = [
  ['material', '其他～材料'],
  ['material', '申请表和其它～文件'],
  ['material', '或者其他～证明'],
  ['material', '别的～手续'],
  ['condition', '及其他～条件'],
  ['condition', '因其他～情形不能到场的'],
];

describe.skipIf(!existsSync(LAWS))('其他 before nouns that no list has', () => {
  const nouns = existsSync(LAWS) ? unknownNouns() : [];
  it('draws 200 nouns or more', () => expect(nouns.length).toBeGreaterThanOrEqual(200));
  it.each(FRAMES)('%s %s is found for 98 in 100 of them', (field, frame) => {
    const missed = nouns.filter((noun) => errors(frame.replace('～', noun), field).length === 0);
    expect(missed.length / nouns.length, missed.join(' ')).toBeLessThanOrEqual(0.02);
  });
});
