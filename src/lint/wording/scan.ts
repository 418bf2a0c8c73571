import type { Severity } from '../../model/finding.ts';
import type { Words } from '../../model/words.ts';
import { foldScript } from '../../text/script.ts';
import { citationOf } from './citation.ts';
import { agrees, type Enumeration, readEnumeration } from './enumeration.ts';
import { extraGroups } from './extra.ts';
import { isJudged, levelOf, profileOf, rankOf } from './levels.ts';
import { type Hit, Matcher } from './matcher.ts';
import type { WordingOptions } from './settings.ts';
import { hintOf, messageOf } from './tell.ts';
import type {
  WordingCategory,
  WordingEntry,
  WordingField,
  WordingGroup,
  WordingProfile,
} from './terms.ts';
import { isInDocumentName, isQuotedAlone, titleRanges } from './titles.ts';
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
  readonly citation: string | undefined;
}

/** A hit with its final place, level and, for the end of a list, the list. */
interface Match extends Hit {
  readonly severity: Severity;
  readonly list: Enumeration | undefined;
}

interface Reader {
  readonly matcher: Matcher;
  readonly groups: ReadonlyMap<WordingCategory, WordingGroup>;
  readonly count: WordingEntry | undefined;
}

const NO_SETTINGS = {};
/** The kinds whose words stand in names of documents: 关于…等事项的批复, 关于有关问题的通知. */
const NAMED: ReadonlySet<WordingCategory> = new Set(['open', 'undefined']);
type Readers = { [P in WordingProfile]?: Reader };
const readers = new WeakMap<object, Readers>();
/** Readers by what they are made of: settings that were read again say mostly the same. */
const sameReaders = new Map<string, Reader>();
/** How many of those are held; each takes about 0.2 MB. */
const SAME_READERS = 32;

/** The vague wording of one text, by place. Pure; the time grows with the text's length only. */
export function scanWording(
  text: string,
  field: WordingField,
  options: WordingOptions = NO_SETTINGS,
): WordingFinding[] {
  if (!isJudged(field)) return [];
  const reader = readerOf(options);
  if (!reader.matcher.mayHit(text)) return [];
  const folded = foldScript(text);
  const hits = reader.matcher.hits(folded).filter(({ entry }) => isFor(entry, field));
  if (hits.length === 0) return [];
  const matches = judge(hits, folded, field, options, reader);
  const places = characterPlaces(text);
  return outermost(matches).map((match) => toFinding(match, text, places, field, options, reader));
}

function isFor({ fields }: WordingEntry, field: WordingField): boolean {
  return fields === undefined || fields.includes(field);
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

function judge(
  hits: readonly Hit[],
  folded: string,
  field: WordingField,
  options: WordingOptions,
  reader: Reader,
): Match[] {
  const titles = titleRanges(folded);
  const matches: Match[] = [];
  let listed = 0;
  for (const hit of hits) {
    if (hit.entry.list && hit.start < listed) continue;
    if (titles.covers(hit.start) || isQuotedAlone(folded, hit.start, hit.end)) continue;
    if (NAMED.has(hit.entry.category) && isInDocumentName(folded, hit.start)) continue;
    const list = hit.entry.list ? readEnumeration(folded, hit.start) : undefined;
    listed = list?.end ?? listed;
    const entry = list?.stated !== undefined ? reader.count : hit.entry;
    if (!entry || (list && (list.last >= hit.start || agrees(list)))) continue;
    const severity = levelOf(WORDING, entry, field, options);
    if (!severity) continue;
    const start = list ? (list.stated === undefined ? list.last : list.start) : hit.start;
    matches.push({ entry, start, end: Math.max(hit.end, list?.end ?? 0), severity, list });
  }
  return matches;
}

/** Leaves out what lies inside another match that is at least as grave. */
function outermost(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  const sorted = [...matches].sort(
    (a, b) => a.start - b.start || b.end - a.end || rankOf(b.severity) - rankOf(a.severity),
  );
  const kept: Match[] = [];
  let open: Match[] = [];
  for (const match of sorted) {
    open = open.filter((other) => other.end > match.start);
    const inside = open.some(
      (other) => other.end >= match.end && rankOf(other.severity) >= rankOf(match.severity),
    );
    if (inside) continue;
    kept.push(match);
    open.push(match);
  }
  return kept;
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
  const told = { entry, group: reader.groups.get(category), field, text, start, end, list };
  return {
    rule: `wording-${category}`,
    entry: entry.id,
    category,
    severity,
    start: places?.(start) ?? start,
    end: places?.(end) ?? end,
    text: text.slice(start, end),
    message: messageOf(told),
    hint: hintOf(told),
    citation: citationOf(WORDING, options.jurisdiction ?? 'national', category, field),
  };
}
