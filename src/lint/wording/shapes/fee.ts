import type { WordingField } from '../terms.ts';
import type { Range } from './words.ts';

const NUMBER = '(?:[0-9]+(?:[.,][0-9]+)*|[一二两三四五六七八九十百千万]+)';
/** An amount of money, a rate, or that there is nothing to pay. */
const AMOUNT = new RegExp(
  `${NUMBER}\\s*[百千万亿]?(?:元|角|分钱|圆|块|美元|港[币元]|人民币)|[0-9.]\\s*[%％‰]|[百千万]分之|[¥￥$][0-9]|` +
    '(?:元|角)(?:/|每)|(?:新台币|人民币|规费)[0-9]|[0-9]/(?:件|本|证|份|次|人|张|套)|(?:减|折)半|[一二三四五六七八九0-9]折|' +
    '免费|免收|免征|免缴|免交|免予|不收|不另收|不需|无需|无须|不用|停征|取消收费|零收费|约定|政府定价|政府指导价|市场调节价|(?:财政|局|部门|中心|机关|政府|法律援助机构)承担|^无[。]?$|^否[。]?$|^0$',
);
/** A table that stands there, or is attached and said to be. */
const TABLE =
  /(?:下表|上表|附表|附件|收费(?:标准)?(?:一览|公示|目录)表|目录清单)[0-9一二三四五六七八九十]*/;
const CHARGE =
  /收费|收取|缴纳|交纳|缴费|交费|计收|计费|征收|收(?!入|件|据|到|款|养|藏|购|货|集|回|缴)|费(?!用由|用包括)|价|标准|到付|自理|自付|自行承担|人承担|面议|报价/;
/** When, how, where or by whom it is paid: no rate is told there. */
const ASIDE =
  /时(?:一次性?)?(?:收取|缴纳|交纳|缴费|交费|支付|缴清|收费)?[。；]?$|(?:之?后|前|日内|之日|期间|当日|窗口|网上|线上|微信|支付宝|银行|扫码|刷卡|现金|非税|发票|票据|专户|国库|账户|退还|退费|缴款)/;
/** Those who pay nothing or less, or what is paid for. */
const WHO = /的[。；]?$|(?:家庭|人员|居民|学生|企业|单位|组织|个人|申请人|纳税人)[。；]?$/;
const NAME_ONLY = /^[一-鿿、]{1,12}费[。；]?$/;
const HARD =
  /按(?:照)?[^，。；]{0,20}(?:收取|收费|缴纳|交纳|计收|执行|标准|文件|办理)|根据|依据|以[^，。；]{1,12}为准|到付|自理|自行承担|(?:人|者)承担|报价|市场价|面议|实际|适当|合理|酌情|视|差异|不等|协商|^收取|^收费|^收[。；]?$/;

/** How far an amount is looked for before and after what it settles. */
const REACH = 200;
const SENTENCE = /[^。；\n]+/g;
const RANGE = new RegExp(
  `(?<![-0-9—－〔（第])${NUMBER}(?:元|%|‰)?(?:-|—|——|～|至|到)${NUMBER}\\s*[百千万]?(?:元|%|‰)(?:/[一-鿿]{1,4}|每[一-鿿]{1,3})?(?!的|部分|以|之间|（含|按|，按)`,
);

/** Whether the sentence around `at` tells an amount, which settles what it refers to. */
export function isSettledFee(folded: string, at: number): boolean {
  const floor = Math.max(0, at - REACH);
  let start = at;
  while (start > floor && !'。；\n'.includes(folded.charAt(start - 1))) start -= 1;
  const rest = folded.slice(at, at + REACH);
  const end = rest.search(/[。；\n]/);
  const sentence = folded.slice(start, at + (end < 0 ? rest.length : end));
  return AMOUNT.test(sentence) && !/不等|左右|上下|大约|约[0-9]/.test(sentence);
}

/** What in a text about fees leaves open how much is paid; undefined where an amount or table is. */
export function readFee(folded: string, field: WordingField): Range | undefined {
  if (field !== 'fee') return undefined;
  const range = RANGE.exec(folded);
  if (range) return { start: range.index, end: range.index + range[0].length };
  if (AMOUNT.test(folded) || TABLE.test(folded)) return undefined;
  for (const { index, 0: sentence } of folded.matchAll(SENTENCE)) {
    if (!isOpenFee(sentence.trim())) continue;
    const lead = sentence.length - sentence.trimStart().length;
    return { start: index + lead, end: index + lead + sentence.trim().length };
  }
  return undefined;
}

function isOpenFee(sentence: string): boolean {
  if (/^《[^》]*》|（[0-9]{4}）?[0-9]*号/.test(sentence)) return true;
  if (!CHARGE.test(sentence)) return false;
  if (HARD.test(sentence)) return true;
  return !ASIDE.test(sentence) && !WHO.test(sentence) && !NAME_ONLY.test(sentence);
}
