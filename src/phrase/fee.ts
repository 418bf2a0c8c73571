import { say, type Words } from '../model/words.ts';
import { foldScript } from '../text/script.ts';
import { aboutOf, LABELS } from './fee-about.ts';
import { takeBasis } from './fee-basis.ts';
import { type Clause, clausesOf } from './fee-clauses.ts';
import { countAmounts, rateAtEnd } from './fee-rate.ts';
import { FEE_DOUBT, isFeeName } from './fee-words.ts';
import { type Compact, compact, sourceOf } from './measure.ts';
import { type Phrase, refused } from './phrase.ts';

/** One charge. A name stands only where the phrase has one. */
export interface FeeEntry {
  readonly name?: string;
  /** A number's text, or a range; `0` for what is free. */
  readonly amount: string;
  readonly unit: string;
  /** For what it is charged: 补领, 非住宅. */
  readonly when?: string;
  /** The rate in the words of the source. */
  readonly standard: string;
}

/** What one pays: nothing, or charges. */
export type FeeValue = '不收费' | readonly FeeEntry[];

const FREE =
  /^(?:(?:办理)?[本该此](?:事项|项目|业务|服务)|全程|一律|目前|暂)?(?:不收费|不收取(?:任何|其他)?费用|免费(?:办理)?|免收费用?|免收|不收取(?:申请人|群众|企业|任何人)?(?:的)?(?:任何|其他|一切)?费用|无收费|无费用|零收费|不收|无需(?:缴费|交费|付费|收费)|不需要?(?:缴费|交费|付费|收费)|免征|停征|暂停征收|暂不收费|没有收费|不涉及收费|无|否|没有)$/;
const FREE_PART = '(?:免费|免收|不收费|不收取|免缴|免交|不收|免征)';
/** `1,000元`: commas within a number. */
const THOUSANDS =
  /(?<![\d.])\d{1,3}(?:，\d{3})+(?![\d])(?=(?:\.\d+)?(?:[百千万亿]?元|[-—~～至到]))/g;
/** Bounds and the like, outside of brackets; inside they may belong to a name. */
const NO_RATE = /不超过|超过|超出|以外|起$|约(?!定|车)|满\d/;

/** Reads one cell of charges; `head` gives its unit to bare numbers: `收费标准（元）`. */
export function readFee(source: string, head = ''): Phrase<FeeValue> {
  const form = compact(source);
  const bare = readBare(form.text, head);
  if (bare !== undefined) return bare;
  const { rest: whatIsLeft, basis } = takeBasis(form.text);
  const rest = whatIsLeft.replace(THOUSANDS, (one) => one.replaceAll('，', ','));
  const clauses = clausesOf(rest);
  const left = basis.map(([from, to]) => bareOf(sourceOf(source, form, from, to))).join('；');
  if (clauses.length > 0 && clauses.every(({ text }) => isFree(text))) {
    return whole('不收费', left);
  }
  const read = readClauses(source, form, clauses);
  if (!Array.isArray(read)) return refused(source, read);
  if (read.every(({ amount, when }) => Number(amount) === 0 && when === undefined)) {
    return whole('不收费', left);
  }
  const doubt = doubtOf(read);
  if (doubt !== undefined) return refused(source, doubt);
  const named = read.filter(({ standard }) => !new RegExp(FREE_PART).test(standard));
  if (named.length !== countAmounts(rest)) {
    return refused(source, say('写回去与原文不一致', 'writing it back gives another text'));
  }
  return whole(read, left);
}

/** `收费标准：无`, `否（不收费）`: labels and brackets say the same. */
function isFree(clause: string): boolean {
  const bare = clause.replace(/^(?:是否)?收费(?:标准|项目|依据|情况)?(?:为|：)/, '');
  const [, outside = bare, inside] = /^([^（）]+)（([^（）]+)）$/.exec(bare) ?? [];
  return FREE.test(outside) && (inside === undefined || FREE.test(inside));
}

/** What charges cannot say together: nothing for some and not a word of others, or two sums. */
function doubtOf(entries: readonly FeeEntry[]): Words | undefined {
  const isNothing = ({ amount }: FeeEntry): boolean => Number(amount) === 0;
  if (entries.every(isNothing)) {
    return say('只写了哪些不收费，没有写其余怎么收', 'free for some; of others nothing is said');
  }
  if (entries.some((entry) => isNothing(entry) && entry.when === undefined)) {
    return say('既写了不收费，又写了收费标准', 'said to be free, and a rate is given');
  }
  const keys = new Set(entries.map(({ name = '', when = '' }) => `${name}\n${when}`));
  if (keys.size === entries.length) return undefined;
  return say('同一项收费写了两个标准', 'two rates for one charge');
}

function bareOf(text: string): string {
  return text.replace(/^[\s，,；;。、.]+|[\s，,；;。、：:.]+$/g, '');
}

function whole(value: FeeValue, left: string): Phrase<FeeValue> {
  if (left === '') return { understood: true, value, left };
  const why = say('收费依据另作保留', 'the basis is kept apart');
  return { understood: true, value, left, why };
}

