import type { Severity } from '../../model/finding.ts';
import type { Passing } from '../../model/rule-doc.ts';
import { TEXT_KINDS, type TextKind } from '../../model/text-kinds.ts';
import type { Words } from '../../model/words.ts';

/** The kinds of vague wording; `count` is a list that says another number than it has. */
export const WORDING_CATEGORIES = [
  'catchall',
  'open',
  'undefined',
  'discretion',
  'time',
  'quantity',
  'place',
  'deferral',
  'fee',
  'hole',
  'former',
  'slip',
  'soft',
  'count',
] as const;

/** One kind of vague wording; its rule is `wording-<category>`. */
export type WordingCategory = (typeof WORDING_CATEGORIES)[number];

/** The kinds of text a sentence can stand in; `quote` and `code` are never judged. */
export const WORDING_FIELDS = TEXT_KINDS;

/** Where a text stands: decides which entries apply and how grave they are. */
export type WordingField = TextKind;

/** `strict`: no 等 or 其他 anywhere; `regional`: the articles; `advice`: nothing stops a build. */
export const WORDING_PROFILES = ['strict', 'regional', 'advice'] as const;

/** How strictly a catalogue is read. */
export type WordingProfile = (typeof WORDING_PROFILES)[number];

/** Whose ban is cited. */
export const JURISDICTIONS = [
  'national',
  'beijing',
  'shanghai',
  'guangdong',
  'henan',
  'anyang',
] as const;

/** Whose ban is cited; `national` where no regional regulation applies. */
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** One vague expression with everything that is said about it. */
export interface WordingEntry {
  readonly id: string;
  readonly category: WordingCategory;
  /** Patterns in the notation of pattern.ts. */
  readonly words: readonly string[];
  /** What begins inside a match of these is no hit of this entry. */
  readonly guards?: readonly string[];
  /** The only fields it is looked for in; absent: every field. */
  readonly fields?: readonly WordingField[];
  /** Overrides the level that the profile gives to the category, downwards or upwards. */
  readonly severity?: Severity;
  /** The only profiles it is looked for in; absent: all. */
  readonly profiles?: readonly WordingProfile[];
  /** What reads the sentence around a hit and decides; see shapes/. */
  readonly shape?: 'other' | 'number' | 'range' | 'threshold' | 'fee' | 'limit';
  /** Whether the hit is the end of a list (等), whose heads are read and counted. */
  readonly list?: boolean;
  readonly why: Words;
  /** What to write instead; `{text}`, `{count}`, `{stated}`, `{rewrite}` are filled in. */
  readonly fix: Words;
  /** What to write instead where the heads of the list cannot be counted. */
  readonly uncounted?: Words;
  /** Where the field asks for another remedy than `fix`. */
  readonly fixes?: Readonly<Partial<Record<WordingField, Words>>>;
  readonly bad: string;
  readonly good: string;
}

/** A kind with what all its entries share. */
export interface WordingGroup {
  readonly category: WordingCategory;
  readonly title: Words;
  readonly why: Words;
  /** What begins inside a match of these is no hit of any entry of the kind. */
  readonly guards: readonly string[];
  readonly entries: readonly WordingEntry[];
  /** What the kind lets pass, for those who have to answer for it. */
  readonly passes?: readonly Passing[];
}

/** What a regulation says about some kinds in some fields. */
export interface WordingArticle {
  readonly law: string;
  readonly article: string;
  /** The sentence relied on, word for word, at most 200 characters. */
  readonly words: string;
  /** It forbids such words, or asks to be concrete. */
  readonly force: 'ban' | 'duty';
  /** Where the same regulation says who answers for it: no ban of its own. */
  readonly liability?: { readonly article: string; readonly words: string };
  /** The only types of items it speaks of; absent: all. */
  readonly types?: readonly string[];
  readonly fields: readonly WordingField[];
  readonly categories: readonly WordingCategory[];
}

/** All wording data, as written in data/*.yaml. */
export interface WordingData {
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly groups: readonly WordingGroup[];
  readonly levels: Readonly<
    Record<WordingProfile, Readonly<Record<string, Readonly<Record<string, Severity>>>>>
  >;
  readonly jurisdictions: Readonly<Record<Jurisdiction, readonly WordingArticle[]>>;
}
