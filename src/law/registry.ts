import { readFileSync } from 'node:fs';
import { bareTitle } from '../text/article.ts';
import type { DurationUnit } from '../text/duration.ts';
import type { LawRank } from '../text/law-rank.ts';
import { LATER, MISSING, REPEALS } from './later.gen.ts';

/** What the registry knows of one law; every date is YYYY-MM-DD. */
export interface RegisteredLaw {
  readonly title: string;
  readonly rank: LawRank;
  /** The province whose law it is; blank for the whole country. */
  readonly place: string;
  /** Blank where the text does not say it, as the document number. */
  readonly issuer: string;
  readonly document: string;
  /** Of its publication and amendments, oldest first, as far as the registry's day. */
  readonly versions: readonly string[];
  /** First day in force; blank where that is not known. */
  readonly effective: string;
  /** Number of the last article of the newest version; 0 where it has none. */
  readonly lastArticle: number;
  /** Whether articles may be missing in the text that was read: none is said not to exist then. */
  readonly incomplete: boolean;
  readonly repealed?: Repealed;
  /** First day of a version that came after the registry was made: articles are not known. */
  readonly later?: string;
  /** Articles that speak of charging, of papers to be handed in, and of validity. */
  readonly fees: readonly number[];
  readonly materials: readonly number[];
  readonly validity: readonly number[];
  readonly limits: readonly RegisteredLimit[];
}

/** By what, where that says so, and from when; `by` is blank where only the collection says it. */
export interface Repealed {
  readonly by: string;
  readonly article: string;
  readonly date: string;
}

/** A limit that binds the authority. */
export interface RegisteredLimit {
  readonly article: number;
  readonly kind: 'limit' | 'extension';
  readonly number: number;
  readonly unit: DurationUnit;
  readonly from: string;
  readonly act: string;
}

/** A law as one line of data/laws/registry.jsonl, the keys left out; see `rowOf`. */
export type RegistryRow = readonly [
  title: string,
  rank: LawRank,
  place: string,
  issuer: string,
  document: string,
  versions: readonly string[],
  effective: string,
  lastArticle: number,
  incomplete: 0 | 1,
  repealed: readonly [by: string, article: string, date: string] | 0,
  fees: readonly number[],
  materials: readonly number[],
  validity: readonly number[],
  limits: readonly LimitRow[],
];

type LimitRow = readonly [
  article: number,
  extension: 0 | 1,
  number: number,
  unit: DurationUnit,
  from: string,
  act: string,
];

/** What the registry holds, and of which day. */
export interface Registry {
  /** The newest text that was read: what came after is not known from it. */
  readonly day: string;
  readonly size: number;
  /** By name, with or without 《》, 中华人民共和国 and the year of a version. */
  find(name: string): RegisteredLaw | undefined;
  /** Every title, without 中华人民共和国. */
  titles(): readonly string[];
  /** The title that an order of the State Council published, by the order's number. */
  decree(number: number): string | undefined;
}

const FILE = new URL('../../data/laws/registry.jsonl', import.meta.url);

let open: Registry | undefined;

/** The registry, read when it is first asked for: 0.8 MB. */
export function registry(): Registry {
  open ??= openRegistry(
    [readFileSync(FILE, 'utf8').trimEnd(), ...MISSING.map(lineOf)].join('\n'),
    LATER,
    REPEALS,
  );
  return open;
}

/** A law of which the collection has no text, as in data/laws/missing.yaml. */
interface MissingLaw extends Pick<RegisteredLaw, 'title' | 'rank' | 'versions' | 'effective'> {
  readonly document?: string;
  readonly last_article?: number;
}

function lineOf({ document = '', last_article: last = 0, ...law }: MissingLaw): string {
  const none = { place: '', issuer: '', fees: [], materials: [], validity: [], limits: [] };
  return JSON.stringify(
    rowOf({ ...none, ...law, document, lastArticle: last, incomplete: last === 0 }),
  );
}

/** A law or a version that was published after the registry's day, as in data/laws/later.yaml. */
export interface LaterLaw {
  readonly title: string;
  readonly rank: LawRank;
  readonly document?: string;
  readonly published: string;
  readonly effective?: string;
  readonly last_article?: number;
  readonly replaces?: readonly string[];
}

/** A repeal that no text of the registry states, as in data/laws/repeals.yaml. */
export interface KnownRepeal extends Repealed {
  readonly title: string;
  readonly rank: LawRank;
}

