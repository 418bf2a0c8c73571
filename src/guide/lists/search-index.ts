import { pathWord } from '../../text/path-word.ts';
import { SIMPLIFIED, TRADITIONAL } from '../../text/script.gen.ts';
import { bundleHref } from '../addresses.ts';
import { readingsOf } from './card.ts';
import { departmentOf, type Listing } from './listing.ts';

/** What people say, and the words in names that they mean. */
export interface Synonym {
  readonly say: readonly string[];
  /** Parts of names. */
  readonly means: readonly string[];
}

/** The data of the search in the page: one short text for each of its tables. */
export interface SearchIndex {
  /** Names, one a line, front-coded: see `frontCoded`. */
  readonly titles: string;
  /** Addresses, one a line, front-coded: `department/item`, or from the root with a slash. */
  readonly paths: string;
  /** Names of departments with how many lines they stand for: `12 县水利局`. */
  readonly departments: string;
  /** Aliases: words, a tab, numbers of lines; one a line. */
  readonly aliases: string;
  /** Synonyms that some name needs: words, a tab, the parts of names that they mean. */
  readonly synonyms: string;
  /** Syllables, each followed by its characters: `shi市事 pin品`. */
  readonly pinyin: string;
  /** Traditional and Simplified characters in turn: `許许證证`. */
  readonly script: string;
}

interface Target {
  readonly title: string;
  readonly path: string;
  readonly department: string;
  readonly aliases: readonly string[];
  /** The reading of each character of the title, worked out anew each time. */
  reading(): readonly string[];
}

/** Builds the index of all items and bundles that lists show; `shown` gives names their script. */
export function searchIndex(
  listing: Listing,
  synonyms: readonly Synonym[],
  shown: (text: string) => string = (text) => text,
): SearchIndex {
  const targets = targetsOf(listing);
  const aliases = aliasTable(targets);
  const needed = neededSynonyms(targets, synonyms);
  const rest = [...aliases.keys(), ...needed.flatMap(({ say }) => say)];
  return {
    titles: frontCoded(targets.map(({ title }) => shown(title.replace(/\s+/g, ' ')))),
    paths: frontCoded(targets.map(({ path }) => path)),
    departments: shown(departmentRuns(targets)),
    aliases: [...aliases].map(([say, at]) => `${say}\t${at.join(' ')}`).join('\n'),
    synonyms: needed.map(({ say, means }) => `${say.join(' ')}\t${means.join(' ')}`).join('\n'),
    pinyin: pinyinTable(readWords(targets, rest, listing)),
    script: scriptTable(targets, rest),
  };
}

function targetsOf(listing: Listing): Target[] {
  const { catalog, cards, pinyin } = listing;
  const bundles = [...catalog.bundles.values()].map(({ value }) => ({
    title: value.name,
    path: `/${bundleHref(value.id)}`,
    department: catalog.departments.get(value.lead)?.value.name ?? value.lead,
    aliases: value.aliases ?? [],
    reading: () => pinyin(value.name),
  }));
  const rest = cards.map((card) => ({
    title: card.name,
    path: `${pathWord(card.department)}/${pathWord(card.id)}`,
    department: departmentOf(card, listing),
    aliases: card.aliases ?? [],
    reading: () => readingsOf(card),
  }));
  return [...bundles, ...rest];
}

/**
 * Lines of which each begins with how much it shares with the one before (a digit in base 36):
 * neighbours in a catalogue are alike, and so half of the bytes need not be sent.
 */
function frontCoded(lines: readonly string[]): string {
  let before = '';
  const coded = lines.map((line) => {
    let shared = 0;
    while (shared < 35 && shared < line.length && line[shared] === before[shared]) shared += 1;
    before = line;
    return shared.toString(36) + line.slice(shared);
  });
  return coded.join('\n');
}

function departmentRuns(targets: readonly Target[]): string {
  const runs: { name: string; count: number }[] = [];
  for (const { department } of targets) {
    const last = runs[runs.length - 1];
    if (last?.name === department) last.count += 1;
    else runs.push({ name: department, count: 1 });
  }
  return runs.map(({ name, count }) => `${count} ${name}`).join('\n');
}

/** Own aliases of the items, each with the lines that it stands for. */
function aliasTable(targets: readonly Target[]): Map<string, number[]> {
  const table = new Map<string, number[]>();
  targets.forEach(({ aliases }, at) => {
    for (const alias of aliases) {
      const say = alias.replace(/\s+/g, ' ');
      table.set(say, [...(table.get(say) ?? []), at]);
    }
  });
  return table;
}

/** The synonyms of which a meaning stands in a name, with those meanings. */
function neededSynonyms(targets: readonly Target[], synonyms: readonly Synonym[]): Synonym[] {
  // In one text, no part runs over the end of a name.
  const titles = targets.map(({ title }) => title).join('\n');
  return synonyms.flatMap(({ say, means }) => {
    const met = means.filter((part) => titles.includes(part));
    return met.length === 0 ? [] : [{ say, means: met }];
  });
}

type Read = readonly [word: string, reading: readonly string[]];

/** All words with their readings, of which only one at a time is held. */
function* readWords(
  targets: readonly Target[],
  rest: readonly string[],
  { pinyin }: Listing,
): Iterable<Read> {
  for (const { title, reading } of targets) yield [title, reading()];
  for (const word of rest) yield [word, pinyin(word)];
}

/** Every reading that a character has somewhere in the words. */
function pinyinTable(words: Iterable<Read>): string {
  const syllables = new Map<string, Set<string>>();
  for (const [word, read] of words) {
    [...word].forEach((character, at) => {
      const syllable = read[at] ?? '';
      if (!/^\p{Script=Han}$/u.test(character) || !/^[a-z]+$/.test(syllable)) return;
      syllables.set(syllable, (syllables.get(syllable) ?? new Set()).add(character));
    });
  }
  const sorted = [...syllables].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([syllable, characters]) => syllable + [...characters].join('')).join('');
}

/** The Traditional forms of the characters that the words have. */
function scriptTable(targets: readonly Target[], rest: readonly string[]): string {
  const used = new Set(rest.join(''));
  for (const { title } of targets) for (const character of title) used.add(character);
  const traditional = [...TRADITIONAL];
  return [...SIMPLIFIED]
    .map((simplified, at) => {
      const form = traditional[at] ?? '';
      return used.has(simplified) || used.has(form) ? form + simplified : '';
    })
    .join('');
}
