import { say, type Words } from '../model/words.ts';
import {
  type BesideLimit,
  LIMIT_RULES,
  type LimitState,
  type NamedLimit,
} from './limit-grammar.ts';
import type { LimitHead, LimitSide } from './limit-head.ts';
import { type Compact, compact, MEASURE, normalMeasure, sourceOf } from './measure.ts';
import { type Phrase, refused } from './phrase.ts';

/** A time limit as published, in the normal form; 即时 and 无 (said to have none) are limits, too. */
export interface LimitValue {
  readonly statutory?: string;
  readonly committed?: string;
  /** Where neither the phrase nor its head says which of the two it is. */
  readonly plain?: string;
  readonly starts?: '受理' | '收件';
  readonly excludes: readonly string[];
  readonly beside: readonly BesideLimit[];
  readonly stages: readonly NamedLimit[];
  /** Limits of kinds of cases, where there is none for all. */
  readonly cases: readonly NamedLimit[];
}

/** Reads one cell of time limits under its head; a head with a unit gives it to bare numbers. */
export function readLimit(source: string, head: LimitHead = { side: 'plain' }): Phrase<LimitValue> {
  const form = compact(source);
  const bare = /^\d+(?:\.\d+)?$/.test(form.text) ? form.text : undefined;
  if (bare !== undefined) return readBare(source, bare, head);
  const state = newState();
  const stop = take(form, state);
  if (stop === undefined) {
    const doubt = doubtOf(state);
    return doubt === undefined ? proven(source, form, state, head.side) : refused(source, doubt);
  }
  const cases = readCases(form.text);
  if (cases !== undefined) return { understood: true, value: { ...NOTHING, cases }, left: '' };
  return refused(sourceOf(source, form, stop, form.text.length), reasonOf(form.text));
}

/**
 * The normal form of a limit in other words (三个月内, 不超过20个工作日, 20（工作日）); undefined where
 * the text says anything besides.
 */
export function strictLimit(text: string): string | undefined {
  const { value, left } = readLimit(text);
  if (value?.plain === undefined || value.plain === '无' || left !== '') return undefined;
  const { statutory, committed, starts, excludes, beside, stages, cases } = value;
  const more = [statutory, committed, starts].some((one) => one !== undefined);
  return more || [...excludes, ...beside, ...stages, ...cases].length > 0 ? undefined : value.plain;
}

const NOTHING = { excludes: [], beside: [], stages: [] };

function newState(): LimitState {
  return {
    side: undefined,
    last: undefined,
    limits: new Map(),
    starts: undefined,
    excludes: [],
    beside: [],
    stages: [],
    again: [],
    notes: [],
  };
}

function readBare(source: string, amount: string, { side, unit }: LimitHead): Phrase<LimitValue> {
  if (unit === undefined) {
    return refused(source, say('只有数字，没有写单位', 'a number without a unit'));
  }
  const value = normalMeasure(`${amount}个${unit}`);
  if (value === undefined) {
    const why = say('看不出 0 是当场办结还是没有填写', '0 may be at once or not filled in');
    return refused(source, why);
  }
  return { understood: true, value: { ...NOTHING, cases: [], [side]: value }, left: '' };
}

/** Takes the whole text by the rules; the place where none of them goes on. */
function take({ text }: Compact, state: LimitState): number | undefined {
  let at = 0;
  while (at < text.length) {
    const taken = takeOne(text, at, state);
    if (taken === undefined) return at;
    at = taken;
  }
  return undefined;
}

function takeOne(text: string, at: number, state: LimitState): number | undefined {
  for (const [form, action] of LIMIT_RULES) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match === null || match[0] === '') continue;
    if (action(match, state)) return at + match[0].length;
  }
  return undefined;
}

function doubtOf(state: LimitState): Words | undefined {
  const { limits, side, stages } = state;
  if (side !== undefined) {
    return say('写了法定或承诺，后面没有时限', 'a label without a limit');
  }
  if (limits.size === 0 && stages.length > 0) {
    return say(`只写了环节时限，没有写总时限${sumOf(stages)}`, 'limits of stages, none of all');
  }
  if (limits.size === 0) return say('没有写出时限', 'no limit in it');
  const values = [...limits.values()];
  if (values.includes('无') && (state.beside.length > 0 || state.stages.length > 0)) {
    return say('写着没有时限，又写了时限', 'said to have none, and one is given');
  }
  return undefined;
}

