import { FEE_DOUBT, isFeeName } from './fee-words.ts';

/** What a charge is called, and for what it is charged. */
export interface FeeNames {
  readonly name?: string;
  readonly when?: string;
}

export const LABELS =
  /^(?:收费(?:项目|标准|金额|情况)?|标准|金额|费用|缴费标准|具体(?:标准|收费标准)?(?:如下)?|项目)(?:为|是)?$/;
const CHARGES =
  /^(.*?)(?:需要?|须|应当?)?(?:缴纳|交纳|收取|征收|支付|(?<![验回接签])收(?!养|藏|容|费|益|入|购|治|集))(.*费)$/;
/** What follows a rate in brackets and is neither its name nor its case. */
const REMARK =
  /含|包括|固定|统一|限|仅|个|以内|起$|起算|以上均|说明|注[:：]|下同|全国|全省|全市|免|费/;
/** Words that cannot say for what is charged: they speak of the amount, or of another one. */
const NO_CASE =
  /每|元|收(?!入|养|藏|容)|缴|交(?!易|通|付|存)|按|依|由|如|若|即|则|但|仅|均|还|也|[以之]后$|另|起$|含|共$/;

/** The name and the case of a rate from the words before it and the bracket behind it. */
export function aboutOf(
  before: string,
  behind: string,
  heading: string | undefined,
): { names: FeeNames; heading?: string } | undefined {
  let words = before.replace(
    /(?:收费标准|缴费标准|标准(?=[为是：])|收取|收费|缴纳|(?<=费)按照?|收|为|是|的|人民币|：)+$/,
    '',
  );
  let title = heading;
  let carried: string | undefined;
  let of: string | undefined;
  const colon = words.indexOf('：');
  if (colon >= 0) {
    const head = words.slice(0, colon);
    words = words.slice(colon + 1);
    if (isFeeName(head)) carried = title = head;
    else if (isFeeName(words) && !LABELS.test(head)) of = head;
    else if (!LABELS.test(head)) words = words === '' ? head : `${head}，${words}`;
  }
  if (words.includes('：') || words.length > 40 || words.includes('\ue000')) return undefined;
  if (LABELS.test(words)) words = '';
  // `登记费：80元（住宅）；550元（非住宅）`: a bracket behind the rate says that cases follow.
  if (before.endsWith('：') && isFeeName(words) && behind !== '') {
    carried = title = words;
    words = '';
  }
  const own = namesOf(words, title);
  if (own === undefined) return undefined;
  const names = of === undefined ? own : { ...own, when: of };
  const extra = behindNames(behind, names);
  if (extra === undefined || !isCase(extra.when)) return undefined;
  return { names: extra, ...(carried === undefined ? {} : { heading: carried }) };
}

function isCase(when: string | undefined): boolean {
  if (when === undefined) return true;
  const outside = when.replace(/（[^（）]*）/g, '');
  return !FEE_DOUBT.test(when) && !NO_CASE.test(outside) && !/标准$/.test(outside);
}

/** What is handed out, where no fee is named: 往来港澳通行证, 一次有效签注; not 补证. */
const THING =
  /^(?!首次|初次|补|换|领|变更|遗失|丢失|延续|申领|到期|损坏|办).*(?:(?<![换补领发办])证|证书|签注|执照|牌照|号牌|卡|簿|标志)$/;

/** Undefined where a fee is named in the middle of other words. */
function namesOf(words: string, heading: string | undefined): FeeNames | undefined {
  const charged = CHARGES.exec(words);
  if (charged !== null) {
    const [, when = '', name = ''] = charged;
    if (!isFeeName(name)) return undefined;
    return { name, ...(when === '' ? {} : { when }) };
  }
  const bracket = /^(.*费)（([^（）]+)）$/.exec(words);
  if (bracket !== null) {
    const [, name = '', inside = ''] = bracket;
    if (!isFeeName(name) || REMARK.test(inside)) return undefined;
    return { name, when: inside };
  }
  if (isFeeName(words)) return { name: words };
  if (heading === undefined && THING.test(words) && isCase(words)) return { name: words };
  if (/(?<!收|免|消|缴)费/.test(words)) return undefined;
  return {
    ...(heading === undefined ? {} : { name: heading }),
    ...(words === '' ? {} : { when: words }),
  };
}

function behindNames(behind: string, names: FeeNames): FeeNames | undefined {
  if (behind === '') return names;
  if (isFeeName(behind)) return names.name === undefined ? { ...names, name: behind } : undefined;
  if (REMARK.test(behind)) return undefined;
  return { ...names, when: names.when === undefined ? behind : `${names.when}，${behind}` };
}
