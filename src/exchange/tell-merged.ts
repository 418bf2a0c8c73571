import { labelAt } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import type { Difference } from './decide.ts';
import type { ChangedRecord, MergedBook, MergeOptions } from './merge-book.ts';

/** So many changes are told one by one. */
const MOST_TOLD = 40;

/** What a file is compared with: the catalogue as exported, or what the source said last time. */
export type Since = 'export' | 'import';

const REASONS: Record<Since, { readonly changed: string; readonly unknown: string }> = {
  export: { changed: '导出以后两边都改过', unknown: '表里没有校验码，不知道原来是什么' },
  import: { changed: '上次导入以后两边都改过', unknown: '没有记下来源上次是什么' },
};

/** What the command says when a file that was exported has been brought back. */
export function tellMerged(
  merged: MergedBook,
  { force, retire }: MergeOptions,
  since: Since,
): Words {
  const { changed, added, gone, remarks } = merged;
  const edits = changed.flatMap((one) => editLines(one));
  const open = changed.flatMap((one) =>
    one.differences.map((each) => differenceLine(one, each, force, since)),
  );
  const unread = changed.flatMap(({ entry, unread: cells }) =>
    cells.map(({ column, why }) => `${entry.path}：${column.head}没有改：${why}`),
  );
  const ofNew = added.flatMap(({ path, unread: cells }) =>
    cells.map(({ column, why }) => `${path}：${column.head}没有填：${why}`),
  );
  const files = changed.filter((one) => one.edits.length > one.refused.length).length;
  const details = [
    ...few(edits),
    ...few(added.map(({ path }) => `新增 ${path}`)),
    ...open,
    ...unread,
    ...ofNew,
    ...changed.flatMap(refusedLines),
    ...gone.map(
      ({ path }) => `${path}：表里没有了${retire ? '，已改为取消' : '；加 --retire 改为取消'}`,
    ),
    ...remarks,
  ];
  const zh =
    `${since === 'import' ? '已导入：' : ''}改了 ${edits.length} 处（${files} 个文件），新增 ${added.length} 个文件，` +
    `冲突 ${open.length} 处，没有读懂 ${unread.length + ofNew.length} 格`;
  const en =
    `${edits.length} values changed in ${files} files, ${added.length} files added, ` +
    `${open.length} conflicts, ${unread.length + ofNew.length} cells not understood`;
  const lines = details.map(visible).join('\n');
  return lines === '' ? say(zh, en) : say(`${lines}\n${zh}`, `${lines}\n${en}`);
}

function refusedLines({ entry, refused }: ChangedRecord): string[] {
  return refused.map(({ pointer }) => `${entry.path}：不能在原处改 ${pointer}，请在文件里改`);
}

function editLines({ kind, entry, edits, refused }: ChangedRecord): string[] {
  return edits
    .filter((edit) => !refused.includes(edit))
    .map((edit) => {
      const label = labelAt(kind, edit.pointer);
      const what =
        edit.op === 'delete' ? '删去' : edit.op === 'insert' ? '增加一条' : short(edit.value);
      return `${entry.path}：${label} → ${what}`;
    });
}

function differenceLine(
  { entry }: ChangedRecord,
  { column, ours, theirs, why }: Difference,
  force: boolean,
  since: Since,
): string {
  const both = `目录里是“${short(ours)}”，表里是“${short(theirs)}”`;
  const { changed, unknown } = REASONS[since];
  const reason = why === 'conflict' ? changed : unknown;
  const end = force ? '已用表里的覆盖' : '没有改';
  return `${entry.path}：${column.head}冲突：${both}；${reason}，${end}`;
}

function few(lines: readonly string[]): string[] {
  if (lines.length <= MOST_TOLD) return [...lines];
  return [...lines.slice(0, MOST_TOLD), `另有 ${lines.length - MOST_TOLD} 处`];
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
