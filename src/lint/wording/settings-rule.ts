import { say, type Words } from '../../model/words.ts';
import type { Report, Rule } from '../rule.ts';
import { isReadable } from './extra.ts';
import { scanWording } from './scan.ts';
import type { ExtraEntry } from './settings.ts';
import { WORDING_CATEGORIES, WORDING_FIELDS, type WordingField } from './terms.ts';
import { WORDING } from './wording.gen.ts';

const KNOWN: ReadonlySet<string> = new Set(WORDING_FIELDS);
const LEVELLED: ReadonlySet<string> = new Set(
  WORDING_CATEGORIES.flatMap((category) => [category, `wording-${category}`]),
);

/** What a catalogue adds to the wording data can be read and proves itself by its examples. */
export const wordingSettings: Rule = {
  id: 'wording-settings',
  severity: 'error',
  title: say('补充的用语词条读不懂或者不起作用', 'an added wording entry that does not work'),
  why: say(
    '读不懂的词条不会检查任何文字；反例要查得出，正例不能报。',
    'an entry that cannot be read checks nothing; its bad example must be found, its good not.',
  ),
  bad: 'files: { mingbai.yaml: { wording: { entries: [{ id: x, category: place, words: ["(甲"] }] } } }',
  good: 'files: { mingbai.yaml: { wording: { entries: [{ id: x, category: place, words: ["(甲|乙)站点"] }] } } }',
  *catalog({ catalog }) {
    const { path, value } = catalog.settings;
    for (const [index, entry] of (value.wording?.entries ?? []).entries()) {
      for (const { pointer, message, hint } of faultsOf(entry)) {
        yield {
          path,
          pointer: `/wording/entries/${index}${pointer}`,
          message,
          ...(hint ? { hint } : {}),
        };
      }
    }
    for (const key of Object.keys(value.wording?.severities ?? {})) {
      if (LEVELLED.has(key)) continue;
      const list = WORDING_CATEGORIES.join('、');
      yield {
        path,
        pointer: `/wording/severities/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
        on: 'key',
        message: say(`没有“${key}”这一类用语`, `there is no kind of wording “${key}”`),
        hint: say(`可以写：${list}`, `known: ${list}`),
      };
    }
  },
};

function* faultsOf(entry: ExtraEntry): Generator<Pick<Report, 'pointer' | 'message' | 'hint'>> {
  for (const [index, word] of entry.words.entries()) {
    if (isReadable(word, WORDING)) continue;
    yield {
      pointer: `/words/${index}`,
      message: say(`词语“${word}”读不懂`, `the pattern “${word}” cannot be read`),
      hint: say(
        '以一个词开头，括号成对；写法见 src/lint/wording/data/README.md',
        'begin with a word and close brackets; see src/lint/wording/data/README.md',
      ),
    };
  }
  for (const [index, field] of (entry.fields ?? []).entries()) {
    if (KNOWN.has(field)) continue;
    const list = WORDING_FIELDS.join('、');
    yield {
      pointer: `/fields/${index}`,
      message: say(`没有“${field}”这个栏目`, `there is no field “${field}”`),
      hint: say(`可以写：${list}`, `known: ${list}`),
    };
  }
  yield* exampleFaults(entry);
}

function* exampleFaults(entry: ExtraEntry): Generator<{ pointer: string; message: Words }> {
  const { bad = '', good = '' } = entry;
  if (bad !== '' && !finds(entry, bad)) {
    yield {
      pointer: '/bad',
      message: say(`反例“${bad}”查不出来`, `the bad example “${bad}” is not found`),
    };
  }
  if (good !== '' && finds(entry, good)) {
    yield {
      pointer: '/good',
      message: say(`正例“${good}”被查出来了`, `the good example “${good}” is found`),
    };
  }
}

function finds(entry: ExtraEntry, text: string): boolean {
  const field = entry.fields?.find((name): name is WordingField => KNOWN.has(name)) ?? 'condition';
  const settings = { entries: [entry] };
  return scanWording(text, field, { settings }).some((finding) => finding.entry === entry.id);
}
