import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Session, UsageError } from '../src/commands/command.ts';
import { wordingCommand } from '../src/commands/wording.ts';
import type { LintContext, Report } from '../src/lint/rule.ts';
import { countAllowances, wordingRules } from '../src/lint/wording/rules.ts';
import type { Catalog, Entry } from '../src/model/catalog.ts';
import type { Item, Settings } from '../src/model/schema.gen.ts';

/** What the wording rules say of an item written in YAML, by rule. */
function lint(yaml: string, settings: Partial<Settings> = {}): [string, Report][] {
  const { files = {}, ...value } = parse(yaml) as Item & { files?: Record<string, Settings> };
  const all = { ...settings, ...files['mingbai.yaml'] };
  const item = { id: 'x', path: 'items/x.yaml', value } as unknown as Entry<Item>;
  const catalog = { settings: { path: 'mingbai.yaml', value: all } } as unknown as Catalog;
  const context: LintContext = { catalog, today: '2026-01-01' };
  return wordingRules.flatMap((rule) =>
    [...(rule.item?.(item, context) ?? []), ...(rule.catalog?.(context, []) ?? [])].map(
      (report): [string, Report] => [rule.id, report],
    ),
  );
}

const ids = (yaml: string) => [...new Set(lint(yaml).map(([id]) => id))];

describe('every wording rule finds its bad example and passes its good one', () => {
  for (const rule of wordingRules) {
    it(rule.id, () => {
      expect(ids(rule.bad)).toEqual([rule.id]);
      expect(ids(rule.good)).toEqual([]);
    });
  }
});

describe('an item', () => {
  it('is reported at the characters of the very value', () => {
    const [[id, report] = []] = lint('materials: [{ name: 身份證、戶口簿等, source: 其他 }]');
    expect(id).toBe('wording-open');
    expect(report).toMatchObject({
      pointer: '/materials/0/name',
      range: [4, 8],
      severity: 'error',
    });
  });

  it('may quote the law, bear its official name and use coded values', () => {
    const yaml = `
name: 其他相关证明材料的核发
type: 其他行政权力
audience: [其他组织]
basis: [{ law: 取水条例, article: 第十一条, quote: （四）国务院水行政主管部门规定的其他材料。 }]
imported: { record: { 申报所需材料: 其他有关材料等 } }`;
    expect(lint(yaml)).toEqual([]);
  });

  it('is read with the settings of its catalogue', () => {
    const yaml = 'conditions: [{ text: 其他股东出资不低于10万元 }]';
    expect(lint(yaml)).toEqual([]);
    const strict = lint(yaml, { wording: { profile: 'strict' }, jurisdiction: 'anyang' });
    expect(strict[0]?.[1].citation).toBe('《安阳市政务服务条例》第十三条第二款');
  });
});

describe('entries of a catalogue', () => {
  it('prove themselves by their examples and name fields that exist', () => {
    const entry = {
      id: 'x',
      category: 'place',
      words: ['(甲', '附近网点'],
      fields: ['place', '地点'],
    } as const;
    const entries = [{ ...entry, bad: '到指定处', good: '到附近網點' }];
    const found = lint('name: 某事项', { wording: { entries } } as never);
    expect(found.map(([id, { pointer }]) => [id, pointer])).toEqual([
      ['wording-settings', '/wording/entries/0/words/0'],
      ['wording-settings', '/wording/entries/0/fields/1'],
      ['wording-settings', '/wording/entries/0/bad'],
      ['wording-settings', '/wording/entries/0/good'],
    ]);
  });
});

describe('settings that say what there is not', () => {
  const yaml = 'conditions: [{ text: 请尽快补正 }]';
  const time = { id: 'x', category: 'place', words: ['附近网点'], severity: 'fatal' };
  for (const wording of [
    { profile: 'stric' },
    { profile: 'constructor' },
    { severities: { time: 'fatal' } },
    { severities: { 'wording-time': 'toString' } },
    { entries: [time] },
  ]) {
    it(`${JSON.stringify(wording)} changes nothing`, () => {
      const found = lint(yaml, { wording } as never);
      expect(found.map(([id, { severity }]) => [id, severity])).toEqual([
        ['wording-time', 'error'],
      ]);
    });
  }

  it('an unknown jurisdiction cites the national article', () => {
    const [[, report] = []] = lint(yaml, { jurisdiction: 'mars' } as never);
    expect(report?.citation).toBe(lint(yaml)[0]?.[1].citation);
  });

  it('a level of its own that is unknown is not told', () => {
    const found = lint('conditions: [{ text: 到附近网点 }]', {
      wording: { entries: [time] },
    } as never);
    expect(found.map(([id, { severity }]) => [id, severity])).toEqual([['wording-place', 'error']]);
  });

  it('an unknown kind is reported where it stands', () => {
    const severities = { tiem: 'warning', time: 'warning', 'wording-open': 'off' };
    const found = lint(yaml, { wording: { severities } } as never);
    expect(found.map(([id, { pointer, on }]) => [id, pointer, on])).toEqual([
      ['wording-time', '/conditions/0/text', undefined],
      ['wording-settings', '/wording/severities/tiem', 'key'],
    ]);
  });
});

