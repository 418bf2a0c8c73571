import type { Random } from '../bench/random.ts';

/** Stands for bytes that are not UTF-8 in an argument; the shell puts them there. */
export const NOT_UTF8 = '\udcff';

/**
 * Values that break programs which trust their input. None holds a NUL: no argument can; and none
 * is a path at which root could do harm, however often they are put together.
 */
const WORDS: readonly string[] = [
  ...['', ' ', '\n', '\t', '.', '..', '../..', '-', '--', '-x', '~', '*', '#', '='],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'null', 'undefined'],
  ...['1/00', '0/0', '1/1', '2/1', '-1/2', '1/1e9', '0', '-0', '-1', '1e9', '1e999', '0x10'],
  ...['NaN', 'Infinity', '９', '一', '１２', '0.1.2', '1/0', '٣', '9'.repeat(400)],
  ...['2026-02-30', '0000-00-00', '999999-01-01', '2026-1-1', '二〇二六年', 'T99:99', '24:61-1:0'],
  ...['99999999999个工作日', '-3个工作日', '1e5年', '０个月', '9'.repeat(30).concat('日')],
  ...['{}', '[]', '[[[[', '{{x}}', '<b>', '$(id)', '`id`', ';id', '|id', '%00', '%ff'],
  ...['a,b', ',', ',,,', 'json,', 'html,html', 'a:b', ':', 'HEAD', 'HEAD:x', '--output=x', '@{9}'],
  ...[
    '/proc/nowhere/x',
    '/proc/self/environ',
    '/proc/self',
    'C:\\x',
    '\\\\a\\b',
    'file:///etc/passwd',
  ],
  ...['\u202e', '\u200b', '\ufeff', '\u0085', '\u2028', '\u001b[31m', '\u0007', '\ud800', '𠮷'],
  ...['=1+1', '＝1+1', '@SUM(1)', '::error::x', '\r\n::warning::x', 'a\nb', '﹫', '\u{e0041}'],
  ...['https://', 'http://[', `https://a.example/${'x'.repeat(4000)}`, 'javascript:alert(1)'],
  ...[
    'x'.repeat(300),
    '字'.repeat(300),
    '字'.repeat(20_000),
    '('.repeat(5000),
    'e\u0301'.repeat(99),
  ],
  NOT_UTF8,
];

/** Those at which most programs fail that do at all: every other value is one of them. */
const KEEN: readonly string[] = [
  ...['', '\n', '..', 'constructor', '__proto__', 'toString', '1/00', '-1', '0', '1e999', 'NaN'],
  ...['9'.repeat(400), '2026-02-30', '999999-01-01', '99999999999个工作日', '1e5年', 'T99:99'],
  ...['x'.repeat(300), '字'.repeat(300), '\u202e', '\u001b[31m', '\ud800', '(', '/proc/nowhere/x'],
];

/** A value that nobody expects. */
export function hostileWord(random: Random): string {
  const word = random.pick(random.chance(0.5) ? KEEN : WORDS);
  if (random.chance(0.8)) return word;
  return word.slice(0, 200) + random.pick(WORDS).slice(0, 200);
}
