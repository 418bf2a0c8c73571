import type { LimitSide } from './limit-head.ts';
import { MEASURE, normalMeasure } from './measure.ts';

/** Time that is named beside the limit: a public notice, an expert review, an extension. */
export interface BesideLimit {
  readonly kind: string;
  readonly days: string;
  /** Whether it runs within the limit. */
  readonly counted: boolean;
}

/** A limit of one stage or one kind of case. */
export interface NamedLimit {
  readonly name: string;
  readonly limit: string;
}

/** What the grammar has found so far. */
export interface LimitState {
  /** What a label before the next measure says. */
  side: LimitSide | undefined;
  /** The side whose measure was read last. */
  last: LimitSide | undefined;
  readonly limits: Map<LimitSide, string>;
  starts: '受理' | '收件' | undefined;
  readonly excludes: string[];
  readonly beside: BesideLimit[];
  readonly stages: NamedLimit[];
  /** Measures that only speak of the limit again: `20日内不能作出决定的`. */
  readonly again: string[];
  /** Places of words that are kept word for word, from and to. */
  readonly notes: (readonly [number, number])[];
}

/** False refuses the phrase. */
type Action = (match: RegExpExecArray, state: LimitState) => boolean;
type Rule = readonly [RegExp, Action];

const M = `(${MEASURE})`;
const TERM = '(?:时限|期限|时间|时效|天数)';
const IS = '(?:应当?)?(?:为|是|：|共|共计)?';
const WITHIN = '(?:以内|之内|内)?';
const DONE =
  '(?:(?:予以)?(?:办结|办理完毕|办理完成|办完|办毕|完成|审结|审批完毕|审核完毕|审查完毕|作出批复)' +
  '|(?:依法)?(?:作出|做出)(?:(?:是否)?(?:准予|不予|批准|同意|核准|行政|许可|审批|审核|或者?|不|登记|的)*)决定' +
  '|(?:作出|做出)审批|决定是否(?:受理|许可|批准)|核发(?:许可证|证书)|发证|出证)?';
const EVENT =
  '公示|公告|评审|勘|检测|检验|检疫|鉴定|听证|招标|拍卖|核查|检查|考试|考核|测绘|测试|制证|送达|邮寄|寄送|补正|整改|' +
  '论证|评估|节假日|休息日|征求意见|转报|上报|报批|审图|验收|公证|登报|刊登|缴费|体检|调查|实地|现场|专家|集体|评议|抽样|翻译|' +
  '法定假|双休日|假日|补充材料|补齐';
const FREE = '[^\\d，；。（）]';

const set = (text: string): RegExp => new RegExp(text, 'y');

function put(state: LimitState, value: string | undefined): boolean {
  const side = state.side ?? 'plain';
  if (value === undefined || (state.limits.get(side) ?? value) !== value) return false;
  state.limits.set(side, value);
  state.last = side;
  state.side = undefined;
  return true;
}

function label(side: LimitSide): Action {
  return (_, state) => {
    if (state.side !== undefined) return false;
    state.side = side;
    return true;
  };
}

/** `20个工作日（法定）`: a label behind the measure. */
function behind(match: RegExpExecArray, state: LimitState): boolean {
  const value = state.limits.get('plain');
  const side = match[1] === '承诺' ? 'committed' : 'statutory';
  if (state.last !== 'plain' || value === undefined || state.limits.has(side)) return false;
  state.limits.delete('plain');
  state.limits.set(side, value);
  state.last = side;
  return true;
}

/** What somebody else has to do first: 收到上级批复之日. */
const OTHER_EVENT =
  /批[复准]|复函|通知|结果|意见|决定|公[告示]|缴|付款|费|合同|协议|检[验测疫]|体检|鉴定|上级|转[送来交办]|移[送交]|投诉|举报|补正|回[执函复]|验收/;

/** From which event the limit runs; 申请 alone is neither 受理 nor 收件. */
function start(match: RegExpExecArray, state: LimitState): boolean {
  if (/^(?:提出|提交)?申请$/.test(match[1] ?? '')) return true;
  if (OTHER_EVENT.test(match[1] ?? '')) return false;
  const from = /受理/.test(match[1] ?? '') ? '受理' : '收件';
  if ((state.starts ?? from) !== from) return false;
  state.starts = from;
  return true;
}

