import { audienceTerms, readAudience } from '../../phrase/audience.ts';
import { isNone } from '../reading.ts';
import type { FieldReader } from './reader.ts';

const BODY =
  /(?:厅|局|委|委员会|部|办|办公室|政府|部门|院|总队|支队|站|中心|署|总局|公司|协会|单位|机构|监狱|法院)$/;

/** 联办机构: split only where every part is a body's name of its own. */
export const jointReader: FieldReader = {
  paths: ['joint'],
  read(reading): void {
    const text = reading.text('joint');
    if (text === undefined) return;
    if (isNone(text)) {
      reading.conclude('none-left-out', 'joint');
      return;
    }
    const parts = text.split(/[、，,；;\n]+/).map((part) => part.trim());
    reading.draft.joint = parts.every((part) => BODY.test(part)) ? parts : [text];
  },
};

/** 服务对象 in the terms of the code table; never narrowed to a part of what is said. */
export const audienceReader: FieldReader = {
  paths: ['audience'],
  read(reading): void {
    const text = reading.text('audience');
    if (text === undefined) return;
    if (isNone(text)) {
      reading.conclude('none-left-out', 'audience');
      return;
    }
    const { value, why } = readAudience(text);
    if (value === undefined) {
      reading.doubt('audience', text, why?.zh ?? '');
      return;
    }
    reading.draft.audience = [...value];
    for (const { word, term } of audienceTerms(text)) {
      if (term !== word) reading.conclude('term', 'audience', `服务对象“${word}”填为“${term}”`);
    }
  },
};