/** Lines are parsed when their law is asked for. */
export function openRegistry(
  text: string,
  later: readonly LaterLaw[] = [],
  repeals: readonly KnownRepeal[] = [],
): Registry {
  const [head = '{}', ...lines] = text.split('\n');
  const { day } = JSON.parse(head) as { day: string };
  const rows = new Map<string, string>();
  for (const line of lines) {
    const title = /^\["((?:[^"\\]|\\.)*)"/.exec(line)?.[1];
    if (title !== undefined) rows.set(bareTitle(title), line);
  }
  const news = new Map(later.map((law) => [bareTitle(law.title), law]));
  const replaced = new Map(
    later.flatMap((law) => (law.replaces ?? []).map((title) => [bareTitle(title), law] as const)),
  );
  const known = new Map(repeals.map((one) => [bareTitle(one.title), repealedLaw(one)] as const));
  let titles: readonly string[] | undefined;
  const lawOf = (key: string): RegisteredLaw | undefined => {
    const line = rows.get(key);
    const law = line === undefined ? undefined : lawOfRow(JSON.parse(line) as RegistryRow);
    return amended(law, news.get(key), replaced.get(key));
  };
  return {
    day,
    size: rows.size,
    titles: () => {
      titles ??= [...new Set([...rows.keys(), ...news.keys(), ...known.keys()])];
      return titles;
    },
    decree(number) {
      const order = new RegExp(`^\\["([^"]+)".*国务院令(?:〔\\d+〕)?第${number}号"`);
      const found = lines.find((line) => order.test(line));
      return found === undefined ? undefined : order.exec(found)?.[1];
    },
    find(name) {
      const key = bareTitle(name);
      const law = known.get(key) ?? lawOf(key);
      if (law !== undefined) known.set(key, law);
      return law;
    },
  };
}

function repealedLaw({ title, rank, by, article, date }: KnownRepeal): RegisteredLaw {
  const blank = { place: '', issuer: '', document: '', versions: [], effective: '' };
  const none = { fees: [], materials: [], validity: [], limits: [] };
  const repealed = { by, article, date };
  return { title, rank, ...blank, lastArticle: 0, incomplete: true, repealed, ...none };
}

/** What came later laid over what the registry has. */
function amended(
  law: RegisteredLaw | undefined,
  version: LaterLaw | undefined,
  by: LaterLaw | undefined,
): RegisteredLaw | undefined {
  let now = law;
  if (version !== undefined) {
    const { title, rank, document = '', published, effective = published } = version;
    now = {
      ...{ place: '', issuer: law?.issuer ?? '', fees: [], materials: [], validity: [] },
      ...{ title, rank, document: document === '' ? (law?.document ?? '') : document },
      versions: [...(law?.versions ?? []), published],
      effective: law?.effective ?? effective,
      lastArticle: version.last_article ?? 0,
      incomplete: version.last_article === undefined,
      limits: [],
      later: effective,
    };
  }
  if (now === undefined || by === undefined) return now;
  const date = by.effective ?? by.published;
  return { ...now, repealed: { by: by.title, article: '', date } };
}

function lawOfRow(row: RegistryRow): RegisteredLaw {
  const [title, rank, place, issuer, document, versions, effective, lastArticle] = row;
  const [, , , , , , , , incomplete, repealed, fees, materials, validity, limits] = row;
  return {
    ...{ title, rank, place, issuer, document, versions, effective, lastArticle },
    incomplete: incomplete === 1,
    ...(repealed === 0
      ? {}
      : { repealed: { by: repealed[0], article: repealed[1], date: repealed[2] } }),
    ...{ fees, materials, validity },
    limits: limits.map(([article, extension, number, unit, from, act]) => ({
      ...{ article, number, unit, from, act },
      kind: extension === 1 ? 'extension' : 'limit',
    })),
  };
}

/** The other way round. */
export function rowOf(law: RegisteredLaw): RegistryRow {
  const { title, rank, place, issuer, document, versions, effective, lastArticle } = law;
  const { repealed, fees, materials, validity } = law;
  return [
    ...([title, rank, place, issuer, document, versions, effective, lastArticle] as const),
    law.incomplete ? 1 : 0,
    repealed === undefined ? 0 : [repealed.by, repealed.article, repealed.date],
    ...([fees, materials, validity] as const),
    law.limits.map(({ article, kind, number, unit, from, act }) => [
      article,
      kind === 'extension' ? 1 : 0,
      ...([number, unit, from, act] as const),
    ]),
  ];
}
