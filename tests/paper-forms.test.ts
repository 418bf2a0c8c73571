import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courseWords } from '../src/commands/course.ts';
import { composeForm, FORMS, type FormName } from '../src/guide/paper/forms.ts';
import type { Printed } from '../src/guide/paper/printed.ts';
import { ownVagueness } from './own-wording.ts';
import { samplePress } from './paper-files.ts';
import { paperFaults } from './paper-layout.ts';
import { readTags, textOf } from './pdf-reader.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const { catalog } = samplePress();
const names = Object.keys(FORMS) as FormName[];
const entry = catalog.items.find(({ id }) => id === 'water-abstraction');
if (entry === undefined) throw new Error('the sample catalogue lost an item');

function compose(kind: FormName, accepted?: string, situation?: string): Printed | undefined {
  const wish = { kind, ...(accepted && { accepted }), ...(situation && { situation }) };
  return entry && composeForm(entry, catalog, wish);
}

/** All strings of a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

async function sheet(...argv: string[]): Promise<string> {
  const out = join(emptyFolder(), 'sheet.pdf');
  const { code, err } = await run(['sheet', ...argv, '--catalog', 'catalog', '--out', out], ROOT);
  expect(err).toBe('');
  expect(code).toBe(0);
  const bytes = readFileSync(out);
  expect(paperFaults(bytes)).toEqual([]);
  return textOf(readTags(bytes)).replace(/\s/gu, '');
}

describe('a date given', () => {
  test('gives the last day to mend the papers, over the National Day holidays', () => {
    const said = strings(compose('correction', '2026-09-24')).join('');
    expect(said).toContain('自告知的次日起10个工作日内，即在2026年10月15日前（含当日）');
  });

  test('gives the last day of the committed limit of the situation', () => {
    expect(strings(compose('receipt', '2026-09-24')).join('')).toContain('最迟在2026年9月30日');
    const renewal = strings(compose('receipt', '2026-09-24', 'renewal')).join('');
    expect(renewal).toContain('承诺办结时限为2个工作日');
    expect(renewal).toContain('最迟在2026年9月29日');
  });

  test('is moved by what happened since, which is told with its article', () => {
    const course = {
      extension: { amount: 10, unit: '工作日' },
      pauses: [{ kind: '听证', from: '2026-09-28', until: '2026-09-30' }],
    } as const;
    const words = courseWords(course, true).map(({ zh }) => zh);
    const wish = { kind: 'receipt', accepted: '2026-09-24', course, courseWords: words } as const;
    const said = strings(entry && composeForm(entry, catalog, wish)).join('');
    expect(said).toContain('最迟在2026年10月22日');
    expect(said).toContain('延长10个工作日');
    expect(said).toContain('（《行政许可法》第四十二条）');
    expect(said).toContain('听证：2026-09-28起，2026-09-30继续计算');
    expect(said).toContain('（《行政许可法》第四十五条）');
  });

  test('left out leaves lines to write on', () => {
    expect(strings(compose('correction')).join('')).toContain('即在＿＿＿年＿＿月＿＿日前');
  });
});

test('only what the situation needs stands on a form', () => {
  const said = strings(compose('correction', undefined, 'renewal')).join('');
  expect(said).toContain('取水计量设施照片');
  expect(said).not.toContain('水资源论证报告书');
});

test('a form that makes no sense for an item is not made', async () => {
  expect(compose('promise')).toBeUndefined();
  const { code, err } = await run(['sheet', 'promise', 'water-abstraction'], ROOT);
  expect([code, err]).toEqual([2, 'mingbai: “取水许可”用不到这种文书\n']);
});

test('our own words on forms keep our own rules', () => {
  const texts = names.flatMap((kind) =>
    strings(compose(kind, '2026-09-24')).map((text) => [kind, text] as const),
  );
  expect(ownVagueness(texts)).toEqual([]);
});

describe('mingbai sheet', () => {
  test.each([
    ['correction', '补正材料告知书', ['联系人：', '告知人（签名）']],
    ['rejection', '不予受理通知书', ['第三十二条', '行政复议', '六个月']],
    ['refusal', '不予行政许可决定书', ['事实和理由', '行政诉讼']],
    ['receipt', '受理凭证', ['办件编号', '明白县水利局（印章）']],
    ['deferral', '容缺受理承诺书', ['取水计量设施照片', '承诺人（签名或者盖章）']],
    ['delivery', '送达回证', ['受送达人', '代收人和理由', '见证人签名']],
    ['label', '受理文件袋', ['流转科室（岗位）', '经办人签字']],
    ['walkthrough', '办事流程体验单', ['☐一致☐不一致', '体验人（签名）']],
    ['notice', '一次性告知单', ['被告知人（签名）', '办不成事反映窗口']],
  ])('%s prints %s', async (kind, title, words) => {
    const text = await sheet(kind, 'water-abstraction', '--accepted', '2026-09-24');
    expect(text).toContain(title);
    for (const word of words) expect(text).toContain(word);
  });

  test('takes Chinese names of forms, items and situations', async () => {
    const text = await sheet('一次性告知单', '取水许可', '--situation', '延续');
    expect(text).toContain('取水许可（延续）');
    expect(text).not.toContain('水资源论证报告书');
    expect(await sheet('告知承诺书', 'publication-retail')).toContain('不实承诺的责任');
  });

  test.each([
    [['fax', 'water-abstraction'], '没有“fax”这种文书'],
    [['receipt', 'nothing'], '没有“nothing”这个事项'],
    [['receipt', 'water-abstraction', '--situation', 'x'], '没有“x”这种情形'],
    [['receipt', 'water-abstraction', '--accepted', '2026-02-30'], '不是日期'],
  ])('says what is wrong with %j', async (argv, words) => {
    const { code, err } = await run(['sheet', ...argv], ROOT);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
