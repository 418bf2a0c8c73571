import { say } from '../model/words.ts';
import { compact } from './measure.ts';
import { type Phrase, refused } from './phrase.ts';

/** The code table of 服务对象. */
export const AUDIENCES = [
  '自然人',
  '企业法人',
  '事业法人',
  '社会组织法人',
  '非法人企业',
  '行政机关',
  '其他组织',
] as const;

export type Audience = (typeof AUDIENCES)[number];

/** Wordings that mean exactly one of them; 法人 and 单位 mean several and are none. */
const WORDINGS: Record<string, Audience> = {
  个人: '自然人',
  公民: '自然人',
  企业: '企业法人',
  事业单位: '事业法人',
  事业单位法人: '事业法人',
  社会团体: '社会组织法人',
  社会组织: '社会组织法人',
  社会团体法人: '社会组织法人',
  机关: '行政机关',
  行政机关法人: '行政机关',
  其他: '其他组织',
  其它组织: '其他组织',
  非法人组织: '其他组织',
  其他社会组织: '其他组织',
};
const CODES: Record<string, Audience> = {
  '1': '自然人',
  '2': '企业法人',
  '3': '事业法人',
  '4': '社会组织法人',
  '5': '非法人企业',
  '6': '行政机关',
  '9': '其他组织',
};

/** The words that part an audience, each with its term; undefined for what is none. */
export function audienceTerms(source: string): { word: string; term: Audience | undefined }[] {
  return compact(source)
    .text.replace(/^(?:面向|服务对象|适用对象|办理对象)?：?/, '')
    .split(/[，；、。|^/]|或者?|和(?!其他)|及|与/)
    .filter((word) => word !== '')
    .map((word) => ({ word, term: termOf(word) }));
}

/**
 * Reads 服务对象 in the terms of the code table. Only all or nothing: `企业、个体工商户` is not
 * narrowed to 企业法人, and 18岁以上公民 not widened to everybody.
 */
export function readAudience(source: string): Phrase<readonly Audience[]> {
  const terms = audienceTerms(source);
  const unknown = terms.filter(({ term }) => term === undefined);
  if (terms.length === 0) return refused(source, say('没有写服务对象', 'no audience in it'));
  if (unknown.length > 0) {
    const list = unknown.map(({ word }) => word).join('、');
    const why = say(`“${list}”不是规定的说法`, `“${list}” is no term of the code table`);
    return refused(list, why);
  }
  const value = [...new Set(terms.flatMap(({ term }) => term ?? []))];
  return { understood: true, value, left: '' };
}

function termOf(word: string): Audience | undefined {
  const term = AUDIENCES.find((one) => one === word);
  if (term !== undefined) return term;
  if (Object.hasOwn(CODES, word)) return CODES[word];
  return Object.hasOwn(WORDINGS, word) ? WORDINGS[word] : undefined;
}
