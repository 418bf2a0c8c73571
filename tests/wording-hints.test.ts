import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { scanWording, type WordingFinding } from '../src/lint/wording/scan.ts';
import type { WordingField } from '../src/lint/wording/terms.ts';
import { WORDING } from '../src/lint/wording/wording.gen.ts';
import { seededRandom } from './bench/random.ts';
import { labelledEntries } from './bench/wording.ts';

const TRADITIONAL = Converter({ from: 'cn', to: 'tw' });

/** The text with a proposed rewrite put in, and what is then told of the words put in. */
function applied(text: string, field: WordingField, { rewrite }: WordingFinding) {
  if (!rewrite) throw new Error(`nothing is proposed for ${text}`);
  const characters = [...text];
  const before = characters.slice(0, rewrite.start).join('');
  const whole = before + rewrite.text + characters.slice(rewrite.end).join('');
  const [from, to] = [[...before].length, [...before, ...rewrite.text].length];
  const told = scanWording(whole, field).filter(({ start, end, severity }) => {
    return severity !== 'info' && start < to && end > from;
  });
  return { whole, told: told.map((found) => `${found.entry}: ${found.text}`) };
}

const proposals = (text: string, field: WordingField) =>
  scanWording(text, field).filter(({ rewrite }) => rewrite !== undefined);

describe('a proposed rewrite', () => {
  const papers = ['身份证', '户口簿', '结婚证（原件）', '《资格证书》', '营业执照', '毕业证'];
  const tails = ['', '材料', '相关材料', '其他证件', '证明材料'];
  const intros = ['', '提交', '申请时，提供', '一、', '包括：'];
  const random = seededRandom(20);
  const lists = Array.from({ length: 400 }, () => {
    const count = 2 + random.below(4);
    const from = random.below(papers.length);
    const heads = Array.from({ length: count }, (_, at) => papers[(from + at) % papers.length]);
    const list = `${random.pick(intros)}${heads.join('、')}等${random.pick(tails)}`;
    return { count, text: random.chance(0.4) ? TRADITIONAL(list) : list };
  });

  it('passes the checker, counts right and keeps the script of generated lists', () => {
    for (const { count, text } of lists) {
      const found = proposals(text, 'material');
      expect(found.length, text).toBe(1);
      for (const finding of found) {
        const { whole, told } = applied(text, 'material', finding);
        expect(told, whole).toEqual([]);
        expect(finding.rewrite?.text, text).toContain(`等${count}`);
        expect(finding.hint.zh).toContain(`“${finding.rewrite?.text}”`);
        if (TRADITIONAL(text) === text && /[證簿]/.test(text))
          expect(whole).not.toMatch(/等\d[项个种类]/);
      }
    }
  });

  it.each([
    '生产、销售和使用单位等',
    '出示身份证并填写申请表、户口簿等',
    '营业执照等',
    '对外投资、向他人出借资金等',
    '身份证、户口簿和结婚证等',
    '应当有办公场所、设备等',
  ])('is not made of %s', (text) => {
    expect(scanWording(text, 'condition')).not.toEqual([]);
    expect(proposals(text, 'condition')).toEqual([]);
    for (const { hint } of scanWording(text, 'condition')) expect(hint.zh).not.toMatch(/等\d/);
  });
});

describe('what hints give as examples', () => {
  const entries = WORDING.groups.flatMap((group) => group.entries);
  it.each(entries.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
    const field = entry.fields?.[0] ?? 'condition';
    for (const words of [entry.fix, entry.uncounted, ...Object.values(entry.fixes ?? {})]) {
      for (const [, example = ''] of words?.zh.matchAll(/例如“([^”{]{4,})”/g) ?? []) {
        const errors = scanWording(example, field).filter(({ severity }) => severity === 'error');
        expect(
          errors.map(({ text }) => text),
          example,
        ).toEqual([]);
      }
    }
  });
});

const rows = labelledEntries();
if (!rows) console.log('skipped: ../shared/data/wording.tsv is absent, its hints not applied');

describe.skipIf(!rows)('hints of the labelled rows', () => {
  it('pass the checker when they are put in, in both scripts', () => {
    let count = 0;
    for (const { text, field } of rows ?? []) {
      for (const script of [text, TRADITIONAL(text)]) {
        for (const finding of proposals(script, field)) {
          count += 1;
          const { whole, told } = applied(script, field, finding);
          expect(told, whole).toEqual([]);
        }
      }
    }
    expect(count).toBeGreaterThan(10);
  });
});
