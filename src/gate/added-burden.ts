import type { FileChanges } from '../diff/catalog-changes.ts';
import type { FieldChange } from '../model/change.ts';
import { say, type Words } from '../model/words.ts';
import { answeringFor, basisRank, enoughFor, hasNewNote, newBases } from './burden-basis.ts';
import type { GateContext, Refused } from './refused.ts';

/** Fields that became heavier, without a new basis or a note of the increase on the same entry. */
export function* addedBurdens(change: FileChanges, { catalog }: GateContext): Iterable<Refused> {
  if (change.before === undefined || change.after === undefined) return;
  for (const field of change.fields) {
    if (field.burden !== '增负') continue;
    const entry = answeringFor(change, field);
    if (hasNewNote(change, entry)) continue;
    const enough = enoughFor(change, field, entry);
    const bases = newBases(change, entry);
    const ranks = bases.map((basis) => basisRank(catalog, basis));
    if (ranks.some((rank) => rank !== undefined && enough.includes(rank))) continue;
    const [law] = bases.map((basis) => basis.law);
    const why =
      law === undefined ? say('没有新的依据', 'with no new basis') : lowRank(law, ranks[0], enough);
    yield {
      rule: 'added-burden',
      path: change.path,
      pointer: field.entry === true && field.after === '' ? entry.pointer : field.pointer,
      message: say(
        `增负：${zhOf(field)}（${field.reason.zh}），${why.zh}`,
        `heavier: ${zhOf(field)} (${field.reason.en}), ${why.en}`,
      ),
      hint: hintFor(field, entry.pointer, enough),
      ...citationOf(change, field),
    };
  }
}

function lowRank(law: string, rank: string | undefined, enough: readonly string[]): Words {
  const known = rank ?? '级别不明';
  return say(
    `新写的依据“${law}”${known}，够不上${enough.join('、')}`,
    `the new basis “${law}” (${rank ?? 'rank unknown'}) is none of ${enough.join(', ')}`,
  );
}

/** 申请材料“申请书”的份数由“1”改为“3”. */
function zhOf({ of, label, before, after, entry }: FieldChange): string {
  const name = of === '' ? label : `${of}的${label}`;
  if (entry === true)
    return before === '' ? `增加${name}“${cut(after)}”` : `减少${name}“${cut(before)}”`;
  if (before === '') return `${name}写明“${cut(after)}”`;
  return after === ''
    ? `${name}删去“${cut(before)}”`
    : `${name}由“${cut(before)}”改为“${cut(after)}”`;
}

function cut(text: string): string {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length > 40 ? `${line.slice(0, 40).join('')}……` : line.join('');
}

function hintFor({ before }: FieldChange, pointer: string, enough: readonly string[]): Words {
  const where = pointer === '' ? '这个文件里' : '这一条里';
  const back = before === '' ? '删去' : `改回“${cut(before)}”`;
  return say(
    `在${where}写上要求这样做的依据（${enough.join('、')}，写到条款）；法律或者决定要求增加的，` +
      `写 increase: { decision: 全称和条款, date: 年-月-日 }；都没有的，${back}`,
    'write the basis on this entry, or increase: { decision, date }; else take the change back',
  );
}

/** An article is cited only for what it speaks of: conditions, steps, certificates. */
function citationOf({ of }: FileChanges, { pointer }: FieldChange): { citation?: string } {
  const spoken = of === 'item' && /^\/(?:conditions|prohibitions|steps)\//.test(pointer);
  return spoken ? { citation: '《优化营商环境条例》第三十五条' } : {};
}
