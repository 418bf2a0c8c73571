import { parseCitations } from '../../text/citations.ts';
import type { FieldReader } from './reader.ts';

/** 设定依据: one entry for every law and article, quotes word for word. */
export const basisReader: FieldReader = {
  paths: ['basis'],
  read(reading): void {
    const text = reading.text('basis');
    if (text === undefined) return;
    const { citations, rest } = parseCitations(text);
    if (citations.length > 0) reading.draft.basis = citations.map((one) => ({ ...one }));
    if (citations.length === 0) reading.doubt('basis', text, '没有写在书名号里的法律名称');
    else if (rest !== '')
      reading.doubt('basis', rest, '在第一部法律的名称之前，看不出属于哪条依据');
  },
};
