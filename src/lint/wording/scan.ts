import type { Severity } from '../../model/finding.ts';
import { say, type Words } from '../../model/words.ts';
import { foldScript } from '../../text/script.ts';
import { citationOf } from './citation.ts';
import { extraGroups } from './extra.ts';
import { judge, type Match, outermost } from './judge.ts';
import { isJudged, profileOf } from './levels.ts';
import { Matcher } from './matcher.ts';
import { RecentTexts } from './recent-texts.ts';
import { closeList, type Rewrite } from './rewrite.ts';
import type { WordingOptions } from './settings.ts';
import { MAY_HIDE, squeeze } from './squeeze.ts';
import { hintOf, messageOf } from './tell.ts';
import type {
  WordingCategory,
  WordingEntry,
  WordingField,
  WordingGroup,
  WordingProfile,
} from './terms.ts';
import { WORDING } from './wording.gen.ts';

/** One vague expression in a text, with what to say about it. */
export interface WordingFinding {
  /** `wording-<category>`. */
  readonly rule: string;
  readonly entry: string;
  readonly category: WordingCategory;
  readonly severity: Severity;
  /** Characters (code points) of the author's own text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: Words;
  readonly hint: Words;
  /** What can be put in for the characters [start, end), where that is sure. */
  readonly rewrite: Rewrite | undefined;
  readonly citation: string | undefined;
}

interface Reader {
  readonly matcher: Matcher;
  readonly groups: ReadonlyMap<WordingCategory, WordingGroup>;
  readonly count: WordingEntry | undefined;
}

const NO_SETTINGS = {};
/** Fields in which the way a whole text is made tells something, too. */
const SHAPED: ReadonlySet<WordingField> = new Set(['limit', 'fee']);
type Readers = { [P in WordingProfile]?: Reader };
const readers = new WeakMap<object, Readers>();
/** Readers by what they are made of: settings that were read again say mostly the same. */
const sameReaders = new Map<string, Reader>();
/** How many of those are held; each takes about 0.2 MB. */
const SAME_READERS = 32;

/** Whether a text can have vague wording: false for most, and much sooner than reading it. */
export function mayBeVague(
  text: string,
  field: WordingField,
  options: WordingOptions = NO_SETTINGS,
): boolean {
  if (SHAPED.has(field) || MAY_HIDE.test(text)) return true;
  return readerOf(options).matcher.mayHit(text);
}

/** The vague wording of one text, by place. Pure; the time grows with the text's length only. */
export function scanWording(
  text: string,
  field: WordingField,
  options: WordingOptions = NO_SETTINGS,
): readonly WordingFinding[] {
  if (!isJudged(field)) return NOTHING;
  return recentOf(field, options).get(text, (each) => scanText(each, field, options));
}

const NOTHING: readonly WordingFinding[] = [];
type Recent = Map<WordingField, RecentTexts<readonly WordingFinding[]>>;
const recent = new WeakMap<WordingOptions, Recent>();

function recentOf(
  field: WordingField,
  options: WordingOptions,
): RecentTexts<readonly WordingFinding[]> {
  let byField = recent.get(options);
  if (byField === undefined) {
    byField = new Map();
    recent.set(options, byField);
  }
  let texts = byField.get(field);
  if (texts === undefined) {
    texts = new RecentTexts();
    byField.set(field, texts);
  }
  return texts;
}

/** The same, worked out anew. */
export function scanText(
  text: string,
  field: WordingField,
  options: WordingOptions = NO_SETTINGS,
): readonly WordingFinding[] {
  const own = readText(text, field, options);
  const squeezed = squeeze(text);
  if (squeezed === undefined) return own;
  const places = characterPlaces(text) ?? ((at: number) => at);
  // Places of a finding are characters, those of a text UTF-16 units.
  const units = unitsOf(squeezed.text);
  const more: WordingFinding[] = [];
  let next = 0;
  for (const found of readText(squeezed.text, field, options)) {
    const [from, to] = [units(found.start), units(found.end)];
    if (!squeezed.crosses(from, to)) continue;
    const [start, end] = [squeezed.place(from), squeezed.place(to - 1) + 1];
    const place = {
      start: places(start),
      end: places(end),
      text: text.slice(start, end),
      rewrite: undefined,
    };
    while (next < own.length && (own[next]?.end ?? 0) <= place.start) next += 1;
    if ((own[next]?.start ?? place.end) >= place.end) more.push({ ...found, ...place });
  }
  return more.length === 0 ? own : outermost([...own, ...more]);
}

