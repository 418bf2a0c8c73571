import { parse } from 'yaml';
import { missing } from '../load/missing.ts';
import { idOfPath, KIND_NAMES, type Kind, kindOfPath } from '../model/kinds.ts';
import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { catalogueFor } from './catalogue-for.ts';
import { type Session, UsageError } from './command.ts';
import { draftText, likeText } from './new-text.ts';
import type { Located } from './open.ts';
import { unknownValue } from './option-values.ts';
import { writeNew } from './write-new.ts';

/** What is asked for. */
export interface NewFile {
  readonly kind: string;
  readonly id: string;
  readonly type?: string;
  readonly department?: string;
  readonly like?: string;
  readonly catalog?: string;
}

/** Writes a file with blanks. Throws UsageError for what cannot be, or is there already. */
export function newFile(asked: NewFile, session: Session): { path: string; blanks: number } {
  const located = catalogueFor(asked.catalog, session);
  const kind = kindNamed(asked.kind);
  if (kind !== 'item' && (asked.type ?? asked.like ?? asked.department) !== undefined) {
    const zh = '--type、--like、--department 只用于 mingbai new item';
    throw new UsageError(say(zh, '--type, --like and --department go with mingbai new item'));
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(asked.id)) throw unfitId(asked.id);
  refuseKnown(kind, asked.id, located);
  const like = asked.like === undefined ? undefined : itemNamed(asked.like, located);
  const path = pathOf(kind, asked, like, located);
  const department = path.split('/')[1] ?? '';
  const text =
    like === undefined
      ? draftText(kind, { ...asked, department }, located)
      : likeText(like, asked.id, located);
  writeNew(located.root, path, text, session);
  return { path: located.pathOf(path), blanks: blanksIn(parse(text)) };
}

const FOLDERS = {
  item: 'items',
  department: 'departments',
  hall: 'halls',
  bundle: 'bundles',
  law: 'laws',
} satisfies Partial<Record<Kind, string>>;

type NewKind = keyof typeof FOLDERS;

function kindNamed(word: string): NewKind {
  const kinds = Object.keys(FOLDERS) as NewKind[];
  const kind = kinds.find((each) => each === word || KIND_NAMES[each].zh === word);
  if (kind !== undefined) return kind;
  throw unknownValue(word, kinds, say('这种文件', 'kind'));
}

function unfitId(id: string): UsageError {
  const shown = quotable(id);
  const zh = `“${shown}”不能作标识：只用小写字母、数字和连字符，例如 food-operation`;
  const en = `“${shown}” is no id: small letters, digits and hyphens, as in food-operation`;
  return new UsageError(say(zh, en));
}

/** An id is that of one file of a kind, whatever folder it lies in. */
function refuseKnown(kind: NewKind, id: string, { files, pathOf }: Located): void {
  const known = files.list().find((path) => kindOfPath(path) === kind && idOfPath(path) === id);
  if (known === undefined) return;
  const shown = quotable(pathOf(known));
  throw new UsageError(
    say(`已经有 ${shown}，没有改动；换一个标识`, `${shown} is there already: use another id`),
  );
}

function itemNamed(id: string, { files }: Located): string {
  const paths = files.list().filter((path) => kindOfPath(path) === 'item');
  const found = paths.find((path) => idOfPath(path) === id || path === id);
  if (found !== undefined) return found;
  const { message, hint } = missing('item', quotable(id), paths.map(idOfPath));
  throw new UsageError(say(`${message.zh}，${hint.zh}`, `${message.en}; ${hint.en}`));
}

function pathOf(
  kind: NewKind,
  { id, department }: NewFile,
  like: string | undefined,
  { files }: Located,
): string {
  if (kind !== 'item') return `${FOLDERS[kind]}/${id}.yaml`;
  const known = files.list().filter((path) => kindOfPath(path) === 'department');
  const ids = known.map(idOfPath);
  const chosen = department ?? like?.split('/')[1] ?? (ids.length === 1 ? ids[0] : undefined);
  if (chosen === undefined) throw noDepartment(ids);
  if (ids.includes(chosen)) return `items/${chosen}/${id}.yaml`;
  const { message } = missing('department', quotable(chosen), ids);
  const next = 'mingbai new department';
  throw new UsageError(
    say(
      `${message.zh}，已有：${ids.join('、')}；新写一个：${next} ${quotable(chosen)}`,
      `${message.en}, known: ${ids.join(', ')}; to write it: ${next} ${quotable(chosen)}`,
    ),
  );
}

function noDepartment(ids: readonly string[]): UsageError {
  if (ids.length === 0) {
    const next = 'mingbai new department <标识>';
    return new UsageError(
      say(`还没有部门，先运行 ${next}`, 'no department yet: mingbai new department <id> first'),
    );
  }
  return new UsageError(
    say(
      `写明事项属于哪个部门：--department ${ids.join('|')}`,
      `say whose item it is: --department ${ids.join('|')}`,
    ),
  );
}

function blanksIn(value: unknown): number {
  if (value === null) return 1;
  if (typeof value !== 'object') return 0;
  return Object.values(value as object).reduce((sum: number, each) => sum + blanksIn(each), 0);
}