function add(kind: number, days: number, counted: boolean, name?: string): Action {
  return (match, state) => {
    note(match, state);
    const value = normalMeasure(match[days] ?? '');
    if (value === undefined) return false;
    const words = name ?? (match[kind] ?? '').replace(/(?:所需)?(?:的)?(?:时间|时限|期限|期)$/, '');
    state.beside.push({ kind: words, days: value, counted });
    return true;
  };
}

function exclude(match: RegExpExecArray, state: LimitState): boolean {
  const words = match[1] ?? '';
  if (!new RegExp(EVENT).test(words) || /[如若]|时限内|以外/.test(words)) return false;
  const bare = words.replace(/^[：:]/, '').replace(/(?:所需|所用)?(?:的)?(?:时间|时限|期限)$/, '');
  state.excludes.push(...bare.split(/、|及|和|以及|与/).filter((one) => one !== ''));
  return note(match, state);
}

function stage(match: RegExpExecArray, state: LimitState): boolean {
  const limit = normalMeasure(match[2] ?? '');
  if (limit === undefined || state.side !== undefined) return false;
  state.stages.push({ name: match[1] ?? '', limit });
  return true;
}

function note(match: RegExpExecArray, state: LimitState): boolean {
  state.notes.push([match.index, match.index + match[0].length]);
  return true;
}

const STAGE =
  '受理|审查|审核|初审|复审|终审|核准|决定|制证|发证|送达|公示|评审|专家评审|接件|上报|转报|踏勘|勘验|' +
  '现场(?:核查|勘查|勘验|踏勘|检查|审核|评审)';

/** What may stand between a limit and the time it may be extended by. */
const EXTENDS =
  '(?:可以?|需要?|能|准予|申请|批准)*(?:再|适当)?延(?:长|期)(?:办理|审批|审查)?' +
  `${TERM}?(?:不超过|不得超过|至多|最多|最长)*${M}${WITHIN}` +
  '(?:，?并(?:应当?)?(?:将|书面)?(?:延长)?(?:期限)?的?(?:理由)?(?:书面)?告知申请人(?:理由)?)?';
const OUTSIDE = '不包括|不包含|不含|不计算|不计入|不计|不算|扣除|除去';
const NOT_COUNTED =
  '除外|另计|另行计算|不(?:计|算|计入|计算)(?:在|入)?(?:承诺|法定|办理|办结|审批|许可|上述)?' +
  '(?:时限|期限|时间)?(?:之)?(?:在内|内)?|不(?:包括|包含|含)在(?:承诺|法定|办理|办结)?(?:时限)?内';
const END = '(?=$|；|。|）|，)';
const COMPLETE =
  '(?:(?:对|凡)?(?:申请|提交)?的?(?:材料|资料|手续)(?:齐全|齐备|完备|完整)(?:、|，|且|并)?' +
  '(?:(?:且|并)?符合(?:法定形式|法定条件|要求|规定|条件)(?:要求)?)?的?(?:情况下)?' +
  '|符合(?:法定)?条件的)，?(?:即(?![时办])|可以?|应当?)?';
const AT_ONCE =
  '(?:即时|当场|立即|即刻)(?:办结|办理完毕|办理|受理|出证|审核|审批|核准|作出决定|决定|完成' +
  '|发证|制证|登记|领取|取证|予以|、|办)+|(?:即时|当场)(?=$|，|；|。|（|）)|现场(?:办结|办理|即办)' +
  '|即办(?:件|即结)?|即来即办|随到随办|随来随办|立等可取|即审即办|即收即办|即申即办|马上(?:办理|办)';
const NONE =
  '(?:法律|法规|、|相关|有关|暂|均)*(?:无|没有|未作?|尚无|未有)(?:明确|具体|相关|法定)*' +
  '(?:规定|时限|期限|要求|时间)+(?:办理|办结)?(?:时限|期限)?|(?:暂无|无|没有)(?=$|，|；|。)';
/** A bracket with one of these may narrow the limit to some cases. */
const NARROWS =
  '一般|普通|简易|特殊|加急|其他|除|首次|新办|变更|延续|注销|补[办领]|换[领证发]|网上|网办|线上|线下|窗口' +
  '|工作日|自然日|部分|原则|左右|约|起|以上|以下|如|若|的情况|情形|即办|当场|即时|承诺|法定|申请|材料类';
const LAW =
  '[^（）]*《[^《》]+》[^（）]*|[^（）]{0,20}(?:法|条例|办法|规定)(?:第[一二三四五六七八九十百\\d]+条)?';
