import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathWord } from '../src/text/path-word.ts';
import { findingsOf, patchFiles, readCatalogFiles } from './patched-catalog.ts';
import { emptyFolder, run } from './program.ts';
import { filesOf } from './site-checks.ts';

const FILES = readCatalogFiles('tests/catalog');
const SETTINGS = 'mingbai.yaml';
const ITEM = 'items/water/water-abstraction.yaml';
const LONG = '城'.repeat(300);

/** A change to a file, and the finding that it must give there: rule and pointer. */
const TOLD: readonly (readonly [patch: Record<string, unknown>, ...told: string[]])[] = [
  [{ profiles: ['notice', 'nationl'] }, 'unknown-value /profiles/1'],
  [{ profiles: ['toString'] }, 'unknown-value /profiles/0'],
  [
    { profiles: ['__proto__', 'hasOwnProperty'] },
    'unknown-value /profiles/0',
    'unknown-value /profiles/1',
  ],
  [{ jurisdiction: 'constructor' }, 'unknown-value /jurisdiction'],
  [{ lang: 'valueOf' }, 'unknown-value /lang'],
  [{ wording: { profile: 'constructor' } }, 'unknown-value /wording/profile'],
  [
    { wording: { severities: { catchall: 'toString' } } },
    'unknown-value /wording/severities/catchall',
  ],
  [{ counting: { instant: 'constructor' } }, 'unknown-value /counting/instant'],
  [{ counting: { rows: '__proto__' } }, 'unknown-value /counting/rows'],
  [{ paper: { margins: 'constructor' } }, 'unknown-value /paper/margins'],
  [{ paper: { copies: '999999999' } }, 'unknown-value /paper/copies'],
  [{ paper: { colour: '#zzzzzz' } }, 'wrong-format /paper/colour'],
  [{ rules: { 'site-marks': 'constructor' } }, 'unknown-value /rules/site-marks'],
  [{ rules: { constructor: 'off' } }, 'unknown-rule /rules/constructor'],
  [{ review_period: '99999999999个月' }, 'wrong-format /review_period'],
  [{ review_period: '999999999年' }, 'wrong-format /review_period'],
  [{ review_period: `${'9'.repeat(400)}个工作日` }, 'wrong-format /review_period'],
  [{ paper: { correction: '300000小时'.repeat(9) } }, 'wrong-format /paper/correction'],
  [{ date: '2026-13-45' }, 'wrong-format /date'],
  [{ date: '99999-01-01' }, 'wrong-format /date'],
  [{ site: `https://mingbai.example/${'a'.repeat(4000)}` }, 'address-too-long /site'],
  [{ site: `https://mingbai.example/${'城'.repeat(140)}` }, 'address-too-long /site'],
  [
    { site: `https://mingbai.example/${'a'.repeat(380)}`, theme: '../x' },
    'address-too-long /site',
    'path-escape /theme',
  ],
  [{ theme: '/etc' }, 'path-escape /theme'],
  [{ theme: 'C:\\look' }, 'path-escape /theme'],
  [{ theme: 'a/../../b' }, 'path-escape /theme'],
  [{ theme: LONG }, 'missing-file /theme'],
  [{ theme: '.mingbai' }, 'missing-file /theme'],
  [{ theme: 'a/.git' }, 'missing-file /theme'],
  [{ counting: { types: ['行政许可', '行政许克'] } }, 'wrong-format /counting/types/1'],
  [{ counting: { types: ['constructor'] } }, 'wrong-format /counting/types/0'],
  [{ counting: { month: '0' } }, 'wrong-format /counting/month'],
  [{ counting: { year: '250/0' } }, 'wrong-format /counting/year'],
  [{ counting: { natural_day: '-5/7' } }, 'wrong-format /counting/natural_day'],
  [{ counting: { hour: '1e-1' } }, 'wrong-format /counting/hour'],
  [{ counting: { day: '9'.repeat(400) } }, 'wrong-format /counting/day'],
];

