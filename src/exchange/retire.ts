import { type Edit, editYaml } from '../edit/edit.ts';
import { decodeText } from '../load/decode.ts';
import type { Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';

/** Sets the state of items to 取消, in texts that were changed already or as the files have them. */
export function retire(
  gone: readonly Entry<unknown>[],
  texts: Map<string, string>,
  files: Files,
  remarks: string[],
): void {
  for (const { path } of gone) {
    const decoded = decodeText(files.read(path));
    const before = texts.get(path) ?? ('text' in decoded ? decoded.text : undefined);
    if (before === undefined) continue;
    const edit: Edit = { op: 'set', pointer: '/state', value: '取消' };
    const { text, refused } = editYaml(before, 'item', [edit]);
    if (refused.length > 0) remarks.push(`${path}：不能改为取消`);
    else texts.set(path, text);
  }
}
