import { insideBrackets } from './list-markers.ts';
import { parseWholeNumber, toHalfWidth } from './numeral.ts';

/** Whether originals, photocopies or both are asked for. */
export type MaterialForm = '原件' | '复印件' | '原件和复印件' | '原件或复印件';

/** What an annotation says about the number and kind of copies. */
export interface Copies {
  readonly form?: MaterialForm;
  /** Of the original where both are asked for. */
  readonly copies?: number;
  readonly photocopies?: number;
  readonly necessity?: '必要' | '非必要' | '容缺后补';
  readonly medium?: '纸质' | '电子' | '纸质/电子';
}

/** A material's name freed of the annotations understood. */
export interface CopiesReading extends Copies {
  readonly name: string;
  /** A number of copies is named in a place where it cannot be told what it counts. */
  readonly unclear: boolean;
}

const COUNT = '(?:各)?(?:一式|制式)?\\s*(\\d{1,3}|[一二三四五六七八九十两]{1,3})\\s*份';
const FORM = '原件(?:及|和|与|、|/|加)复印件|原件或(?:者)?复印件|原件|复印件';
const COUNT_ONLY = new RegExp(`^${COUNT}$`);
const FORM_ONLY = new RegExp(`^(?:需|须|要|提供|提交)?(${FORM})$`);
const FORM_COUNT = new RegExp(`^(${FORM})[、,]?${COUNT}$`);
const COUNT_FORM = new RegExp(`^${COUNT}\\s*(${FORM})$`);
const BOTH_COUNTS = new RegExp(`^原件\\s*${COUNT}\\s*[,、]?\\s*复印件\\s*${COUNT}$`);

const NECESSITY: readonly (readonly [RegExp, NonNullable<Copies['necessity']>])[] = [
  [/^(?:必要|必须|必备|必需)(?:材料)?$/, '必要'],
  [/^(?:非必要|非必须|非必备|非必需|选交)(?:材料)?$/, '非必要'],
  [/^可?容缺(?:后补|受理)?(?:材料)?$/, '容缺后补'],
];
const MEDIUM: readonly (readonly [RegExp, NonNullable<Copies['medium']>])[] = [
  [/^纸质[版件]?(?:材料)?$/, '纸质'],
  [/^电子(?:[版件化]|文档)?(?:材料)?$/, '电子'],
  [
    /^(?:纸质[版件]?[、/和或及]电子(?:[版件化]|文档)?|电子[版件]?[、/和或及]纸质[版件]?)$/,
    '纸质/电子',
  ],
];

/** `必要`, `容缺后补`, `纸质/电子`. */
function parseTerm(clean: string): Copies | undefined {
  const necessity = NECESSITY.find(([form]) => form.test(clean))?.[1];
  if (necessity !== undefined) return { necessity };
  const medium = MEDIUM.find(([form]) => form.test(clean))?.[1];
  return medium === undefined ? undefined : { medium };
}

/** Reads one annotation: `一式三份`, `原件`, `原件2份`, `4份原件`, `原件1份、复印件2份`. */
export function parseCopies(text: string): Copies | undefined {
  const clean = toHalfWidth(text).replace(/\s+/g, '');
  const term = parseTerm(clean);
  if (term !== undefined) return term;
  const both = BOTH_COUNTS.exec(clean);
  if (both !== null) {
    const [, copies, photocopies] = both;
    return {
      form: '原件和复印件',
      ...count('copies', copies),
      ...count('photocopies', photocopies),
    };
  }
  const form = FORM_ONLY.exec(clean);
  if (form !== null) return { form: formOf(form[1]) };
  const only = COUNT_ONLY.exec(clean);
  if (only !== null) return count('copies', only[1]);
  const first = FORM_COUNT.exec(clean);
  if (first !== null) return together(formOf(first[1]), first[2], clean);
  const last = COUNT_FORM.exec(clean);
  return last === null ? undefined : together(formOf(last[2]), last[1], clean);
}

/** One number for both kinds holds for each of them only where it says 各. */
function together(
  form: MaterialForm,
  written: string | undefined,
  text: string,
): Copies | undefined {
  if (form === '原件' || form === '复印件') return { form, ...count('copies', written) };
  if (!text.includes('各')) return undefined;
  return { form, ...count('copies', written), ...count('photocopies', written) };
}

function formOf(written = ''): MaterialForm {
  if (written.startsWith('原件或')) return '原件或复印件';
  if (written === '原件' || written === '复印件') return written;
  return '原件和复印件';
}

function count<K extends 'copies' | 'photocopies'>(key: K, written = ''): { [P in K]?: number } {
  const value = parseWholeNumber(written);
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: number };
}

/** In characters: what is longer is no name, and takes long to look through. */
const LONGEST = 400;

/** Takes the annotations off the end of a material's name; what is ambiguous stays in the name. */
export function readMaterialName(text: string): CopiesReading {
  let name = trimEnd(text);
  if (name.length > LONGEST) return { name, unclear: namesCount(name) };
  let found: Copies = {};
  for (let rounds = 0; rounds < 4; rounds++) {
    const step = fromBracket(name, found) ?? fromEnd(name, found) ?? beforeBracket(name, found);
    if (step === undefined) break;
    name = trimEnd(step.name);
    found = { ...step.copies, ...found };
  }
  return { ...found, name, unclear: found.copies === undefined && namesCount(name) };
}

