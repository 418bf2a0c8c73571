import type { FileChanges, Version } from '../diff/catalog-changes.ts';
import { ALIKE, likeness } from '../diff/likeness.ts';
import { saidBy } from '../diff/plain.ts';
import { valueAt } from '../model/texts.ts';
import { say } from '../model/words.ts';
import type { Refused } from './refused.ts';

/** An id of which both the name and what it says are another's. */
export function* reusedIds({ before, after, of }: FileChanges): Iterable<Refused> {
  if (before === undefined || after === undefined || of !== 'item') return;
  if (before.id !== after.id || !isOther(before, after)) return;
  const [old, now] = [textAt(before, '/name'), textAt(after, '/name')];
  yield {
    rule: 'reused-id',
    path: after.path,
    pointer: '/id',
    message: say(
      `标识“${after.id}”原来是“${old}”，现在成了“${now}”`,
      `id “${after.id}” was “${old}” and is now “${now}”`,
    ),
    hint: say(
      '新的事项用新的标识和新的文件；原来的事项写 state: 取消 和取消日期',
      'give the new service an id and a file of its own; mark the old one 取消',
    ),
  };
}

/** So little of what an item says stays when it is another one. */
const OTHER = 0.5;

function isOther(before: Version, after: Version): boolean {
  if (likeness(textAt(before, '/name'), textAt(after, '/name')) >= ALIKE) return false;
  const [old, now] = [basicCode(before), basicCode(after)];
  if (old !== '' && now !== '') return old !== now;
  return likeness(saidBy(before.value), saidBy(after.value)) < OTHER;
}

/** 基本编码, also as the end of 实施编码; blank where there is none. */
function basicCode(version: Version): string {
  return textAt(version, '/codes/basic') || textAt(version, '/codes/implementation').slice(-12);
}

function textAt({ value }: Version, pointer: string): string {
  const found = valueAt(value, pointer);
  return typeof found === 'string' ? found : '';
}
