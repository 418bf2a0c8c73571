import type { WordingField } from '../terms.ts';
import { WORDING } from '../wording.gen.ts';
import { isResolved } from './reference.ts';
import { anyOf, type Range } from './words.ts';

/** Fields whose entries are demands on the citizen: there any noun after 其他 is left open. */
const DEMANDS: ReadonlySet<WordingField> = new Set(['material', 'condition', 'criteria']);
const PRICED: ReadonlySet<WordingField> = new Set(['limit', 'fee']);

const REACH = 40;
const SENTENCE_END = /[。；\n]/;
const PHRASE = /^[^，。；：！？、（）“”"《〈\n]{0,40}/;
const JOINT = /(?<![涉普危波触顾])及|以及|或者|或|和(?!解|谐|平)|(?<!参)与/;
/** What a class of things is said to do: the noun ends before it. */
const PREDICATE =
  /(?:应当|应该|应(?!急|用|收|付|税)|必须|须|需(?!要的|求)|不(?!良|动|可抗|予|符|适|同|宜)|可以|可(?!行|靠|能|再|疑|燃|移)|均(?!衡)|由|按照|按(?!揭)|具有|具备|持(?!续|股|有)|占(?!用|地)|至少|达到|为(?!了)|是(?!否)|已|未(?!成年|尽|决)|(?<![所富稀国公私特共专占享拥含])有(?!关|效|限|形|机|毒|害|偿|权|线|序)|没有|作为|(?<=[人位员构校织])(?:从事|中|拥有|申请))/;
/** A verb that parts a noun from what is said of it, whatever stands around it. */
const HARD = /应当|应该|必须|不得|可以|不少于|不超过|不低于|具有|具备|至少|已在|[0-9]/;
/** What may follow the last character of a noun. */
const AFTER_NOUN =
  /^(?:$|[\s的及和与或等、，。；：！？（）“”"以而并后前之时外中内下（]|复印|原件|扫描|正本|副本|[0-9]|[一二两三]?[份张页套个项种]|应|须|需|不|可|由|按|均|有|无|属|为|是|经|导致|造成|引起|终止|变更|发生|上传|加盖)/;
/** A number with what it counts, or a rule that the class has to obey. */
const SETTLED =
  /[0-9０-９]|(?<![第一二三四五六七八九十百])[一二两三四五六七八九十百千万]+(?:个|名|人|年|日|天|月|元|份|项|次|级|以上|以下|平方)|不得|不适用/;
const EXCEPT =
  /除[^。；\n]{1,40}外(?:的|，|、|，由|，对)?$|第[^，。；\n]{1,8}[条款项][^，。；\n]{0,6}以外的?$/;
/** Nothing else is demanded, or nothing else is harmed: a promise or a bound, not an open list. */
const REFUSED =
  /(?:不得|不再|不应|不需要?|无需|无须|不必|不能|免予?|禁止|严禁)[^，。；、\n]{0,4}(?:要求|提供|提交|收取|索要|索取|增设|增加|设置|附加|出具)[^，。；、\n]{0,12}$|(?:不得?|未)(?:危害|影响|妨碍|损害|侵害|干扰|改变)$/;
/** So many of the others: 2项其他水利工程. */
const COUNTED =
  /(?<!第)[0-9一二两三四五六七八九十]+(?:项|个|名|台|座|处|种|家|人|件)[^，。；、\n]{0,12}$/;
const ENTRY = /(?:^|[。；：\n])[\s（）0-9一二三四五六七八九十.．、，]{0,10}$/;
const CLAUSE = /(?:^|[，。；：（“\n])\s*$/;
const TAIL = /(?:以及|及|和|或者|或|、|并)\s*$/;
/** Begins what a class of people has to be or do: 其他属于低保家庭的. */
const VERBAL = /^(?:能|可|符合|属于|具备|需|从事|因|经|由|按|应|在|被|取得)/;
/** A reproach without a bound: 其他不良嗜好. */
const REPROACHED = /^(?:不良|违法|违规|失信|严重|不当|不正当)/;
/** A conjunction that goes when what it joins goes. */
const JOINED = /(?:以及|或者|(?<![涉普危波触顾])及)$/;
const OF = /的\s*$/;
/** Two verbs joined, the second of which governs the class: 修建铁路和进行其他建设工程. */
const JOINED_VERB =
  /(?:和|及|以及|或者|或|、|并)(?:进行|从事|办理|开展|提供|提交|具有|具备|取得|持有)\s*$/;
const GOVERNED =
  /(?:提供|提交|出具|出示|附上?|携带|具备|具有|符合|满足|存在|因|涉及|办理|缴纳|准备|递交|报送|报|持有?|需要?|上传|交验|取得|拥有|属于|从事|进行|包括|(?<![没所])有)\s*$/;
const DEMANDED =
  /(?:规定|要求|认为|认定|认可|指定|确定|需要?|必需|约定|提[交供])(?:[^，。；、\n]{0,6})的\s*$/;

interface Heads {
  readonly words: RegExp;
  /** Papers and circumstances: no number makes those concrete. */
  readonly demanded: RegExp;
  /** A class of persons of which something is said, and one told by a clause: 有抚养义务的人. */
  readonly said: RegExp;
  readonly whose: RegExp;
  readonly open: RegExp;
  readonly subject: RegExp;
  readonly owner: RegExp;
  readonly owned: RegExp;
}

/** What persons and bodies are said to do. */
const SAID =
  '应|须|需|持|有|没|为|由|按|可|不|已|未|均|在|与|向|能|共|同|作为|依法|举办|设立|从事|申请|提供|提交|出具';

let heads: Heads | undefined;

function headsOf(): Heads {
  if (heads !== undefined) return heads;
  const subject = anyOf(['主体']);
  const open = anyOf(['材料', '事物', '泛名', '未尽'], WORDING.classes.主体);
  heads = {
    words: new RegExp(open, 'g'),
    demanded: new RegExp(`(?:${anyOf(['材料', '事物'])})$`),
    said: new RegExp(`^([^的]{0,6}(?:${subject}))(?:${SAID})`),
    whose: new RegExp(`^([^的]{2,12}的(?:${subject}))(?=$|[\\s的及和与或等]|同意|${SAID})`),
    open: new RegExp(`(?:${open})$`),
    subject: new RegExp(`(?:${subject})$`),
    owner: new RegExp(`^(?:${anyOf(['股东'])})`),
    owned: new RegExp(
      `^(?!能|可|足以|证明|与|需|符合|属于|具备|从事|因|经|由|按|应|在|被|取得)[^的]{0,8}(?:${subject})(?:的|${anyOf(['实名'])})`,
    ),
  };
  return heads;
}

/**
 * What is left open by the 其他, 别的 or 其余 at `at` in a folded text: from that word to the end
 * of its noun; undefined where a class of persons, a name, an exception or a number makes it
 * concrete. Bounded work.
 */
export function readOther(folded: string, at: number, field: WordingField): Range | undefined {
  const from = at + 2;
  const plain = !DEMANDS.has(field) && !PRICED.has(field) && !folded.startsWith('其他', at);
  if (plain) return undefined;
  const before = folded.slice(Math.max(0, at - REACH), at);
  const phrase = PHRASE.exec(folded.slice(from, from + REACH))?.[0] ?? '';
  const { owned } = headsOf();
  if ([EXCEPT, REFUSED, COUNTED].some((guard) => guard.test(before))) return undefined;
  const noun = nounOf(phrase);
  const ends = from + noun.length;
  if (folded.charAt(ends) === '：' || isResolved(folded, ends)) return undefined;
  if (owned.test(noun)) return undefined;
  const after = folded.slice(ends, ends + REACH).split(SENTENCE_END, 1)[0] ?? '';
  const open = isOpen(noun, phrase, before, after, field);
  if (!open) return undefined;
  const joint = JOINED.exec(before)?.[0].length ?? 0;
  const nominal =
    noun === phrase.slice(0, -1) && phrase.endsWith('的') && !headsOf().open.test(noun) ? 1 : 0;
  return { start: at - joint, end: ends + nominal };
}

function isOpen(
  noun: string,
  phrase: string,
  before: string,
  after: string,
  field: WordingField,
): boolean {
  const { open, demanded, subject, owner } = headsOf();
  const settled = SETTLED.test(after);
  const nominal = phrase === `${noun}的` && !open.test(noun);
  if (subject.test(noun)) {
    if (field === 'material' && isWholeEntry(noun, phrase, before, after)) return true;
    const whose = (noun.includes('的') || VERBAL.test(noun)) && !settled;
    return DEMANDED.test(before) || (whose && (ENTRY.test(before) || TAIL.test(before)));
  }
  if (REPROACHED.test(noun)) return true;
  if (demanded.test(noun)) return !(PRICED.has(field) && settled);
  if (open.test(noun)) return !SETTLED.test(after.split('，', 1)[0] ?? '');
  if (!DEMANDS.has(field) || owner.test(noun)) return false;
  if (noun === '') return !nominal && after.trim() === '' && ENTRY.test(before);
  if (nominal) return ENTRY.test(before) || TAIL.test(before);
  if (OF.test(before)) return !settled || DEMANDED.test(before);
  if (settled) return false;
  if (TAIL.test(before) || ENTRY.test(before)) return true;
  if (JOINED_VERB.test(before)) return true;
  const whole =
    noun.length === phrase.replace(/的$/, '').length || !PREDICATE.test(phrase.slice(1));
  return whole && (CLAUSE.test(before) || GOVERNED.test(before));
}

/** Among papers 其他融资担保公司 says nothing; 其他组织 alone is a heading for such applicants. */
function isWholeEntry(noun: string, phrase: string, before: string, after: string): boolean {
  const alone = noun === phrase && after.trim() === '' && ENTRY.test(before);
  return alone && WORDING.classes.主体?.includes(noun) !== true;
}

/** 其他原因终止的 is as open as 其他原因; 其他合同 is not what 其他合同工 is. */
function isNounEnd(word: string, after: string): boolean {
  return WORDING.classes.事物?.includes(word) === true || AFTER_NOUN.test(after);
}

/** The noun that 其他 stands before: up to what is said of it or to the next of a list. */
function nounOf(phrase: string): string {
  const { words, said, whose } = headsOf();
  const persons = (said.exec(phrase) ?? whose.exec(phrase))?.[1];
  if (persons !== undefined) return persons;
  for (const found of phrase.matchAll(words)) {
    const end = found.index + found[0].length;
    if (HARD.test(phrase.slice(0, found.index))) break;
    if (!isNounEnd(found[0], phrase.slice(end))) continue;
    return phrase.slice(0, end);
  }
  let noun = phrase.replace(/[0-9].*$/, '');
  for (const end of [JOINT, PREDICATE]) {
    const found = end.exec(noun.slice(1));
    if (found) noun = noun.slice(0, found.index + 1);
  }
  return noun.replace(/(?:等|的|时|下|中|内|后|者)$/, '').trimEnd();
}
