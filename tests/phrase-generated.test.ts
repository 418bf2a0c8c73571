import { describe, expect, it } from 'vitest';
import { readBasis } from '../src/phrase/basis.ts';
import { readFee } from '../src/phrase/fee.ts';
import { readLimit } from '../src/phrase/limit.ts';
import { readMaterials } from '../src/phrase/materials.ts';
import { readSteps } from '../src/phrase/steps.ts';
import { gist } from '../src/phrase/write-back.ts';
import { chineseNumeral } from '../src/text/numeral.ts';

/** A seeded generator (mulberry32): the same phrases on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20261130);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const spaced = (text: string): string => text.replace(/(?<=\d)(?=\D)/, ' ');
const times = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** A measure of time in its normal form and in one of the ways people write it. */
function measure(): { normal: string; written: string } {
  const amount = 1 + Math.floor(random() * 90);
  const unit = pick(['工作日', '自然日', '日', '月', '小时', '年']);
  const counted = unit === '工作日' || unit === '自然日' || unit === '月';
  const normal = `${amount}${counted ? '个' : ''}${unit}`;
  const number = pick([String(amount), chineseNumeral(amount), wide(String(amount))]);
  const loose = unit === '月' ? '个' : counted ? pick(['个', '']) : '';
  const written = pick([`${number}${loose}${unit}`, spaced(`${amount}${loose}${unit}`)]);
  return { normal, written: unit === '工作日' ? pick([written, `${number}（工作日）`]) : written };
}

const UNKNOWN = ['左右', '另行通知', '视情况', '报省厅', '由县局定', '优先'];

describe('generated limits', () => {
  it.each(times(150))('%i: both limits, written in many ways, are read back', () => {
    const [law, promise] = [measure(), measure()];
    const lead = pick(['', '自受理之日起', '不超过', '收到申请之日起']);
    const tail = pick(['', '内', '以内', '内办结', '内作出决定']);
    const note = pick(['', '（不含专家评审时间）', '，特殊情况可延长10个工作日', '（含公示时间）']);
    expect(readLimit(`${lead}${law.written}${tail}${note}`).value?.plain).toBe(law.normal);
    const [one, other] = [
      pick(['法定', '法定时限：', '法定办结时限为']),
      pick(['承诺', '承诺时限：']),
    ];
    const between = pick(['，', '；', '\n', ' ']);
    const text =
      random() < 0.5
        ? `${one}${law.written}${between}${other}${promise.written}`
        : `${other}${promise.written}${between}${one}${law.written}`;
    expect(readLimit(text).value, text).toMatchObject({
      statutory: law.normal,
      committed: promise.normal,
    });
  });

  it.each(times(80))('%i: an unknown word makes people read it', () => {
    const { written } = measure();
    for (const text of [`${written}${pick(UNKNOWN)}`, `${pick(UNKNOWN)}${written}`]) {
      const read = readLimit(text);
      expect([read.understood, read.value], text).toEqual([false, undefined]);
    }
  });

  it.each(times(60))('%i: what is understood is understood alike when written back', () => {
    const { normal, written } = measure();
    const again = readLimit(readLimit(written).value?.plain ?? '');
    expect(again.value?.plain).toBe(normal);
  });
});

const NAMES = ['登记费', '工本费', '证书工本费', '检验费', '考试费'];
const PER = ['件', '本', '证', '人次', '平方米'];

describe('generated charges', () => {
  it.each(times(150))('%i: names, amounts, units and cases are read back', () => {
    const fees = times(1 + Math.floor(random() * 3)).map((at) => ({
      name: NAMES[at]!,
      amount: String(1 + Math.floor(random() * 900)),
      per: pick(PER),
    }));
    const written = fees.map(({ name, amount, per }) =>
      pick([
        `${name}${amount}元/${per}`,
        `${name}每${per}${amount}元`,
        `${name}：${wide(amount)}元／${per}`,
        `${name} ${amount} 元/${per}`,
      ]),
    );
    const text = pick([
      written.join('；'),
      written.join('，'),
      written.map((one, at) => `${at + 1}.${one}`).join('；'),
      written.join('。'),
    ]);
    expect(readFee(text).value, text).toMatchObject(
      fees.map(({ name, amount, per }) => ({ name, amount, unit: `元/${per}` })),
    );
  });

  it.each(times(80))('%i: bounds and unknown words make people read it', () => {
    const amount = 1 + Math.floor(random() * 900);
    const wrong = pick([
      `${pick(NAMES)}不超过${amount}元`,
      `${pick(NAMES)}${amount}元起`,
      `${pick(NAMES)}约${amount}元`,
      `${pick(NAMES)}${amount}元/件，超过部分加收${amount}元`,
      `${pick(NAMES)}${amount}元左右`,
      `${amount}元，其余按规定`,
    ]);
    const read = readFee(wrong);
    expect([read.understood, read.value], wrong).toEqual([false, undefined]);
  });
});

const PAPERS = [
  '申请表',
  '营业执照',
  '身份证',
  '户口簿',
  '购房合同',
  '结婚证',
  '验资报告',
  '公司章程',
];

describe('generated lists', () => {
  const styles: ((at: number) => string)[] = [
    (at) => `${at + 1}.`,
    (at) => `${at + 1}、`,
    (at) => `（${at + 1}）`,
    (at) => `(${at + 1})`,
    (at) => `${chineseNumeral(at + 1)}、`,
    (at) => `（${chineseNumeral(at + 1)}）`,
    (at) => String.fromCharCode(0x2460 + at),
    (at) => `${wide(String(at + 1))}．`,
  ];

  it.each(times(120))('%i: papers and steps are told apart in every style', () => {
    const style = pick(styles);
    const between = pick(['', '；', ' ', '\n', '。']);
    const papers = PAPERS.slice(0, 2 + Math.floor(random() * 6));
    const text = papers.map((name, at) => style(at) + name).join(between);
    expect(
      readMaterials(text).value?.map(({ name }) => name),
      text,
    ).toEqual(papers);
    const steps = ['受理', '审查', '决定', '送达'].slice(0, 2 + Math.floor(random() * 3));
    const flow = pick([
      steps.map((name, at) => style(at) + name).join(between),
      steps.join(pick(['→', '-', '—', '——', ' → ', '-->'])),
    ]);
    expect(
      readSteps(flow).value?.map(({ name }) => name),
      flow,
    ).toEqual(steps);
  });

  it.each(times(60))('%i: laws in a row keep their articles and have no quotation', () => {
    const laws = ['甲法', '乙条例', '丙办法'].slice(0, 1 + Math.floor(random() * 3));
    const articles = laws.map(() => `第${chineseNumeral(1 + Math.floor(random() * 90))}条`);
    const lead = pick(['', '根据', '依据', '【法律】']);
    const text =
      lead + laws.map((law, at) => `《${law}》${articles[at]}`).join(pick(['、', '和', '；', '']));
    expect(readBasis(text).value, text).toEqual(
      laws.map((law, at) => ({ law, article: articles[at] })),
    );
  });

  it('finds every word of a list again in what was read', () => {
    for (const _ of times(100)) {
      const papers = PAPERS.slice(0, 2 + Math.floor(random() * 6));
      const text = papers.join(pick(['；', '\n', '、']));
      const { value = [], left } = readMaterials(text);
      expect(gist(value.map(({ name }) => name).join('') + left)).toBe(gist(text));
    }
  });
});