function readBare(text: string, head: string): Phrase<FeeValue> | undefined {
  const bare = text.replace(/[。；，]+$/, '');
  if (FREE.test(bare)) return { understood: true, value: '不收费', left: '' };
  if (/^(?:是|收费|有|有收费)$/.test(bare)) {
    return refused(text, say('要收费，但没有写收费标准', 'charged, but no rate is given'));
  }
  if (!/^\d+(?:\.\d+)?$/.test(bare)) return undefined;
  const unit = /（(?:单位：?)?(元(?:\/[^）]{1,4})?)）$/.exec(foldScript(head))?.[1];
  if (unit === undefined) {
    return refused(text, say('只有数字，没有写单位', 'a number without a unit'));
  }
  const entry = { amount: bare, unit, standard: `${bare}${unit}` };
  return { understood: true, value: Number(bare) === 0 ? '不收费' : [entry], left: '' };
}

function readClauses(
  source: string,
  form: Compact,
  clauses: readonly Clause[],
): FeeEntry[] | Words {
  const entries: FeeEntry[] = [];
  let heading: string | undefined;
  let used = true;
  for (const clause of clauses) {
    const read = readClause(clause, heading);
    if (read === undefined) return say(`读不懂“${clause.text}”`, `“${clause.text}” not understood`);
    if (typeof read === 'string') {
      if (read === '') continue;
      if (!used) return say(`“${heading}”后面没有标准`, `no rate behind “${heading}”`);
      heading = read;
      used = false;
      continue;
    }
    if (!used && !read.entries.some(({ name }) => name === heading)) {
      return say(`“${heading}”后面没有标准`, `no rate behind “${heading}”`);
    }
    for (const entry of read.entries) {
      const { from, to, ...fee } = entry;
      const standard = sourceOf(source, form, clause.from + from, clause.from + to).trim();
      entries.push({ ...fee, standard });
    }
    if (read.heading !== undefined) heading = read.heading;
    used = true;
  }
  if (!used) return say(`“${heading}”后面没有标准`, `no rate behind “${heading}”`);
  return entries.length > 0 ? entries : say('没有写收费标准', 'no rate in it');
}

interface Placed extends Omit<FeeEntry, 'standard'> {
  readonly from: number;
  readonly to: number;
}

interface Entries {
  readonly entries: readonly Placed[];
  /** A name that holds for the clauses behind it, too. */
  readonly heading?: string;
}

/** Charges of a clause, or a heading (empty for a mere label); undefined where it is neither. */
function readClause({ text }: Clause, heading: string | undefined): Entries | string | undefined {
  const rate = rateAtEnd(text);
  if (rate === undefined) {
    const free = readFreePart(text, heading);
    if (free !== undefined) return free;
    const bare = text.replace(/[：:]$/, '').replace(/^(?:收费)?项目(?:名称)?：/, '');
    if (LABELS.test(bare)) return '';
    return isFeeName(bare) && !/[\d：]/.test(bare) && bare.length <= 30 ? bare : undefined;
  }
  const behind = /^（([^（）]*)）$/.exec(text.slice(rate.to))?.[1] ?? '';
  if (/[增加超满\ue000]|标准(?!箱)/.test(rate.unit) || behind.includes('\ue000')) return undefined;
  let before = text.slice(0, rate.from);
  const entries: Placed[] = [];
  const first = new RegExp(`^(.{1,12}?)${FREE_PART}(?=[^的]{1,12}$)`).exec(before);
  if (first !== null) {
    const free = readFreePart(first[0], heading);
    if (free === undefined) return undefined;
    entries.push(...free.entries);
    before = before.slice(first[0].length);
  }
  const outside = before.replace(/（[^（）]*）/g, '') + behind;
  if (NO_RATE.test(outside) || FEE_DOUBT.test(before + behind) || /\d元|\d%/.test(outside)) {
    return undefined;
  }
  const about = aboutOf(before, behind, heading);
  if (about === undefined) return undefined;
  const { amount, unit, from, to } = rate;
  entries.push({ ...about.names, amount, unit, from, to });
  return { entries, ...(about.heading === undefined ? {} : { heading: about.heading }) };
}

/** `首次申领免收工本费`, `工本费：首次免费`; a long name may itself narrow what is free. */
function readFreePart(text: string, heading: string | undefined): Entries | undefined {
  const match = new RegExp(`^([^，；。\\d]*?)：?${FREE_PART}([^，；。（）\\d]{0,12})$`).exec(text);
  if (match === null) return undefined;
  const [, words = '', named = ''] = match;
  if (named !== '' && (!isFeeName(named) || named.length > 6)) return undefined;
  const own = named === '' || named === '费用' ? heading : named;
  const about = aboutOf(words.replace(/的$/, ''), '', own);
  if (about === undefined) return undefined;
  const entry = { ...about.names, amount: '0', unit: '元', from: 0, to: text.length };
  return { entries: [entry], ...(about.heading === undefined ? {} : { heading: about.heading }) };
}
