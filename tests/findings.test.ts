import { describe, expect, test } from 'vitest';
import { Findings, type Group, groupsOf } from '../src/ledger/findings.ts';
import { Table } from '../src/ledger/table.ts';
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
    const table = new Table();
    const even = LIST.filter((_, at) => at % 2 === 0);
    const odd = LIST.filter((_, at) => at % 2 === 1);
    const findings = new Findings(table, [...groupsOf(table, odd), ...groupsOf(table, even)]);
    expect([...findings]).toEqual([...odd, ...even].sort(compareFindings));
  });

  test('are the same after packing, adding to others and picking', () => {
    const [table, all] = [new Table(), new Table()];
    const groups = [...groupsOf(table, LIST)];
    const rows = groups.map(([, row]) => row);
    all.addPacked(bytesOf(table.pack(rows.slice(0, 7))));
    all.addPacked(structuredClone(bytesOf(table.pack(rows.slice(7)))));
    expect([...new Findings(all, groups)]).toEqual(LIST);
    const picked = new Table();
    const some = [groups[9], groups[2]] as Group[];
    picked.addPacked(bytesOf(all.pack(some.map(([, row]) => row))));
    const placed = some.map(([path], at): Group => [path, at]);
    const those = LIST.filter(({ path }) => some.some(([each]) => each === path));
    expect([...new Findings(picked, placed)]).toEqual(those);
    expect(bytesOf(picked.pack([0, 1])).length).toBeLessThan(bytesOf(all.pack(rows)).length);
  });

  test('are not taken apart by a blank hint or citation', () => {
    const [first] = LIST;
    const blank = { ...first, hint: say('', ''), citation: '' } as Finding;
    const { hint: _, citation: __, ...bare } = blank;
    expect([...Findings.of([blank])]).toEqual([blank]);
    expect([...Findings.of([bare as Finding])]).toEqual([bare]);
  });
});

function bytesOf(packed: readonly Buffer[] | undefined): Buffer {
  return Buffer.concat(packed ?? []);
}

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
      format: 1,
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
