import { readBasis } from '../../phrase/basis.ts';
import type { FieldReader } from './reader.ts';

/** 设定依据: one entry for every law and article, quotes word for word. */
export const basisReader: FieldReader = {
  paths: ['basis'],
  read(reading): void {
    const text = reading.text('basis');
    if (text === undefined) return;
    const { value, why } = readBasis(text);
    if (value !== undefined) reading.draft.basis = value.map((one) => ({ ...one }));
    else reading.doubt('basis', text, why?.zh ?? '');
  },
};