interface Step {
  readonly name: string;
  readonly copies: Copies;
}

/** `…（原件，一式三份）`: understood tokens leave the bracket, the others stay in it. */
function fromBracket(name: string, found: Copies): Step | undefined {
  const close = name.at(-1);
  if (close !== '）' && close !== ')') return undefined;
  const open = openingOf(name);
  if (open <= 0) return undefined;
  const rest = name.slice(0, open);
  const inner = name.slice(open + 1, -1);
  const whole = accepted(inner, rest, found);
  if (whole !== undefined) return { name: rest, copies: whole };
  const inside = insideBrackets(inner);
  const tokens = splitOutside(inner, inside);
  let copies: Copies = {};
  const kept = tokens.filter(({ text }) => {
    const one = accepted(text, rest, { ...found, ...copies });
    if (one !== undefined) copies = { ...copies, ...one };
    return one === undefined;
  });
  if (kept.length === tokens.length) return undefined;
  if (kept.length === 0) return { name: rest, copies };
  const words = kept.map(({ text, separator }, at) => (at === 0 ? '' : separator) + text);
  return { name: `${rest}${name[open]}${words.join('')}${close}`, copies };
}

function openingOf(name: string): number {
  const inside = insideBrackets(name);
  let at = name.length - 2;
  while (at >= 0 && inside[at] === true) at--;
  return /[（(]/.test(name[at] ?? '') ? at : -1;
}

function splitOutside(
  text: string,
  inside: readonly boolean[],
): { text: string; separator: string }[] {
  const tokens = [{ text: '', separator: '' }];
  for (const [at, char] of text.split('').entries()) {
    const last = tokens.at(-1);
    if (/[，,；;]/.test(char) && inside[at] !== true) tokens.push({ text: '', separator: char });
    else if (last !== undefined) last.text += char;
  }
  return tokens;
}

/** An annotation counts when it adds something and what it speaks of is one thing. */
function accepted(text: string, rest: string, found: Copies): Copies | undefined {
  const read = parseCopies(text.trim().replace(/^为/, ''));
  if (read === undefined) return undefined;
  if (read.necessity !== undefined && found.necessity !== undefined) return undefined;
  if (read.medium !== undefined && found.medium !== undefined) return undefined;
  if (read.form !== undefined) {
    if (found.form !== undefined || /原件|复印件|影印件/.test(rest)) return undefined;
    if (/[、；;]/.test(outer(rest))) return undefined;
  }
  if (read.copies !== undefined) {
    if (found.copies !== undefined || namesCount(rest)) return undefined;
    if (/原件/.test(rest) && /复印件/.test(rest)) return undefined;
  }
  return read;
}

const END = new RegExp(
  `^(.*?[^第\\-—~至到/])[\\s，,、]*(原件\\s*${COUNT}\\s*[,，、]?\\s*复印件\\s*${COUNT}|(?:${FORM})?[\\s、,]*${COUNT}|${COUNT}\\s*(?:${FORM})|${FORM})$`,
);

/** `申请报告3份`, `营业执照复印件`, `申请表 原件三份`, written without brackets. */
function fromEnd(name: string, found: Copies): Step | undefined {
  const match = END.exec(toHalfWidth(name).replace(/[^\S ]/g, ' '));
  if (match === null) return undefined;
  const [, head = '', annotation = ''] = match;
  const rest = name.slice(0, head.length);
  const copies = accepted(annotation, rest, found);
  if (copies === undefined) return undefined;
  const plural = /[、和及与或；;]/.test(outer(rest));
  if ((copies.form !== undefined || annotation.includes('各')) && plural) return undefined;
  if (/[，。；]/.test(outer(rest)) && !/[，,]$/.test(rest.trim())) return undefined;
  return { name: rest, copies };
}

/** `申请报告3份（由项目单位编制）`: the bracket stays, what stands before it is read. */
function beforeBracket(name: string, found: Copies): Step | undefined {
  if (!/[）)]$/.test(name)) return undefined;
  const open = openingOf(name);
  if (open <= 0 || namesCount(name.slice(open))) return undefined;
  const step = fromEnd(trimEnd(name.slice(0, open)), found);
  if (step === undefined) return undefined;
  return { name: trimEnd(step.name) + name.slice(open), copies: step.copies };
}

function outer(text: string): string {
  const inside = insideBrackets(text);
  return text
    .split('')
    .filter((_, at) => inside[at] !== true)
    .join('');
}

/** Whether a text names a number of copies; 份额, 份子 and 份数 are other words. */
export function namesCount(text: string): boolean {
  return /[\d一二三四五六七八九十两]\s*份(?!额|子|数)/.test(text);
}

function trimEnd(text: string): string {
  return text.trim().replace(/[\s；;。，,、.]+$/, '');
}
