import type { Fee } from '../../model/schema.gen.ts';
import { parseCitations } from '../../text/citations.ts';
import { isNone, type Reading } from '../reading.ts';
import type { FieldReader } from './reader.ts';

/** 收费 and 收费依据与标准. Only 否, 不收费 and 免费 mean that nothing is charged. */
export const feesReader: FieldReader = {
  paths: ['charged', 'fees'],
  read(reading): void {
    const charged = reading.text('charged');
    const standard = reading.text('fees');
    const free = [charged, standard].some((text) => text !== undefined && isFree(text));
    const detail = standard === undefined || isFree(standard) || isNone(standard) ? '' : standard;
    if (standard !== undefined && isNone(standard)) reading.conclude('none-left-out', 'fees');
    if (detail !== '') readDetail(detail, free, reading);
    else if (free || (charged !== undefined && /^(?:否|false)$/i.test(charged))) setFree(reading);
    else if (charged !== undefined && isNone(charged)) {
      reading.doubt('charged', charged, '写着“无”，看不出是不收费还是没有填写');
    } else if (charged !== undefined && /^(?:是|收费|有|true)$/i.test(charged)) {
      reading.doubt('charged', charged, '要收费，但没有写收费项目、标准和依据');
    } else if (charged !== undefined) readDetail(charged, false, reading);
  },
};

function isFree(text: string): boolean {
  return /^(?:否|不收费|免费|不收取(?:任何)?费用|无收费)[。.]?$/.test(text.trim());
}

function setFree(reading: Reading): void {
  reading.draft.fees = '不收费';
  reading.conclude('no-fee', 'charged');
}

function readDetail(text: string, free: boolean, reading: Reading): void {
  if (free) {
    reading.doubt('fees', text, '另一栏写着不收费，两栏不一致，没有填写');
    return;
  }
  const fees = parseFees(text);
  if (fees === undefined) {
    reading.doubt('fees', text, '不能确定每项收费的名称和标准，没有填写');
    return;
  }
  reading.draft.fees = fees;
}

const RATE =
  '(?:每[^\\d]{1,4}|按?[货价产]值的|按[^\\d]{1,8})?\\s*\\d+(?:\\.\\d+)?\\s*(?:元|%|％|‰)\\S*';
const ENTRY = new RegExp(`^(.*?[^\\d.\\s：:、，,])[：:\\s]*(${RATE})$`);
const NO_NAME = /如下|标准|收取|^其中/;

/** All or nothing: one piece not understood leaves the whole text to people. */
function parseFees(text: string): Fee[] | undefined {
  const open = text.indexOf('《');
  const close = text.lastIndexOf('》');
  const basis = close < 0 ? undefined : basisOf(text.slice(open, documentEnd(text, close)));
  const rest = close < 0 ? text : text.slice(documentEnd(text, close));
  if (close >= 0 && (basis === undefined || !/^[^》]{0,20}$/.test(text.slice(0, open))))
    return undefined;
  const pieces = pieceUp(rest);
  if (pieces.length === 0) return undefined;
  const fees = pieces.map((piece) => ENTRY.exec(piece));
  if (fees.some((match) => match === null || NO_NAME.test(match[1] ?? ''))) return undefined;
  return fees.map((match) => {
    const [, name = '', standard = ''] = match ?? [];
    const issuer = text.slice(0, Math.max(0, open)).trim();
    const about = { ...basis, ...(issuer === '' ? {} : { issuer }) };
    const law = basis?.law;
    return {
      name: name.trim(),
      standard: standard.trim(),
      ...(law === undefined ? {} : { basis: { ...about, law } }),
    };
  });
}

/** Names and rates apart: a name alone belongs to the rate after it. */
function pieceUp(rest: string): string[] {
  const parts = rest
    .split(/[；;。，,\n]|、/)
    .map((part) => part.trim().replace(/^[.．：:]+/, ''))
    .filter((part) => part !== '');
  const pieces: string[] = [];
  let name = '';
  for (const part of parts) {
    if (/\d/.test(part)) {
      pieces.push(name + part);
      name = '';
    } else name += part;
  }
  return name === '' ? pieces : [...pieces, name];
}

function documentEnd(text: string, close: number): number {
  const bracket = /^\s*[（(][^（）()]*[）)]/.exec(text.slice(close + 1));
  return close + 1 + (bracket?.[0].length ?? 0);
}

function basisOf(text: string): { law: string; document?: string; article?: string } | undefined {
  const { citations } = parseCitations(text);
  const [only] = citations;
  if (only === undefined || citations.length > 1 || only.quote !== undefined) return undefined;
  return { ...only };
}
