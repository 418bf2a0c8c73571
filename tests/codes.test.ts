import { describe, expect, it } from 'vitest';
import {
  codeFault,
  LEVEL_DIGITS,
  NATIONAL_TYPES,
  readBasicCode,
  splitImplementationCode,
} from '../src/text/codes.ts';
import { findIdentityNumbers, readPhones } from '../src/text/phone.ts';
import { organisationCheckCharacter, usccCheckCharacter, usccFault } from '../src/text/uscc.ts';
import { findingsOf, patchFiles, readCatalogFiles } from './patched-catalog.ts';
import { rounds } from './trials.ts';

/** Nine codes that public service pages print. */
const REAL = [
  '1143038200623846664000123014000',
  '11431003MB0P5509884000123014000',
  '11431026MB0R05447F4430131056W00',
  '11440300MB2C94128A3440217281000',
  '11440100007483172Q3440106043001',
  '11440100007482575H3440118009000',
  '11440300MB2D0722464440127028001',
  '12441500196720244T3442199806003',
  '114403006939513773344201505200802',
] as const;

const form = (code: string): 31 | 33 => (code.length === 33 ? 33 : 31);

describe('real codes', () => {
  it('pass, sub-items with letters and public institutions too', () => {
    for (const code of REAL) expect(codeFault(code, form(code)), code).toBeUndefined();
  });

  it('show one wrong character among the first 18 by a check character alone', () => {
    for (const code of REAL) {
      for (let at = 0; at < 18; at += 1) {
        for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
          if (other === code[at]) continue;
          const wrong = code.slice(0, at) + other + code.slice(at + 1);
          expect(codeFault(wrong, form(code)), wrong).toBeDefined();
        }
      }
    }
  });

  it('are taken apart', () => {
    const parts = splitImplementationCode(REAL[2]);
    expect(parts).toEqual({ uscc: '11431026MB0R05447F', level: '4', basic: '430131056W00' });
    expect(readBasicCode(parts.basic)).toEqual({
      region: '43',
      type: '01',
      main: '31056',
      sub: 'W00',
    });
  });
});

const BASE = readCatalogFiles('tests/catalog');
const ITEM = 'items/water/water-abstraction.yaml';
const KEYS = ['basic', 'implementation', 'handling'] as const;

/** The rules that find something when the item has these codes, of its own department. */
function found(code: string, change: (codes: Record<(typeof KEYS)[number], string>) => void) {
  const { uscc, level, basic } = splitImplementationCode(code);
  const codes = { basic, implementation: code.slice(0, 31), handling: `${code.slice(0, 31)}01` };
  change(codes);
  const levels = Object.entries(LEVEL_DIGITS);
  const [word] = levels.find(([, digit]) => digit === level) ?? [];
  const [type] = Object.entries(NATIONAL_TYPES).find(([, digits]) => {
    return digits === basic.slice(2, 4);
  }) ?? ['行政许可'];
  const files = patchFiles(BASE, {
    [ITEM]: { codes, level: word, type, department: 'bureau' },
    'departments/bureau.yaml': { id: 'bureau', name: '某局', uscc },
    'mingbai.yaml': { region_code: null },
  });
  const rules = findingsOf(files).filter(({ pointer }) => pointer.startsWith('/codes'));
  return rules.map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('a code in its record', () => {
  it('passes when department, level and the three codes agree', () => {
    for (const code of REAL)
      expect(
        found(code, () => {}),
        code,
      ).toEqual([]);
  });

  it('fails with one character changed, in any of the three codes', () => {
    for (const code of [REAL[0], REAL[2], REAL[8]]) {
      for (const key of KEYS) {
        const length = { basic: 12, implementation: 31, handling: 33 }[key];
        for (let at = 0; at < length; at += rounds(3, 1)) {
          if (key === 'handling' && at >= 31) continue;
          const wrong = found(code, (codes) => {
            const own = codes[key];
            const other = own[at] === '1' ? '2' : '1';
            codes[key] = own.slice(0, at) + other + own.slice(at + 1);
          });
          expect(wrong.length, `${key} ${at}`).toBeGreaterThan(0);
          expect(wrong[0]).toMatch(/^error /);
        }
      }
    }
  });
});

describe('check characters', () => {
  it('may be 0, which a missing outer modulus would refuse', () => {
    expect(usccCheckCharacter('11430382100000003')).toBe('0');
    expect(usccFault('119901232000002590')).toBeUndefined();
  });
  it('of an organisation code may be X', () => {
    expect(organisationCheckCharacter('MB9K1137')).toBe('X');
  });
  it('name what they should be', () => {
    expect(usccFault('114303820062384667')).toEqual({ what: 'check', expected: '6' });
    expect(usccFault('11430382OO62384666')).toEqual({ what: 'alphabet' });
    expect(usccFault('1143038200623846')).toEqual({ what: 'length' });
  });
});

describe('telephone numbers', () => {
  it('are told apart by form', () => {
    const kinds = (text: string) => readPhones(text).map((phone) => phone.kind);
    expect(kinds('0399-5550101、12345')).toEqual(['landline', 'hotline']);
    expect(kinds('(0399)5550101转801；400-800-1234')).toEqual(['landline', 'toll-free']);
    expect(kinds('0399-5550101（白班）、5550102')).toEqual(['landline', 'no-area']);
    expect(kinds('13800138000')).toEqual(['mobile']);
    expect(kinds('窗口')).toEqual(['unknown']);
  });
  it('are not identity numbers, which have a check digit', () => {
    expect(findIdentityNumbers('身份证11010519491231002X。')).toEqual([[3, 21]]);
    expect(findIdentityNumbers('身份证110105194912310021。')).toEqual([]);
  });
});
