import type { Catalog } from '../model/catalog.ts';
import { schemaAt } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import type { Difference } from './decide.ts';
import type { OpenValue } from './open-values.ts';

/** A text that an import left to people, with the field that it is for. */
export interface Left {
  readonly file: string;
  readonly name: string;
  /** As `columns.yaml` names fields: `limits.committed`, `materials[].copies`. */
  readonly path: string;
  readonly field: string;
  readonly text: string;
  readonly reason: string;
  /** The item's value, to see what it has there. */
  readonly value: unknown;
}

/** What an import asks for, one a text that it left. */
export function openOf({ file, name, path, field, text, reason, value }: Left): OpenValue {
  const pointer = pointerOf(path);
  const choices = schemaAt('item', pointer)?.enum;
  return {
    ...{ file, pointer, name, field },
    original: text,
    need: reason,
    current: textOf(valueAt(value, pointer)),
    ...(choices === undefined ? {} : { choices }),
  };
}

/** All texts that items of a catalogue still keep as not read; `pathOf` knows labels of fields. */
export function openIn(
  catalog: Catalog,
  pathOf: (label: string) => string | undefined,
): OpenValue[] {
  return catalog.items.flatMap(({ path: file, value }) =>
    (value.imported?.unresolved ?? []).map(({ field, text, reason }) =>
      openOf({ file, name: value.name, path: pathOf(field) ?? field, field, text, reason, value }),
    ),
  );
}

/** What is asked where the catalogue and its source were both changed. */
export function openDifference(
  file: string,
  name: string,
  { pointer, column, ours, theirs }: Difference,
): OpenValue {
  return {
    ...{ file, pointer, name, field: column.head },
    original: `目录：${ours}\n来源：${theirs}`,
    need: '两边都改过，没有改目录；填写要用的内容',
    ...{ current: ours, settles: theirs },
    ...(column.schema.enum === undefined || column.form === 'list'
      ? {}
      : { choices: column.schema.enum }),
  };
}

function pointerOf(path: string): string {
  const [field = ''] = path.split(/\[\]|@/);
  return `/${field.replaceAll('.', '/')}`;
}

/** A value as one text, to see whether it has changed. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
