import type { Item } from '../model/schema.gen.ts';
import type { SectionId } from './sections.ts';

/** A part of a guide: what stands above its sections, or a section by its id. */
export type GuidePart = 'title' | 'summary' | 'highlights' | 'provenance' | SectionId;

/** The parts that show a field, or why no guide shows it. */
export type Placement = readonly [GuidePart, ...GuidePart[]] | string;

/**
 * Where the guide shows each field of an item. A test compares it with guides in which the field
 * is left out; `npm run generate` fails when a text stands nowhere and no reason is given here.
 */
export const PLACED: Readonly<Record<keyof Item, Placement>> = {
  id: ['provenance', 'related'],
  name: ['title', 'summary', 'basics'],
  aliases: 'the search finds an item by it',
  summary: ['summary'],
  type: ['basics'],
  state: ['basics'],
  version: ['provenance'],
  department: ['summary', 'provenance', 'basics'],
  division: ['basics'],
  decider: ['basics'],
  body: ['basics'],
  entrusted_by: ['basics'],
  codes: ['basics'],
  level: ['basics'],
  power: ['basics'],
  division_of_powers: ['scope'],
  exercise: ['scope'],
  audience: ['summary', 'basics'],
  themes: ['basics'],
  case: ['basics'],
  review: ['basics'],
  examination: ['basics'],
  scope: ['scope'],
  quota: ['basics'],
  basis: ['basis', 'quotes'],
  conditions: ['conditions'],
  prohibitions: ['conditions'],
  situations: ['situations', 'conditions', 'materials', 'steps', 'limits'],
  materials: ['highlights', 'materials'],
  materials_note: ['materials'],
  limits: ['summary', 'highlights', 'limits'],
  steps: ['steps'],
  flowchart: ['steps'],
  tacit: ['steps'],
  fees: ['highlights', 'fees'],
  payment: ['fees'],
  result: ['result'],
  documents: ['result'],
  annual: ['result'],
  visits: ['highlights', 'where'],
  visits_reason: ['where'],
  channels: ['summary', 'where', 'contact'],
  hall_entry: ['basics'],
  modes: ['basics'],
  promise: ['promise'],
  reach: ['basics'],
  joint: ['basics'],
  intermediary: ['intermediary'],
  contact: ['contact'],
  rights: ['rights'],
  remedies: ['remedies'],
  progress: ['progress'],
  faq: ['faq'],
  notes: ['notes'],
  related: ['related'],
  owner: 'who answers for the item inside the office',
  approved: 'the changes of the site count from it',
  increase: 'why more is asked for, held against by check --against',
  effective: ['provenance'],
  cancelled: 'the changes of the site tell of it',
  reviewed: ['provenance'],
  reviewer: 'the page of the item says it beside the day of the review',
  allow: 'speaks about other texts',
  imported: 'kept word for word, not published',
};

/** The kinds of files that have a guide each. */
export type GuidedKind = 'item' | 'bundle' | 'hall' | 'department';

/** Texts that no guide of their kind shows, by JSON pointer, and why; for items, inside fields. */
export const LEFT_OUT: Readonly<Record<GuidedKind, Readonly<Record<string, string>>>> = {
  item: {
    '/fees': 'fixed words, 不收费 or 收费，标准待整理, which the guide says itself',
    '/materials/0/certificate': 'a code for the exchange of electronic certificates',
    '/result/certificate': 'a code by which other items know the result',
    '/materials/0/outcome': 'a conclusion for inspectors of proofs',
  },
  bundle: {
    '/aliases': 'other names by which the bundle is asked for; its page has the full one',
    '/passes':
      'what chains are computed from; the guide names each paper as the member asks for it',
    '/domain': 'a class by which offices file bundles, not applicants',
  },
  hall: {},
  department: {
    '/short': 'an abbreviation for the office; the page has the full name',
    '/shares': 'what rules compare with the materials of other departments',
    '/representative': 'who answers for the department inside the office',
  },
};
