import { say, type Words } from '../model/words.ts';
import { foldScript } from '../text/script.ts';
import { takeBasis } from './fee-basis.ts';
import { countAmounts, rateAtEnd } from './fee-rate.ts';
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
  /^(?:(?:办理)?[本该此](?:事项|项目|业务|服务)|全程|一律|目前|暂)?(?:不收费|不收取(?:任何|其他)?费用|免费(?:办理)?|免收费用?|免收|无收费|无费用|零收费|不收|无需(?:缴费|交费|付费|收费)|不需要?(?:缴费|交费|付费|收费)|免征|停征|暂停征收|暂不收费|没有收费|不涉及收费|无|否|没有)$/;
const FREE_PART = '(?:免费|免收|不收费|不收取|免缴|免交|不收|免征)';
const FEE_NAME = /(?:费|费用|保证金|补偿金|基金|使用金|占用金|税|工本|资金)$/;
const NO_NAME =
  /^(?:按|依|根据|不收|不缴|不得|免|需|应当|收取|缴纳|交纳|自)|规定|含税|如下|标准|每|元/;
/** Words that make an amount something else than a rate. */
const NO_RATE =
  /不超过|不高于|不低于|不少于|最高|最低|上限|下限|封顶|保底|起(?:步|价|$)|左右|大约|约(?!定)|浮动|原则|加收|增加|超过部分|递增|累进|每增|减|免|折|罚|另收|视|协商|市场价/;
const LABELS =
  /^(?:收费(?:项目|标准|金额|情况)?|标准|金额|费用|缴费标准|其中|具体(?:标准|收费标准)?(?:如下)?|项目)(?:为|是)?$/;

function isFeeName(words: string): boolean {
  return FEE_NAME.test(words) && !NO_NAME.test(words);
}

