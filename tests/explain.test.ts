import { describe, expect, test } from 'vitest';
import { fieldsNamed } from '../src/commands/explain-topics.ts';
import { ELEMENTS } from '../src/lint/completeness/elements.ts';
import { PROFILES } from '../src/lint/completeness/profiles.ts';
import { wantedElements } from '../src/lint/completeness/wanted.ts';
import { fieldDocs } from '../src/model/field-doc.ts';
import { FIELD_DOCS } from '../src/model/field-docs.gen.ts';
import { pathIn, schemaAtPath } from '../src/model/key-names.ts';
import type { Kind } from '../src/model/kinds.ts';
import { explainField } from '../src/report/fields.ts';
import { ROOT, run } from './program.ts';

const KINDS = Object.keys(FIELD_DOCS) as Kind[];

async function explain(word: string, ...more: string[]): Promise<string> {
  const { code, out } = await run(['explain', word, ...more], ROOT);
  expect(code, word).toBe(0);
  return out;
}

describe('explain', () => {
  test('tells a key by its Chinese name: meaning, key, example in both languages', async () => {
    const out = await explain('办理地点');
    expect(out).toContain('channels.place');
    expect(out).toContain('到哪里办，写到楼层和窗口');
    expect(out).toContain('  办理渠道:\n    办理地点: ');
    expect(out).toContain('  channels:\n    place: ');
  });

  test('tells a key by all of its keys: who must have it, what wants it, rules about it', async () => {
    const out = await explain('limits.statutory');
    expect(out).toContain('必填：行政许可、行政给付');
    expect(out).toContain('国家实施清单必填要素（national）：GB/T 39554.2-2020');
    expect(out).toContain('committed-over-statutory');
  });

  test.each([
    ['item.limits.committed', '向申请人承诺的办理时间'],
    ['办理时限.承诺办结时限', '向申请人承诺的办理时间'],
    ['materials[].basis', '哪部法的哪一条要求交这份材料'],
    ['/materials/0/name', '材料的确切名称'],
    ['case', '即办件  材料齐全的，当场办结'],
    ['需交材料', '申请人要交的材料'],
    ['hall.name', '大厅的全称'],
    ['咨询方式', 'item.contact.consult'],
    ['national', '要求的要素：'],
    ['一次性告知单七要素', 'contact.complain'],
    ['承诺件', '受理后在承诺的时限内办结'],
    ['name', 'bundle.name'],
  ])('tells %s', async (word, words) => {
    expect(await explain(word)).toContain(words);
  });

  test('tells every key by its keys in both languages', () => {
    for (const kind of KINDS) {
      for (const [path, doc] of fieldDocs(kind)) {
        expect(schemaAtPath(kind, path), `${kind} ${path}`).toBeDefined();
        for (const word of [`${kind}.${path}`, pathIn('zh', kind, path)]) {
          const told = fieldsNamed(word).map((topic) => explainField(topic, [], 'zh'));
          expect(told.join(''), word).toContain(doc.description);
        }
      }
    }
  });

  test('tells every element and every standard by name', async () => {
    for (const { label } of Object.values(ELEMENTS)) await explain(label.zh);
    for (const id of Object.keys(PROFILES)) await explain(id);
    const lost = wantedElements().filter(({ paths }) => paths.length === 0);
    expect(lost).toEqual([]);
  });

  test.each([
    ['办里地点', '是不是“办理地点”'],
    ['材料依据', '是不是“要求提供材料的依据”'],
    ['limits.statutry', '是不是“limits.statutory”'],
    ['量子纠缠态', '没有“量子纠缠态”这条规则'],
  ])('guesses what %s was meant to be', async (word, words) => {
    const { code, err } = await run(['explain', word], ROOT);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