describe('settings that no output can follow', () => {
  test.each(TOLD)('%j', async (patch, ...told) => {
    const files = patchFiles(FILES, { [SETTINGS]: patch });
    const found = findingsOf(files).filter(({ path }) => path === SETTINGS);
    for (const each of told) {
      expect(found.map(({ rule, pointer }) => `${rule} ${pointer}`)).toContain(each);
    }
    for (const { message, hint } of found) {
      const words = `${message.zh}${message.en}${hint?.zh ?? ''}`;
      expect(words).not.toMatch(/undefined(?!、)|\[object|NaN/);
    }
  });
});

/** Changes by file, of values that become names of files, addresses, dates or lengths of lists. */
const BUILT: readonly (readonly [name: string, patches: Record<string, unknown>])[] = [
  ['a theme of 300 letters', { [ITEM]: { themes: { person: [LONG, `${LONG}二`] } } }],
  ['themes that differ in case', { [ITEM]: { themes: { person: ['Water', 'WATER', 'water'] } } }],
  ['a theme of signs', { [ITEM]: { themes: { person: ['../..', '“”', '//', 'CON'] } } }],
  [
    'a situation with an id of 300 letters',
    { [ITEM]: { situations: [{ id: 'a'.repeat(300), name: '甲' }] } },
  ],
  [
    'situations whose ids differ at the end',
    {
      [ITEM]: {
        situations: [
          { id: `${LONG}一`, name: '甲' },
          { id: `${LONG}二`, name: '乙' },
        ],
      },
    },
  ],
  ['a department of 300 letters', { [ITEM]: { department: LONG } }],
  [
    'a window with an id of 300 letters',
    { 'halls/county-hall.yaml': { windows: [{ id: 'a'.repeat(300), name: '甲' }] } },
  ],
  ['years beyond any calendar', { [ITEM]: { reviewed: '9999-12-31', effective: '0000-00-00' } }],
  [
    'limits beyond any calendar',
    { [ITEM]: { limits: { statutory: '999999999年', committed: `${'9'.repeat(300)}个工作日` } } },
  ],
  ['a date that is none', { [SETTINGS]: { date: '2026-02-31' } }],
  [
    'a site too long for any code',
    { [SETTINGS]: { site: `https://mingbai.example/${'a'.repeat(9000)}` } },
  ],
  ['history of a million years', { [SETTINGS]: { changes: { months: '99999999999' } } }],
  ['lone surrogates', { [ITEM]: { name: 'XX', aliases: ['XX'], themes: { person: ['XX'] } } }],
  [
    'names of what every object has',
    { [ITEM]: { level: 'constructor', case: '__proto__', state: 'toString', type: 'valueOf' } },
  ],
];

describe('a catalogue with values that no disk or calendar takes is built all the same', () => {
  test.each(BUILT)('%s', async (_, patches) => {
    const around = emptyFolder();
    for (const [path, body] of Object.entries(patchFiles(FILES, patches))) {
      const file = join(around, 'catalog', path);
      mkdirSync(dirname(file), { recursive: true });
      const text = Buffer.from(body).toString('utf8');
      writeFileSync(file, path.endsWith('.yaml') ? text.replaceAll('XX', '"\\ud800"') : body);
    }
    const argv = [
      'build',
      'catalog',
      '--out',
      'out',
      '--only',
      'html,json,notice,plate',
      '--force',
    ];
    const { code, err } = await run([...argv, '--no-cache'], around);
    expect(code, err).toBe(0);
    const names = [...filesOf(join(around, 'out'))].flatMap((path) => path.split('/'));
    expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThan(160);
    expect(readFileSync(join(around, 'out/index.html'), 'utf8')).toContain('</html>');
  });
});

describe('a part of a path', () => {
  const WORDS: readonly (readonly [id: string, word: string])[] = [
    ['water-abstraction', 'water-abstraction'],
    ['a'.repeat(100), 'a'.repeat(100)],
    ['../../etc', '-etc'],
    ['nul', 'nul-'],
    ['甲/乙', '甲-乙'],
  ];
  test.each(WORDS)('%s is %s', (id, word) => expect(pathWord(id)).toBe(word));

  test('is cut where it is long, and still another for each id', () => {
    const words = ['一', '二'].map((last) => pathWord(LONG + last));
    expect(new Set(words).size).toBe(2);
    for (const word of words) expect(Buffer.byteLength(word)).toBeLessThanOrEqual(100);
  });
});
