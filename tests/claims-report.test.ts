import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseExpression } from '../src/stats/claims/expression.ts';
import { readPrinted } from '../src/stats/claims/printed.ts';
import { withNumbers } from '../src/stats/claims/with-numbers.ts';
import { ROOT, run } from './program.ts';

const cwd = mkdtempSync(join(tmpdir(), 'mingbai-claims-'));
const schemaOf = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const NEWS =
  '监管事项数量948项,检查实施清单933项,检查实施清单完成率100.11%。\n' +
  '录入监管信息131条,其中监管动态信息114条,违法违规信息17条。\n' +
  '审批服务压缩办理时限45%左右。共进驻37家部门。<script>x</script>有3项。\n';

beforeAll(() => {
  writeFileSync(join(cwd, 'a.txt'), NEWS);
});

describe('the audit as JSON', () => {
  const validate = new Ajv2020({ strict: true }).compile(
    schemaOf('schemas/claims-report.schema.json'),
  );

  test.each([
    ['a.txt', []],
    ['../claims.yaml', []],
    ['a.txt', ['--lang', 'en']],
  ])('follows its schema: %s %j', async (file, more) => {
    const path = file === 'a.txt' ? file : join(ROOT, 'examples/claims.yaml');
    const { out } = await run(['claims', path, '--format', 'json', ...more], cwd);
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
    expect(JSON.parse(out).claims.length).toBeGreaterThan(2);
  });

  test('and the schema refuses what it does not name', async () => {
    const { out } = await run(['claims', 'a.txt', '--format', 'json'], cwd);
    const report = JSON.parse(out);
    expect(validate({ ...report, more: 1 })).toBe(false);
    report.claims[0].figures[0].rulings = [];
    expect(validate(report)).toBe(false);
  });
});

test('the example and what --write makes follow the schema of claims', async () => {
  const validate = new Ajv({ strict: false }).compile(
    schemaOf('schemas/editor/claims.schema.json'),
  );
  await run(['claims', 'a.txt', '--write', 'written.yaml'], cwd);
  for (const path of [join(cwd, 'written.yaml'), join(ROOT, 'examples/claims.yaml')]) {
    validate(parse(readFileSync(path, 'utf8')));
    expect(validate.errors, path).toBeNull();
  }
  expect(validate({ claims: [{ quote: 'a', figures: [{ says: 'a', si: 'b' }] }] })).toBe(false);
});

describe('the audit as a page', () => {
  let page = '';
  beforeAll(async () => {
    await run(['claims', 'a.txt', '--format', 'html', '--out', 'a.html'], cwd);
    page = readFileSync(join(cwd, 'a.html'), 'utf8');
  });

  test('takes nothing from elsewhere and runs nothing', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-${hash}'"`,
    );
    expect(page).not.toMatch(/<script|<img|<link|https?:|\sstyle=|\son\w+=/);
    expect(page).toContain('&lt;script&gt;');
  });

  test.each([
    ['the sentence, its figure marked', '检查实施清单完成率<mark class="fail">100.11%</mark>'],
    ['the working with its numbers', '933项 ÷ 948项'],
    ['the verdict in words and by a sign', '<b class="fail">× 不一致</b>'],
    ['what it comes to', '98.42%'],
    ['the file and the line', 'a.txt:1'],
    ['what was only stated', '只列出、没有核对的数'],
    ['what the verdicts mean', '这不表示它对，也不表示它错'],
    ['how units are converted', '1个月＝125/6'],
    ['the file it was read from', createHash('sha256').update(NEWS).digest('hex')],
    ['what is to be read first, by a link', '<a href="#c-L1-1">100.11% 超过100%</a>'],
  ])('shows %s', (_, words) => {
    expect(page).toContain(words);
  });

  test('has an anchor for each link', () => {
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(links.length).toBeGreaterThan(0);
    for (const id of links) expect(page).toContain(`id="${id}"`);
  });
});

test.each([
  ['a − (b − c)', '10 − （4 − 3）'],
  ['(a − b) ÷ a', '（10 − 4） ÷ 10'],
  ['a ÷ (b × c)', '10 ÷ （4 × 3）'],
  ['a × b + 0.125', '10 × 4 + 0.125'],
  ['合计(a、b) ÷ 目录.事项数', '合计（10、4） ÷ 1.6万'],
  ['d − ?', 'd − ?'],
])('%s with its numbers', (text, shown) => {
  const figures = Object.entries({ a: '10', b: '4', c: '3' }).flatMap(([name, says]) => {
    const printed = readPrinted(says);
    return printed === undefined ? [] : [{ name, printed, growth: false }];
  });
  const claim = { id: 'a', quote: '', line: 1, figures };
  const catalogue = new Map([['目录.事项数', { n: 16_000n, d: 1n }]]);
  expect(withNumbers(parseExpression(text), claim, catalogue)).toBe(shown);
});
