import type { Finding } from '../model/finding.ts';
import { say } from '../model/words.ts';
import {
  findInvisible,
  type Invisible,
  maySuspect,
  nameInvisible,
  wellFormed,
} from '../text/invisible.ts';
import { Lines } from '../text/lines.ts';
import { loadFinding } from './findings.ts';

/** More places than this are not listed for one file: whoever sees so many mends the whole. */
const MOST = 50;

/** Escapes of a double-quoted scalar, each as a whole; two that are halves of a pair as one. */
const ESCAPE =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[\s\S])/g;

/** Characters of escapes that are one letter, as YAML 1.2 has them. */
const LETTERS: Readonly<Record<string, number>> = {
  '0': 0,
  a: 7,
  b: 8,
  v: 0xb,
  f: 0xc,
  e: 0x1b,
  N: 0x85,
  L: 0x2028,
  P: 0x2029,
};

/** Whether a file's text is to be looked at closely for invisible characters, also escaped ones. */
export function maySuspectFile(text: string): boolean {
  return maySuspect(text) || (text.includes('\\') && /\\[0abefvNLPuUx]/.test(text));
}

/**
 * Invisible characters of a whole file: in values, keys and comments. Those written as escapes
 * count where they reach `value`, what the file was read as.
 */
export function invisibleFindings(path: string, text: string, value: unknown): Finding[] {
  if (!maySuspectFile(text)) return [];
  const runs = [...findInvisible(text), ...escapedRuns(text, value)];
  if (runs.length === 0) return [];
  const lines = new Lines(text);
  const shown = runs.slice(0, MOST);
  return shown.map((run, at) => {
    const more = at === MOST - 1 ? runs.length - MOST : 0;
    return loadFinding(
      'invisible-character',
      path,
      { span: lines.span(run.start, run.end) },
      ...wordsOf(run, more),
    );
  });
}

function wordsOf({ codes }: Invisible, more: number) {
  const names = [...new Set(codes)].slice(0, 3).map(nameInvisible);
  const [zh, en] = [
    names.map((name) => name.zh).join('、'),
    names.map((name) => name.en).join(', '),
  ];
  const rest = more === 0 ? say('', '') : say(`；这个文件里还有 ${more} 处`, `; ${more} more`);
  return [
    say(`这里有看不见的字符：${zh}${rest.zh}`, `invisible here: ${en}${rest.en}`),
    say(
      '删去它：光标移到这一列，按 Delete 键；从 Word 或网页粘贴的，先粘贴成纯文本',
      'delete it at this column; paste from Word or web pages as plain text',
    ),
  ] as const;
}

/** Escapes in the text that stand for invisible characters which the value really has. */
function escapedRuns(text: string, value: unknown): Invisible[] {
  if (!text.includes('\\')) return [];
  const held = new Set<number>();
  for (const each of textsIn(value)) {
    for (const { codes } of findInvisible(each)) for (const code of codes) held.add(code);
  }
  if (held.size === 0) return [];
  const runs: Invisible[] = [];
  for (const { 0: written, index } of text.matchAll(ESCAPE)) {
    const code = codeOf(written);
    if (code === undefined || !held.has(code)) continue;
    runs.push({ start: index, end: index + written.length, codes: [code] });
  }
  return runs;
}

function codeOf(written: string): number | undefined {
  const kind = written.charAt(1);
  if (!/[uUx]/.test(kind) || written.length === 2) return LETTERS[kind];
  const [first, second] = written
    .slice(2)
    .split('\\u')
    .map((hex) => Number.parseInt(hex, 16));
  if (first === undefined || second === undefined) return first;
  return String.fromCharCode(first, second).codePointAt(0);
}

/** Every text in a value, keys included. */
function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* textsIn(each);
  }
}

/** The value with nothing in its texts that no file can hold; the same when there is none. */
export function withoutLoneSurrogates<T>(value: T): T {
  const text = JSON.stringify(value);
  if (text === undefined || !/\\ud[89a-f]/.test(text)) return value;
  // The same shape, texts replaced by texts.
  return JSON.parse(text, (_, each) => (typeof each === 'string' ? wellFormed(each) : each)) as T;
}
