import { CHARGED_UNSETTLED, type Fee } from '../../model/fees.ts';
import { type FeeEntry, type FeeValue, readFee } from '../../phrase/fee.ts';
import type { Phrase } from '../../phrase/phrase.ts';
import { parseCitations } from '../../text/citations.ts';
import { isNone, type Reading } from '../reading.ts';
import type { FieldReader } from './reader.ts';

type Column = 'charged' | 'fees' | 'fees@standard' | 'fees@basis';
type Basis = NonNullable<Fee['basis']>;

/** 是否收费, 收费标准 and 收费依据, in one column or in several and in either order. */
export const feesReader: FieldReader = {
  paths: ['charged', 'fees', 'fees@standard', 'fees@basis'],
  read(reading): void {
    const charged = chargedOf(reading);
    const rates = (['fees@standard', 'fees'] as const).flatMap((column) =>
      columnOf(reading, column),
    );
    const basis = reading.text('fees@basis');
    const [rate, ...more] = rates;
    for (const { column, text } of more) reading.doubt(column, text, '另一栏已写了收费标准');
    if (rate === undefined) withoutRate(reading, charged);
    else withRate(reading, charged, rate);
    if (basis !== undefined) addBasis(reading, basis);
  },
};

interface Rate {
  readonly column: Column;
  readonly text: string;
  readonly read: Phrase<FeeValue>;
}

/** Whether 是否收费 says yes or no; undefined where it is blank or says something else. */
function chargedOf(reading: Reading): boolean | undefined {
  const text = reading.text('charged');
  if (text === undefined) return undefined;
  if (/^(?:否|不|false|N|no|0)$/i.test(text)) return false;
  if (/^(?:是|收费|有|true|Y|yes|1)$/i.test(text)) return true;
  const read = readFee(text, reading.head('charged'));
  if (isNone(text)) {
    reading.doubt('charged', text, '写着“无”，看不出是不收费还是没有填写');
  } else if (read.value === '不收费') return false;
  else if (read.value !== undefined) {
    fill(reading, { column: 'charged', text, read });
    return true;
  } else reading.doubt('charged', text, read.why?.zh ?? '');
  return undefined;
}

/** A column of rates; 无 in it says nothing where another column speaks of charges. */
function columnOf(reading: Reading, column: 'fees' | 'fees@standard'): Rate[] {
  const text = reading.text(column);
  if (text === undefined) return [];
  if (isNone(text) && reading.isFilled('charged')) {
    reading.conclude('none-left-out', column);
    return [];
  }
  return [{ column, text, read: readFee(text, reading.head(column)) }];
}

function withoutRate(reading: Reading, charged: boolean | undefined): void {
  if (charged === false) setFree(reading, 'charged');
  if (charged !== true || reading.draft.fees !== undefined) return;
  reading.draft.fees = CHARGED_UNSETTLED;
  reading.doubt('charged', reading.text('charged') ?? '', '要收费，但没有写收费项目、标准和依据');
}

function withRate(reading: Reading, charged: boolean | undefined, rate: Rate): void {
  const { column, text, read } = rate;
  const free = read.value === '不收费';
  if (charged !== undefined && read.value !== undefined && charged === free) {
    reading.doubt(column, text, '是否收费一栏和这一栏不一致，没有填写');
    if (charged) reading.draft.fees = CHARGED_UNSETTLED;
  } else if (free) setFree(reading, column);
  else if (read.value === undefined && charged === false) {
    reading.doubt(column, text, '另一栏写着不收费，两栏不一致，没有填写');
  } else fill(reading, rate);
}

function setFree(reading: Reading, column: Column): void {
  reading.draft.fees = '不收费';
  reading.conclude('no-fee', column);
}

/** What is not understood, or has no name, is kept as charged where it names a sum or says so. */
function fill(reading: Reading, { column, text, read }: Rate): void {
  const entries = read.value;
  const named = Array.isArray(entries) && entries.every(({ name }) => name !== undefined);
  if (Array.isArray(entries) && named) {
    const basis = read.left === '' ? undefined : basisOf(read.left);
    if (read.left === '' || basis !== undefined) {
      reading.draft.fees = entries.map((entry: FeeEntry) => feeOf(entry, basis));
      return;
    }
  }
  const why = named || read.value === undefined ? read.why?.zh : '没有写收费项目的名称';
  reading.doubt(column, text, `${why ?? '读不懂'}，没有填写`);
  const says = /[元%％‰]/.test(text) || reading.text('charged') !== undefined;
  if (says) reading.draft.fees = CHARGED_UNSETTLED;
}

function feeOf({ name = '', when, standard, amount }: FeeEntry, basis: Basis | undefined): Fee {
  return {
    name,
    standard: amount === '0' ? '免收' : standard,
    ...(basis === undefined ? {} : { basis: { ...basis } }),
    ...(when === undefined ? {} : { when }),
  };
}

/** The one law or document that charges rest on, with who issued it. */
function basisOf(text: string): Basis | undefined {
  const open = text.indexOf('《');
  if (open < 0) return undefined;
  const { citations } = parseCitations(text.slice(open));
  const [only] = citations;
  if (only === undefined || citations.length > 1 || only.quote !== undefined) return undefined;
  const issuer = text
    .slice(0, open)
    .replace(/^(?:根据|依据|按照?|执行|收费依据[：:]?)/, '')
    .trim();
  return { ...only, ...(issuer === '' ? {} : { issuer }) };
}

/** 收费依据 goes to every charge; without charges it stays with people. */
function addBasis(reading: Reading, text: string): void {
  const { fees } = reading.draft;
  if (isNone(text)) {
    reading.conclude('none-left-out', 'fees@basis');
    return;
  }
  const basis = basisOf(text);
  if (Array.isArray(fees) && basis !== undefined && fees.every((fee) => fee.basis === undefined)) {
    reading.draft.fees = fees.map((fee) => ({ ...fee, basis: { ...basis } }));
  } else if (fees === '不收费' && /^(?:不收费|否|免费)$/.test(text)) return;
  else reading.doubt('fees@basis', text, '看不出是哪一项收费的依据');
}