/** A sum is only ever suggested: stages may overlap or be left out. */
function sumOf(stages: readonly NamedLimit[]): string {
  const parts = stages.map(({ limit }) => /^([\d.]+)(\D+)$/.exec(limit));
  const unit = parts[0]?.[2];
  if (parts.length < 2 || parts.some((part) => part?.[2] !== unit)) return '';
  const sum = parts.reduce((total, part) => total + Number(part?.[1]), 0);
  return `（各环节合计${sum}${unit}，供参考）`;
}

function proven(
  source: string,
  form: Compact,
  state: LimitState,
  side: LimitSide,
): Phrase<LimitValue> {
  const { limits, starts, excludes, beside, stages } = state;
  const plain = limits.get('plain');
  if (plain !== undefined && side !== 'plain') {
    if (limits.has(side)) {
      return refused(source, say('同一种时限写了两个', 'two limits of one kind'));
    }
    limits.delete('plain');
    limits.set(side, plain);
  } else if (side !== 'plain' && !limits.has(side)) {
    return refused(source, say('表头和内容说的不是同一种时限', 'the head speaks of the other one'));
  }
  const value = {
    ...Object.fromEntries(limits),
    ...(starts === undefined ? {} : { starts }),
    ...{ excludes, beside, stages, cases: [] },
  };
  if (!sameMeasures(form.text, value, state.again)) {
    return refused(source, say('写回去与原文不一致', 'writing it back gives another text'));
  }
  const left = notesOf(source, form, state);
  if (left === '') return { understood: true, value, left };
  return { understood: true, value, left, why: say('另作说明保留', 'kept as a note') };
}

/** Whether the text and the value name the same measures of time; those of `again` may be named. */
function sameMeasures(text: string, value: LimitValue, again: readonly string[]): boolean {
  const { statutory, committed, plain, beside, stages } = value;
  const said = [statutory, committed, plain, ...stages.map(({ limit }) => limit)];
  const written = new Set([...said, ...beside.map(({ days }) => days)]);
  for (const word of ['即时', '无', undefined]) written.delete(word);
  const found = [...text.matchAll(new RegExp(MEASURE, 'g'))].map(([one]) => normalMeasure(one));
  return (
    found.every((one) => written.has(one) || again.includes(one ?? '')) &&
    [...written].every((one) => found.includes(one))
  );
}

/** What is said besides the limit, in the words of the source. */
function notesOf(source: string, form: Compact, { notes }: LimitState): string {
  return notes.map(([from, to]) => trimmed(sourceOf(source, form, from, to))).join('；');
}

function trimmed(text: string): string {
  return text.replace(/^[\s，,；;。、+＋（(]+|[\s，,；;。）)]+$/g, '');
}

const CASE = new RegExp(`^(.*?)(?:：|为|需|不超过)?(${MEASURE}|即时|当场办结)(?:以内|之内|内)?$`);
const NO_CASE =
  /法定|承诺|时限|延长|除外|不[含包计]|之日|原则|一般不|左右|^(?:其中|受理|审查|审核|决定|办结|送达|初审|制证)/;

/** `报告书60日；报告表30日`: every piece has a name of its own. */
function readCases(text: string): NamedLimit[] | undefined {
  const pieces = text.split(/[；，。]|、(?=\D)/).filter((piece) => piece !== '');
  const found = pieces.map((piece) => {
    const [, name = '', written = ''] = CASE.exec(piece) ?? [];
    const limit = /时|当/.test(written[0] ?? '') ? '即时' : normalMeasure(written);
    const bad = limit === undefined || name === '' || /[\d+（）]/.test(name) || NO_CASE.test(name);
    return bad ? undefined : { name, limit };
  });
  const cases = found.flatMap((one) => (one === undefined ? [] : [one]));
  const distinct = new Set(cases.map(({ name }) => name)).size;
  if (cases.length < 2 || cases.length < found.length || distinct < cases.length) return undefined;
  return cases;
}

function reasonOf(text: string): Words {
  if (/^(?:原则上|一般|大约|约)|左右|[\d日][-—~～至到]\d/.test(text)) {
    return say('不是一个确定的时限', 'no definite limit');
  }
  if (/延长/.test(text)) return say('延长的期限读不懂', 'the extension is not understood');
  if (new RegExp(`^${MEASURE}(?:以内|之内|内)?[^，；。]`).test(text)) {
    return say(
      '时限后面还有别的内容，不能确定它是不是办结时限',
      'other words stand behind the limit',
    );
  }
  return say('读不懂这个时限', 'the limit is not understood');
}
