import type { FileChanges, Version } from '../diff/catalog-changes.ts';
import { isPublished } from '../diff/field-changes.ts';
import { valueAt } from '../model/texts.ts';
import { say } from '../model/words.ts';
import type { Refused } from './refused.ts';

/** A guide that says something else under the version and the date it had. */
export function* versionsNotRaised(change: FileChanges): Iterable<Refused> {
  const { before, after, of, fields, path } = change;
  if (before === undefined || after === undefined || !fields.some(isPublished)) return;
  if (of !== 'item' && of !== 'bundle') return;
  if (isRaised(before, after, '/version') || isRaised(before, after, '/effective')) return;
  const at = ['/version', '/effective'].find((each) => textAt(after, each) !== '');
  yield {
    rule: 'version-not-raised',
    path,
    pointer: at ?? '',
    message:
      at === undefined
        ? say('内容变了，没有写版本和实施日期', 'changed, without a version or a date of effect')
        : say(
            `内容变了，${at === '/version' ? '事项版本' : '实施日期'}还是“${textAt(after, at)}”`,
            `changed, but ${at.slice(1)} is still “${textAt(after, at)}”`,
          ),
    hint: say(
      '事项版本加一，或者把实施日期改为这次变更起施行的日期',
      'raise the version, or set the date from which the change holds',
    ),
  };
}

/** Whether a number or a date is above what it was; from none to one is. */
function isRaised(before: Version, after: Version, pointer: string): boolean {
  const [old, now] = [textAt(before, pointer), textAt(after, pointer)];
  if (now === '' || old === now) return false;
  return old === '' || old.localeCompare(now, 'en', { numeric: true }) < 0;
}

function textAt({ value }: Version, pointer: string): string {
  const found = valueAt(value, pointer);
  return found === undefined ? '' : String(found);
}
