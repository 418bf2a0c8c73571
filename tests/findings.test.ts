import { describe, expect, test } from 'vitest';
import { FindingTable, type Rows } from '../src/check/finding-table.ts';
import { Findings, groupsOf } from '../src/check/findings.ts';
import { compareFindings, type Finding, type Severity } from '../src/model/finding.ts';
import { say } from '../src/model/words.ts';
import { REPORTERS } from '../src/report/index.ts';
import type { CheckReport } from '../src/report/report.ts';
import { jsonText } from '../src/text/json-text.ts';
import { seededRandom } from './bench/random.ts';

const random = seededRandom(5);
const TEXTS = [
  '',
  '承诺办结时限“60个工作日”',
  '“𠮷”\n\t"\\\u2028',
  'a',
  'rule-id',
  '/materials/0/name',
];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function someFinding(): Finding {
  const line = 1 + random.below(4);
  return {
    rule: random.pick(['unknown-key', 'wording-soft', 'b']),
    severity: random.pick(SEVERITIES),
    path: `items/${random.pick(['a', 'a-b', '水'])}/${random.below(9)}.yaml`,
    pointer: random.pick(TEXTS),
    span: { line, column: 1 + random.below(3), endLine: line, endColumn: 70_000 },
    message: say(random.pick(TEXTS), random.pick(TEXTS)),
    ...(random.chance(0.5) ? { hint: say(random.pick(TEXTS), random.pick(TEXTS)) } : {}),
    ...(random.chance(0.5) ? { citation: random.pick(TEXTS) } : {}),
  };
}

const LIST = Array.from({ length: 400 }, someFinding).sort(compareFindings);

describe('findings in little memory', () => {
  test('are what they were, as often as they are looked at', () => {
    const findings = Findings.of(LIST);
    expect([...findings]).toEqual(LIST);
    expect([...findings]).toEqual(LIST);
    expect(findings.size).toBe(LIST.length);
    for (const severity of SEVERITIES) {
      expect(findings.count(severity)).toBe(LIST.filter((f) => f.severity === severity).length);
    }
    expect(findings).toEqual(Findings.of(LIST));
    expect(findings).not.toEqual(Findings.of(LIST.slice(1)));
  });

  test('come sorted from several groups a file, the first first', () => {
    const table = new FindingTable();
    const even = LIST.filter((_, at) => at % 2 === 0);
    const odd = LIST.filter((_, at) => at % 2 === 1);
    const findings = new Findings(table, [...groupsOf(table, odd), ...groupsOf(table, even)]);
    expect([...findings]).toEqual([...odd, ...even].sort(compareFindings));
  });

  test('are the same after packing, adding to others and picking', () => {
    const table = new FindingTable();
    table.add(LIST.slice(100));
    const all = new FindingTable();
    all.add(LIST.slice(0, 100));
    all.addAll(structuredClone(table.packed()));
    const own = (from: FindingTable, [start, end]: Rows, paths: readonly Finding[]): Finding[] =>
      paths.slice(start, end).map(({ path }, at) => from.at(start + at, path));
    expect(own(all, [0, LIST.length], LIST)).toEqual(LIST);
    const picked = new FindingTable(
      all.packed([
        [50, 60],
        [7, 9],
      ]),
    );
    const those = [...LIST.slice(50, 60), ...LIST.slice(7, 9)];
    expect(own(picked, [0, picked.size], those)).toEqual(those);
    expect(picked.packed().texts.length).toBeLessThanOrEqual(all.packed().texts.length);
  });
});

describe('a report in pieces', () => {
  const report = (findings: readonly Finding[]): CheckReport => ({
    summary: { files: 3, items: 2, errors: 1, warnings: 1, baseline: { known: 1, gone: 0 } },
    findings: Findings.of(findings),
    line: () => undefined,
  });
  const style = { lang: 'zh', color: false } as const;

  test.each([[0], [1], [400]])('is the JSON of the whole, for %i findings', (count) => {
    const { summary } = report([]);
    const findings = LIST.slice(0, count);
    const whole = {
      summary,
      findings: findings.map(
        ({ rule, severity, path, pointer, span, message, hint, citation }) => ({
          ...{
            rule,
            severity,
            path,
            ...span,
            pointer,
            message: message.zh,
            hint: hint?.zh,
            citation,
          },
        }),
      ),
    };
    const text = [...REPORTERS.json(report(findings), style, new Map())].join('');
    expect(text).toBe(`${jsonText(whole, 2)}\n`);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(whole)));
    for (const format of ['json', 'sarif'] as const) {
      const pieces = [...REPORTERS[format](report(findings), style, new Map())].join('');
      expect(pieces).toBe(`${jsonText(JSON.parse(pieces), 2)}\n`);
    }
    const sarif = JSON.parse([...REPORTERS.sarif(report(findings), style, new Map())].join(''));
    expect(sarif.runs[0].results).toHaveLength(count);
  });
});