describe('allowances', () => {
  const item = (allow: string) => `
conditions: [{ text: 持有身份证、户口簿等 }]
allow: [${allow}]`;
  it('keep a finding away with rule, exact text and reason', () => {
    const yaml = item(
      '{ rule: wording-open, text: 身份证、户口簿等, reason: 条例原文, law: 某条例 }',
    );
    expect(lint(yaml)).toEqual([]);
    expect(countAllowances(parse(yaml))).toBe(1);
  });

  it('need a reason, the right rule and the exact text', () => {
    expect(ids(item('{ rule: wording-open, text: 户口簿等 }'))).toEqual(['wording-allowance']);
    for (const wrong of [
      '{ rule: wording-time, text: 户口簿等, reason: 条例原文 }',
      '{ rule: wording-open, text: 户口簿等材料, reason: 条例原文 }',
    ]) {
      expect(ids(item(wrong))).toEqual(['wording-open', 'wording-allowance']);
    }
  });

  it('count only with a reason and while they meet something', () => {
    const count = (allow: string) => countAllowances(parse(item(allow)));
    for (const [allow, expected] of [
      ['{ rule: wording-open, text: 户口簿等, reason: 条例原文 }', 1],
      ['{ rule: wording-open, text: 户口簿等 }', 0],
      ['{ rule: wording-open, text: 户口簿等, reason: " " }', 0],
      ['{ rule: wording-open, text: 结婚证等, reason: 条例原文 }', 0],
      ['{ rule: wording-time, text: 户口簿等, reason: 条例原文 }', 0],
      ['{ rule: phone, text: 户口簿, reason: 条例原文 }', 1],
      ['{ rule: phone, text: 结婚证, reason: 条例原文 }', 0],
    ] as const) {
      expect(count(allow), allow).toBe(expected);
    }
  });

  it('reach no further than what they are written beside', () => {
    const yaml = `
conditions: [{ text: 身份证等 }]
materials:
  - { name: 身份证等, allow: [{ rule: wording-open, text: 身份证等, reason: 条例原文 }] }`;
    expect(lint(yaml).map(([, { pointer }]) => pointer)).toEqual(['/conditions/0/text']);
  });

  it.each([
    'conditions: [{ text: 身份证等, allow: [ALLOW] }]',
    'materials: [{ name: 申请表, criteria: 身份证等, allow: [ALLOW] }]',
    'steps: [{ name: 受理, action: 核对：身份证等, allow: [ALLOW] }]',
  ])('stand beside the entry they speak of: %s', (yaml) => {
    const allow = '{ rule: wording-open, text: 身份证等, reason: 条例第八条的原文 }';
    expect(ids(yaml.replace('ALLOW', ''))).toEqual(['wording-open']);
    expect(ids(yaml.replace('ALLOW', allow))).toEqual([]);
    expect(countAllowances(parse(yaml.replace('ALLOW', allow)))).toBe(1);
  });

  it.each(['无', '略', '同上', '户口簿等', '允许保留“户口簿等”。', '——'])(
    'need a reason of substance, which %s is not',
    (reason) => {
      const yaml = item(`{ rule: wording-open, text: 户口簿等, reason: ${reason} }`);
      expect(ids(yaml)).toEqual(['wording-allowance']);
      expect(countAllowances(parse(yaml))).toBe(0);
    },
  );
});

describe('mingbai wording', () => {
  async function run(text: string, options: Record<string, string> = {}, file?: string) {
    let out = '';
    const world = {
      cwd: import.meta.dirname,
      out: (words: string) => {
        out += words;
      },
      stdin: async () => new TextEncoder().encode(text),
    };
    const session = { world, lang: 'zh', color: false, tell: ({ zh }: { zh: string }) => zh };
    const defaults = {
      field: 'material',
      format: 'json',
      profile: 'regional',
      jurisdiction: 'national',
    };
    const args = file === undefined ? [] : [file];
    const all = { ...defaults, ...options };
    const code = await wordingCommand.run(args, all, session as unknown as Session);
    return { out, code };
  }

  it('gives one element a line in JSON, blank lines too', async () => {
    const { out, code } = await run('𠮷戶口簿等\r\n\r\n营业执照1份\n');
    const lines = JSON.parse(out) as { line: number; text: string; findings: object[] }[];
    expect(code).toBe(1);
    expect(lines.map(({ line, text }) => [line, text])).toEqual([
      [1, '𠮷戶口簿等'],
      [2, ''],
      [3, '营业执照1份'],
    ]);
    expect(lines.map(({ findings }) => findings.length)).toEqual([1, 0, 0]);
    expect(Object.keys(lines[0]?.findings[0] ?? {})).toEqual([
      'rule',
      'category',
      'severity',
      'start',
      'end',
      'text',
      'message',
      'hint',
      'citation',
    ]);
    expect(lines[0]?.findings[0]).toMatchObject({ start: 0, end: 5, text: '𠮷戶口簿等' });
  });

  it('ends with 0 without errors and marks the words for people', async () => {
    expect((await run('营业执照1份\n有健全的制度\n')).code).toBe(0);
    expect((await run('')).out).toBe('[]\n');
    const { out } = await run('请尽快补正', { format: 'pretty', field: 'limit' });
    expect(out).toContain('  请尽快补正\n    ^^^^\n');
    expect(out).toContain('读了 1 条：错误 1 处');
  });

  it('tells wrong use in one line', async () => {
    await expect(run('', {}, '没有这个文件.txt')).rejects.toThrow(UsageError);
    await expect(run('', { field: '材料' })).rejects.toThrow(UsageError);
    await expect(run('', { format: 'xml' })).rejects.toThrow(UsageError);
  });
});
