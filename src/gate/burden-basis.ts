import type { FileChanges } from '../diff/catalog-changes.ts';
import { type Fields, isRecord } from '../diff/plain.ts';
import { registry } from '../law/registry.ts';
import { rankOf } from '../lint/bases.ts';
import type { Catalog } from '../model/catalog.ts';
import type { FieldChange } from '../model/change.ts';
import type { Basis } from '../model/schema.gen.ts';
import { schemaAt } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';

/** The entry of a file that answers for a field: it has its own basis or note of an increase. */
export interface Answering {
  /** In the file as it is now; '' for the file itself. */
  readonly pointer: string;
  readonly value: Fields;
  /** Whether the whole entry is new. */
  readonly isNew: boolean;
}

/** Which entry answers for a field that became heavier. */
export function answeringFor(change: FileChanges, field: FieldChange): Answering {
  const gone = field.entry === true && field.after === '';
  let pointer = gone ? parentOf(field.pointer) : field.pointer;
  for (; pointer !== ''; pointer = parentOf(pointer)) {
    const value = valueAt(change.after?.value, pointer);
    const node = schemaAt(change.of, pointer);
    if (isRecord(value) && node?.properties?.increase !== undefined) {
      const isNew = field.entry === true && pointer === field.pointer;
      return { pointer, value, isNew };
    }
  }
  const value = change.after?.value;
  return { pointer: '', value: isRecord(value) ? value : {}, isNew: false };
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** Whether the same change wrote or altered a note of the increase on an entry. */
export function hasNewNote({ fields }: FileChanges, { pointer, value, isNew }: Answering): boolean {
  if (!isRecord(value.increase)) return false;
  const { decision, date } = value.increase;
  if (typeof decision !== 'string' || decision === '' || typeof date !== 'string') return false;
  return isNew || fields.some((each) => isAt(each, `${pointer}/increase`));
}

/** The bases of an entry that the same change wrote or altered. */
export function newBases({ fields }: FileChanges, entry: Answering): Basis[] {
  return ['basis', 'statutory_basis'].flatMap((key) => {
    const found = entry.value[key];
    const bases = Array.isArray(found) ? found : isRecord(found) ? [found] : [];
    const at = `${entry.pointer}/${key}`;
    return bases.filter((basis, index): basis is Basis => {
      if (!isRecord(basis) || typeof basis.law !== 'string') return false;
      const place = Array.isArray(found) ? `${at}/${index}` : at;
      return entry.isNew || fields.some((each) => each.after !== '' && isAt(each, place));
    });
  });
}

function isAt({ pointer }: FieldChange, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}

const RULES_TOO: readonly string[] = [
  ...['法律', '行政法规', '国务院决定', '地方性法规', '部门规章', '地方政府规章'],
];
const REGULATIONS: readonly string[] = ['法律', '行政法规', '国务院决定', '地方性法规'];
const FEES: readonly string[] = ['法律', '行政法规'];

/** The ranks of which one is enough for what was added. */
export function enoughFor(
  change: FileChanges,
  field: FieldChange,
  entry: Answering,
): readonly string[] {
  const type = valueAt(change.after?.value, '/type');
  if (/^\/fees(?:\/|$)/.test(field.pointer) && type === '行政许可') return FEES;
  return entry.value.kind === '证明' ? REGULATIONS : RULES_TOO;
}

/** The rank of a basis: as the catalogue says, else as the registry of laws knows it. */
export function basisRank(catalog: Catalog, basis: Basis): string | undefined {
  return rankOf(catalog, basis) ?? registry().find(basis.law)?.rank;
}