const BY_ITSELF: Action = () => true;

/** In this order at each place; what none of them takes is not understood. */
export const LIMIT_RULES: readonly Rule[] = [
  [set('[，；。、：（）\\-—]+$'), BY_ITSELF],
  [set('（(法定|承诺)(?:办结|办理)?(?:时限|期限)?）'), behind],
  [set('[，；。、/]+'), BY_ITSELF],
  [
    set(`${M}内不能(?:作出(?:行政许可)?决定|办结)的?，?${FREE}{0,30}?，?${EXTENDS}`),
    (match, state) => {
      state.again.push(normalMeasure(match[1] ?? '') ?? '');
      return add(0, 2, false, '延长期限')(match, state);
    },
  ],
  [
    set(
      `(?:办理${TERM}?)?(?:自|从|在)?(?:正式|决定|予以|完成)?` +
        `((?:受理|收到|接到|接件|收件|收齐|提交|递交|提出申请|申请)${FREE}{0,24}?)` +
        '(?:之日|次日|当日|之时|后|之后)起?(?:开始)?(?:计算)?',
    ),
    start,
  ],
  [set(`(?:法定|法律规定的?)(?:办结|办理|审批|审查|许可)?${TERM}?${IS}`), label('statutory')],
  [
    set(`(?:我[局市县]|本[局机关]*|窗口)?承诺(?:办结|办理|审批|服务|许可)?${TERM}?${IS}`),
    label('committed'),
  ],
  [
    set(
      `(?:总|办理|办结|审批|办理总|办事|许可|合计|共计)${TERM}${IS}` +
        `|(?:时限|期限|总计|合计|共计|共)${IS}|(?:最长)?(?:不超过|不得超过|不多于)|最长|最多` +
        '|在(?=[\\d一二三四五六七八九十两半])',
    ),
    BY_ITSELF,
  ],
  [set(COMPLETE), BY_ITSELF],
  [set(`(${STAGE})(?:环节|阶段)?${TERM}?(?:：|为|需)?${M}${WITHIN}`), stage],
  [set(`${M}${WITHIN}${DONE}`), (match, state) => put(state, normalMeasure(match[1] ?? ''))],
  [set(AT_ONCE), (_, state) => put(state, '即时')],
  [
    set(NONE),
    (match, state) => {
      if (/法定|法律|法规/.test(match[0])) state.side ??= 'statutory';
      return put(state, '无');
    },
  ],
  [set(`\\+${M}(${FREE}{2,8}?)(?:期|时间)?${END}`), add(2, 1, false)],
  [set(`\\+(${FREE}{2,8}?)(?:期|时间)?${M}`), add(1, 2, false)],
  [set(`（?其中：?(${FREE}{2,14}?)${TERM}?(?:为|需|不超过)?${M}${WITHIN}）?`), add(1, 2, true)],
  [
    set(`（?(?:包含|包括|含)(${FREE}{2,14}?)(?:${TERM}|期)?(?:为|需|不超过)?${M}）?`),
    add(1, 2, true),
  ],
  [set(`（?(?:${OUTSIDE})(${FREE}{2,14}?)(?:${TERM}|期)?(?:为|需)?${M}）?`), add(1, 2, false)],
  [
    set(`（?(?:但|如|若)?(?:${FREE}{2,24}?，){0,2}${FREE}{0,30}?${EXTENDS}）?`),
    add(0, 1, false, '延长期限'),
  ],
  [set(`（?(${FREE}{2,14}?)(?:${TERM}|期)?为?${M}(?:${NOT_COUNTED})）?${END}`), add(1, 2, false)],
  [set(`（?(?:${OUTSIDE}|除外：)：?([^\\d；。（）]{2,60}?)(?:在内)?）?${END}`), exclude],
  [set(`（?([^\\d；。（）：]{2,60}?)(?:${NOT_COUNTED})）?${END}`), exclude],
  [set(`（?(?:包括|包含|含)(?:[^\\d；。（）]{2,30}?)(?:在内)?）?${END}`), note],
  [set(`（(?![^（）]*(?:${NARROWS}))[^（）\\d一二三四五六七八九十]{2,60}）`), note],
  [set(`（(?:${LAW})）`), note],
  [set(`（(?:${LAW})(?=，)`), note],
  [set('（[^（）\\d“”]{0,14}“[^“”\\d]*”）'), note],
  [set('[（）]'), BY_ITSELF],
];
