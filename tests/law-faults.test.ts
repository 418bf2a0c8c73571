import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Finding } from '../src/model/finding.ts';
import { type FileRecord, findingsOf, readCatalogFiles } from './patched-catalog.ts';

interface Case {
  readonly name: string;
  readonly item: Readonly<Record<string, unknown>>;
  readonly rule?: string;
  readonly pointer?: string;
  readonly says?: string;
}

const casesIn = (file: string): Case[] =>
  parse(readFileSync(new URL(`laws/${file}`, import.meta.url), 'utf8'));

/** Rules about the laws that are cited, and about what the Licensing Law asks. */
const ABOUT_LAW =
  /law|basis-rank|-basis$|fee-rank|^article|^paragraph|^statutory-against|^unit-against|^licence-|form-fee/;
/** Said of any basis that lacks something, whatever law it names. */
const OTHERWISE = /^(?:basis-without-.*|condition-without-basis|fee-without-basis)$/;

const FAULTS = casesIn('faults.yaml');
const SOUND = casesIn('sound.yaml');
const base = readCatalogFiles('catalog');

/** One catalogue with an item a case: what a check says of each, of laws alone. */
function checked(cases: readonly Case[]): Finding[][] {
  const shared = Object.entries(base).filter(([path]) => !/^(?:items|bundles)\//.test(path));
  const items = cases.map(({ item }, at): [string, string] => {
    const id = `case-${at}`;
    const whole = { id, name: `事项${at}`, type: '行政许可', department: 'water', ...item };
    return [`items/water/${id}.yaml`, stringify(whole)];
  });
  const files: FileRecord = Object.fromEntries([...shared, ...items]);
  const findings = findingsOf(files);
  expect(findings.filter(({ rule }) => /shape|value|key/.test(rule))).toEqual([]);
  return cases.map((_, at) =>
    findings.filter(({ path, rule, severity }) => {
      const isLaw = ABOUT_LAW.test(rule) && !OTHERWISE.test(rule) && severity !== 'info';
      return isLaw && path === `items/water/case-${at}.yaml`;
    }),
  );
}

const words = ({ message, hint }: Finding): string => `${message.zh} ${hint?.zh ?? ''}`;

describe('a wrong citation is told at its place, by one rule', () => {
  const found = checked(FAULTS);

  it('60 of them or more', () => expect(FAULTS.length).toBeGreaterThanOrEqual(60));
  it.each(FAULTS.map((one, at) => [one.name, one, at] as const))('%s', (_, one, at) => {
    const told = found[at]?.map(({ rule, pointer }) => `${rule} ${pointer}`);
    expect(told, found[at]?.map(words).join('\n')).toEqual([`${one.rule} ${one.pointer}`]);
    expect(found[at]?.map(words).join()).toContain(one.says ?? '');
  });
});

describe('an honest citation is not accused', () => {
  const found = checked(SOUND);

  it('60 of them or more', () => expect(SOUND.length).toBeGreaterThanOrEqual(60));
  it.each(SOUND.map((one, at) => [one.name, at] as const))('%s', (_, at) => {
    expect(found[at]?.map((one) => `${one.rule} ${words(one)}`)).toEqual([]);
  });
});