/** The vague wording of a text as it stands. */
function readText(
  text: string,
  field: WordingField,
  options: WordingOptions,
): readonly WordingFinding[] {
  const reader = readerOf(options);
  const shaped = SHAPED.has(field);
  if (!shaped && !reader.matcher.mayHit(text)) return NOTHING;
  const folded = foldScript(text);
  const hits = reader.matcher.hits(folded, field);
  if (hits.length === 0 && !shaped) return NOTHING;
  const matches = outermost(judge(hits, { folded, field, options, count: reader.count }));
  const places = characterPlaces(text);
  const told = matches.filter((match) => !isOtherSpelling(match, text, folded));
  return told.map((match) => toFinding(match, text, places, field, options, reader));
}

/** What is wrong in Simplified script is right in the other: 帳號, 身分證. */
function isOtherSpelling({ entry, start, end }: Match, text: string, folded: string): boolean {
  return entry.category === 'slip' && text.slice(start, end) !== folded.slice(start, end);
}

/** From characters to UTF-16 places. */
function unitsOf(text: string): (at: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (at) => at;
  const characters = [...text];
  return (at) => characters.slice(0, at).join('').length;
}

/** One for all fields: to build it takes as long as to read a hundred items. */
function readerOf(options: WordingOptions): Reader {
  const settings = options.settings ?? NO_SETTINGS;
  let known = readers.get(settings);
  if (known === undefined) {
    known = {};
    readers.set(settings, known);
  }
  const profile = profileOf(options);
  known[profile] ??= makeReader(options);
  return known[profile];
}

function makeReader(options: WordingOptions): Reader {
  const { entries = [], allow_terms = [] } = options.settings ?? {};
  const key = JSON.stringify([profileOf(options), entries, allow_terms]);
  const known = sameReaders.get(key);
  if (known !== undefined) return known;
  if (sameReaders.size >= SAME_READERS) sameReaders.clear();
  const reader = newReader(options);
  sameReaders.set(key, reader);
  return reader;
}

function newReader(options: WordingOptions): Reader {
  const profile = profileOf(options);
  const groups = [...WORDING.groups, ...extraGroups(options.settings?.entries ?? [], WORDING)];
  const allowed = (options.settings?.allow_terms ?? []).map(({ text }) => text);
  const uses = (entry: WordingEntry) => entry.profiles?.includes(profile) ?? true;
  const byCategory = new Map(WORDING.groups.map((group) => [group.category, group] as const));
  return {
    matcher: new Matcher(groups, WORDING.classes, allowed, uses),
    groups: byCategory,
    count: byCategory.get('count')?.entries[0],
  };
}

/** Where no article binds, what to do is advice. */
function advised({ zh, en }: Words): Words {
  return say(`建议：${zh}`, `Advice: ${en}`);
}

/** From UTF-16 places to characters; undefined where they are the same. */
function characterPlaces(text: string): ((at: number) => number) | undefined {
  if (!/[\ud800-\udbff]/.test(text)) return undefined;
  const places = new Uint32Array(text.length + 1);
  let characters = 0;
  for (let i = 0; i < text.length; i++) {
    places[i] = characters;
    const pair = text.codePointAt(i) ?? 0;
    if (pair > 0xffff) places[++i] = characters;
    characters += 1;
  }
  places[text.length] = characters;
  return (at) => places[at] ?? characters;
}

function toFinding(
  match: Match,
  text: string,
  places: ((at: number) => number) | undefined,
  field: WordingField,
  options: WordingOptions,
  reader: Reader,
): WordingFinding {
  const { entry, start, end, severity, list } = match;
  const { category } = entry;
  const citation = citationOf(WORDING, options, category, field);
  const rewrite = list && closeList(text, list);
  const told = {
    entry,
    rewrite: rewrite?.text,
    group: reader.groups.get(category),
    field,
    text,
    start,
    end,
    list,
  };
  return {
    rule: `wording-${category}`,
    entry: entry.id,
    category,
    severity,
    start: places?.(start) ?? start,
    end: places?.(end) ?? end,
    text: text.slice(start, end),
    message: messageOf(told),
    hint: citation === undefined ? advised(hintOf(told)) : hintOf(told),
    rewrite: rewrite && {
      start: places?.(rewrite.start) ?? rewrite.start,
      end: places?.(rewrite.end) ?? rewrite.end,
      text: rewrite.text,
    },
    citation,
  };
}
