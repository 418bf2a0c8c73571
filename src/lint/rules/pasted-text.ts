import type { AllFacts } from '../../model/facts.ts';
import { say } from '../../model/words.ts';
import { type Naming, namingsAfter, namingsIn } from '../pasted.ts';
import { proseOf } from '../prose.ts';
import type { Report, Rule } from '../rule.ts';

/** Below this a text shares no run of characters with any other. */
const LEAST = 6;

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
  *catalog(_, facts, { before, keep } = {}) {
    // It is this rule that kept it.
    const after = before && namingsAfter(facts, before.kept as readonly Naming[], before.noted);
    const namings = after ?? namingsIn(facts);
    keep?.(namings);
    for (const naming of namings) yield* reportOf(naming, facts);
  },
};

function* reportOf([at, text, owner, name, pasted]: Naming, facts: AllFacts): Iterable<Report> {
  const writer = facts.at(at);
  const other = facts.at(owner);
  if (!pasted || writer === undefined || other === undefined) return;
  const called = other.at(name);
  const start = writer.at(text).indexOf(called);
  yield {
    path: writer.path,
    pointer: writer.at(text - 1),
    range: [start, start + called.length],
    message: say(
      `这段文字与“${other.at(0)}”（${other.path}）里的几乎一样，还留着它的名称`,
      `this stands almost word for word in ${other.path}, and still names that item`,
    ),
    hint: say('照这个事项的实际情况重写', 'write it anew for this item'),
  };
}
