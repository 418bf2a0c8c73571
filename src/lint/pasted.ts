import type { AllFacts, ItemFacts } from '../model/facts.ts';
import { idOfPath } from '../model/kinds.ts';
import { sharedShare } from '../text/shingles.ts';
import {
  foreignNames,
  NOBODY,
  type Owner,
  type Owners,
  ownersOf,
  startsIn,
  type Writer,
} from './pasted-names.ts';

/**
 * A text that names another item, in short and as plain JSON, for keeping: the place of the item
 * that has it and that of the text among its facts, the place of the item that is named and that
 * of the name, and whether the text stands almost word for word in that one.
 */
export type Naming = readonly [
  writer: number,
  text: number,
  owner: number,
  name: number,
  pasted: boolean,
];

/** Where things stand among the facts of an item: a pointer before each text, to the end. */
const NAME = 0;
const RESULT = 1;
const RELATED = 2;
const TEXTS = 3;

/** Shorter texts are names and words, which nobody pastes. */
const LEAST = 15;

/** All texts that name an item which is not theirs. */
export function namingsIn(facts: AllFacts): Naming[] {
  const writers = [...writersOf(facts)];
  const namesIn = namesOf(ownersOf(writers));
  return writers.flatMap((writer) => [...namingsOf(writer, namesIn)]);
}

/**
 * The same, by what was said when some items, given by place, had noted other texts: only theirs
 * are read. Undefined when an item was called otherwise, so that all texts have to be.
 */
export function namingsAfter(
  facts: AllFacts,
  before: readonly Naming[],
  noted: ReadonlyMap<number, readonly string[]>,
): Naming[] | undefined {
  const changed = Array.from(noted.keys(), (at) => writerAt(facts, at));
  if (!changed.every((writer) => isCalled(writer, noted.get(writer.at)))) return undefined;
  const texts = changed.flatMap((writer) => writer.facts.facts.slice(TEXTS));
  const namesIn = namesOf(ownersOf(writersOf(facts), startsIn(texts)));
  const others = before.filter(([writer]) => !noted.has(writer));
  const again = others.map((naming): Naming => {
    const [writer, text, owner, name] = naming;
    if (!noted.has(owner)) return naming;
    const said = facts.at(writer)?.at(text) ?? '';
    return [writer, text, owner, name, isFrom(said, writerAt(facts, owner))];
  });
  return [...again, ...changed.flatMap((writer) => [...namingsOf(writer, namesIn)])];
}

function* writersOf(facts: AllFacts): Iterable<Writer> {
  for (let at = 0; at < facts.length; at += 1) yield writerAt(facts, at);
}

function writerAt(all: AllFacts, at: number): Writer {
  const facts = all.at(at);
  if (facts === undefined) throw new Error(`there is no item at ${at}`);
  const { path } = facts;
  return { at, path, name: facts.at(NAME), result: facts.at(RESULT), facts };
}

function isCalled({ facts }: Writer, noted: readonly string[] = []): boolean {
  return [NAME, RESULT, RELATED].every((place) => facts.at(place) === noted[place]);
}

function* namingsOf(writer: Writer, namesIn: NamesIn): Iterable<Naming> {
  const { facts } = writer;
  for (let at = TEXTS + 1; at < facts.count; at += 2) {
    const named = namesIn(facts, at);
    if (named.length === 0) continue;
    const text = facts.at(at);
    const owner = ownerOf(text, writer, named);
    if (owner === undefined || isRelated(writer, owner)) continue;
    const name = owner.name === owner.writer.name ? NAME : RESULT;
    yield [writer.at, at, owner.writer.at, name, isFrom(text, owner.writer)];
  }
}

/** Whether a text stands almost word for word among those of another item. */
function isFrom(text: string, { facts }: Writer): boolean {
  for (let at = TEXTS + 1; at < facts.count; at += 2) {
    if (sharedShare(text, facts.at(at)) >= 0.6) return true;
  }
  return false;
}

function ownerOf(text: string, writer: Writer, named: readonly Owner[]): Owner | undefined {
  if (text.includes(writer.name)) return undefined;
  const own = `${writer.name} ${writer.result}`;
  return named.find((owner) => {
    if (owner.writer.at === writer.at || own.includes(owner.name)) return false;
    return !owner.writer.name.includes(writer.name);
  });
}

/** The names in a text that is long enough, which is one of an item's facts, with their owners. */
type NamesIn = (facts: ItemFacts, place: number) => readonly Owner[];

/** Many items have texts in common, which are read once. */
function namesOf(owners: Owners): NamesIn {
  const known: (readonly Owner[] | undefined)[] = [];
  return (facts, place) => {
    const number = facts.numberAt(place);
    const before = known[number];
    if (before !== undefined) return before;
    const text = facts.at(place);
    const named = text.length < LEAST ? NOBODY : foreignNames(text, owners);
    known[number] = named;
    return named;
  };
}

function isRelated({ facts }: Writer, { writer }: Owner): boolean {
  return facts.at(RELATED).split(' ').includes(idOfPath(writer.path));
}