/** Reads one cell of charges; `head` gives its unit to bare numbers: `收费标准（元）`. */
export function readFee(source: string, head = ''): Phrase<FeeValue> {
  const form = compact(source);
  const bare = readBare(form.text, head);
  if (bare !== undefined) return bare;
  const { rest, basis } = takeBasis(form.text);
  const clauses = clausesOf(rest);
  const left = basis.map(([from, to]) => bareOf(sourceOf(source, form, from, to))).join('；');
  const joined = clauses.map(({ text }) => text).join('');
  if (FREE.test(joined)) return whole('不收费', left);
  const read = readClauses(source, form, clauses);
  if (!Array.isArray(read)) return refused(source, read);
  if (read.every(({ amount }) => Number(amount) === 0)) {
    const one = read.every(({ when }) => when === undefined);
    if (one) return whole('不收费', left);
  }
  const named = read.filter(({ standard }) => !new RegExp(FREE_PART).test(standard));
  if (named.length !== countAmounts(rest)) {
    return refused(source, say('写回去与原文不一致', 'writing it back gives another text'));
  }
  return whole(read, left);
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

const SEPARATORS = new Set(['，', '；', '。', '\ue000']);

/** `换领20元/补领40元`: a slash between charges, not before a unit. */
const SLASH =
  /(?<=元|免费|免收)\/(?=(?![件本证次人张项副套份面台辆户只例对卷页字亩吨年月天日科平立公千具批期生学位机])[\u4e00-\u9fff]{2,8}\d+(?:\.\d+)?元)/g;

/** Numbering inside a line: ①, （1）, and 二、 behind a unit. */
const MARKER = /^(?:[①-⑳]|（(?:\d{1,2}|[一二三四五六七八九十]+)）|[一二三四五六七八九十]、)/;

interface Clause {
  readonly text: string;
  readonly from: number;
}

/** Pieces at commas and the like, outside of brackets, without numbering; places are of `rest`. */
function clausesOf(written: string): Clause[] {
  const rest = written.replace(SLASH, '；');
  const clauses: Clause[] = [];
  let depth = 0;
  let from = 0;
  const push = (to: number): void => {
    const raw = rest.slice(from, to);
    const lead =
      /^(?:[\s：]|（?(?:\d{1,2}|[一二三四五六七八九十]+)(?:）|、|\.(?!\d))、?|[①-⑳])*/.exec(raw);
    const text = raw.slice(lead?.[0].length ?? 0);
    if (text !== '') clauses.push({ text, from: from + raw.length - text.length });
    from = to + 1;
  };
  for (let at = 0; at < rest.length; at++) {
    const char = rest[at] ?? '';
    const marker = depth === 0 ? MARKER.exec(rest.slice(at)) : null;
    if (marker !== null && !/^(?:[\d一二三四五六七八九十]|$)/.test(rest[at - 1] ?? '')) {
      push(at);
      from = at + marker[0].length;
      at = from - 1;
    } else if (char === '（') depth++;
    else if (char === '）') depth--;
    else if (depth <= 0 && SEPARATORS.has(char)) push(at);
    else if (
      depth <= 0 &&
      char === '、' &&
      !/^[一二三四五六七八九十\d]+$/.test(rest.slice(from, at))
    )
      push(at);
  }
  push(rest.length);
  return clauses;
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
  if (/[增加超满\ue000]|标准/.test(rate.unit) || behind.includes('\ue000')) return undefined;
  let before = text.slice(0, rate.from);
  const entries: Placed[] = [];
  const first = new RegExp(`^(.{1,12}?)${FREE_PART}(?=[^的]{1,12}$)`).exec(before);
  if (first !== null) {
    const free = readFreePart(first[0], heading);
    if (free === undefined) return undefined;
    entries.push(...free.entries);
    before = before.slice(first[0].length);
  }
  const outside = before.replace(/（[^（）]*）/g, '');
  if (NO_RATE.test(outside) || NO_RATE.test(behind) || /\d元|\d%/.test(before + behind)) {
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

const CHARGES = /^(.*?)(?:需要?|须|应当?)?(?:缴纳|交纳|收取|支付)(.*费)$/;

/** The name and the case of a rate from the words before it and the bracket behind it. */
function aboutOf(
  before: string,
  behind: string,
  heading: string | undefined,
): { names: Pick<FeeEntry, 'name' | 'when'>; heading?: string } | undefined {
  let words = before.replace(
    /(?:收费标准|缴费标准|标准(?=[为是：])|收取|收费|缴纳|按照?|收|为|是|人民币|：)+$/,
    '',
  );
  let title = heading;
  let carried: string | undefined;
  const colon = words.indexOf('：');
  if (colon >= 0) {
    const head = words.slice(0, colon);
    words = words.slice(colon + 1);
    if (isFeeName(head)) carried = title = head;
    else if (!LABELS.test(head)) words = words === '' ? head : `${head}，${words}`;
  }
  if (words.includes('：') || words.length > 40 || words.includes('\ue000')) return undefined;
  if (LABELS.test(words)) words = '';
  // `登记费：80元（住宅）；550元（非住宅）`: a bracket behind the rate says that cases follow.
  if (before.endsWith('：') && isFeeName(words) && behind !== '') {
    carried = title = words;
    words = '';
  }
  if (/^(?:按|依|执行|根据)|标准$/.test(words)) return undefined;
  const names = namesOf(words, title);
  if (names === undefined) return undefined;
  const extra = behindNames(behind, names);
  if (extra === undefined) return undefined;
  return { names: extra, ...(carried === undefined ? {} : { heading: carried }) };
}

/** What is handed out, where no fee is named: 往来港澳通行证, 一次有效签注; not 补证. */
const THING =
  /^(?!首次|初次|补|换|领|变更|遗失|丢失|延续|申领|到期|损坏|办).*(?:证|证书|签注|执照|牌照|号牌|卡|簿|标志)$/;

/** Undefined where a fee is named in the middle of other words. */
function namesOf(
  words: string,
  heading: string | undefined,
): Pick<FeeEntry, 'name' | 'when'> | undefined {
  const charged = CHARGES.exec(words);
  if (charged !== null) {
    const [, when = '', name = ''] = charged;
    return { name, ...(when === '' ? {} : { when }) };
  }
  const bracket = /^(.*费)（([^（）]+)）$/.exec(words);
  if (bracket !== null) return { name: bracket[1] ?? '', when: bracket[2] ?? '' };
  if (isFeeName(words) || (heading === undefined && THING.test(words))) return { name: words };
  if (/(?<!收|免|消|缴)费/.test(words)) return undefined;
  return {
    ...(heading === undefined ? {} : { name: heading }),
    ...(words === '' ? {} : { when: words }),
  };
}

function behindNames(
  behind: string,
  names: Pick<FeeEntry, 'name' | 'when'>,
): Pick<FeeEntry, 'name' | 'when'> | undefined {
  if (behind === '') return names;
  if (isFeeName(behind)) return names.name === undefined ? { ...names, name: behind } : undefined;
  return { ...names, when: names.when === undefined ? behind : `${names.when}，${behind}` };
}
