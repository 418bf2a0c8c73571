import type { ItemFacts } from '../../model/facts.ts';
import { idOfPath } from '../../model/kinds.ts';
import { say } from '../../model/words.ts';
import { sharedShare } from '../../text/shingles.ts';
import {
  foreignNames,
  NOBODY,
  type Owner,
  type Owners,
  ownersOf,
  type Writer,
} from '../pasted-names.ts';
import { proseOf } from '../prose.ts';
import type { Report, Rule } from '../rule.ts';

/** Below this a text shares no run of characters with any other. */
const LEAST = 6;
/** Shorter texts are names and words, which nobody pastes. */
const LEAST_PASTED = 15;

/** A text that names another item and stands almost word for word in that one was pasted. */
export const pastedText: Rule = {
  id: 'pasted-text',
  severity: 'warning',
  title: say('从别的事项粘贴来的文字', 'text pasted from another item'),
  why: say(
    '照着另一个事项复制，事项名称没有改，群众会以为找错了指南。',
    'Copied with the other item’s name left in, it reads as the wrong guide.',
  ),
  bad: `notes: 办理年度用水计划查询，先出示营业执照，查询结果当面交付，不能由他人代领。
related: null
files:
  items/water/water-use-plan.yaml: { notes: 办理年度用水计划查询，先出示营业执照，查询结果当面交付，不能由他人代领。 }`,
  good: `notes: 取水口要安装计量设施，并按月抄录读数。
related: null
files:
  items/water/water-use-plan.yaml: { notes: 办理年度用水计划查询，先出示营业执照，查询结果当面交付，不能由他人代领。 }`,
  *facts({ value }) {
    yield* [value.name, value.result?.name ?? '', (value.related ?? []).join(' ')];
    for (const place of proseOf(value)) {
      if (place.text.length >= LEAST) yield* [place.pointer, place.text];
    }
  },
  *catalog(_, facts) {
    const writers = Array.from(facts, writerOf);
    const namesIn = namesOf(ownersOf(writers));
    for (const writer of writers) yield* pastedInto(writer, namesIn);
  },
};

function writerOf(facts: ItemFacts): Writer {
  const { path } = facts;
  return { path, name: facts.at(0), result: facts.at(1), related: facts.at(2), facts };
}

/** Where a writer's texts begin among the facts: pointer and text by turns. */
const TEXTS = 3;

function* pastedInto(writer: Writer, namesIn: NamesIn): Iterable<Report> {
  const { facts } = writer;
  for (let at = TEXTS; at < facts.count; at += 2) {
    const named = namesIn(facts, at + 1);
    if (named.length === 0) continue;
    const text = facts.at(at + 1);
    const owner = ownerOf(text, writer, named);
    if (owner === undefined || isRelated(writer, owner) || !isFrom(text, owner)) continue;
    const { name, path } = owner.writer;
    const start = text.indexOf(owner.name);
    yield {
      path: writer.path,
      pointer: facts.at(at),
      range: [start, start + owner.name.length],
      message: say(
        `这段文字与“${name}”（${path}）里的几乎一样，还留着它的名称`,
        `this stands almost word for word in ${path}, and still names that item`,
      ),
      hint: say('照这个事项的实际情况重写', 'write it anew for this item'),
    };
  }
}

/** Whether a text stands almost word for word among the owner's. */
function isFrom(text: string, { writer: { facts } }: Owner): boolean {
  for (let at = TEXTS; at < facts.count; at += 2) {
    if (sharedShare(text, facts.at(at + 1)) >= 0.6) return true;
  }
  return false;
}

function ownerOf(text: string, writer: Writer, named: readonly Owner[]): Owner | undefined {
  if (text.includes(writer.name)) return undefined;
  const own = `${writer.name} ${writer.result}`;
  return named.find((owner) => {
    if (owner.writer === writer || own.includes(owner.name)) return false;
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
    const named = text.length < LEAST_PASTED ? NOBODY : foreignNames(text, owners);
    known[number] = named;
    return named;
  };
}

function isRelated({ related }: Writer, { writer }: Owner): boolean {
  return related.split(' ').includes(idOfPath(writer.path));
}
