import { foldScript } from '../../text/script.ts';
import { agrees, type Enumeration, readEnumeration } from './enumeration.ts';

/** Words that can be put in for the UTF-16 units [start, end) of the author's text. */
export interface Rewrite {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LONGEST_HEAD = 16;
/** How far around a list its script is looked for: a long text must not be read once a list. */
const NEAR = 100;
const HEADS = /、|(?<=》)(?=《)/;
/** Before the noun after 等: says that there are more or does not say which. */
const VAGUE =
  /^(?:等|相[关關]|有[关關]|其[他它]|必要|特殊|各[类類]|多[种種项項]|多[个個]|若干|一系列)+/;
/** What makes a head more than the name of a thing: part of a sentence stands in it. */
const SENTENCE =
  /应|须|需(?!求)|可以|不(?!动|锈)|由|因(?![公私])|经(?![济营纪])|对|在(?![校职编岗读])|向|把|将|按|根据|依据|符合|取得|具[有备]|提[供交]|出[具示]|持(?![股证])|携带|交(?!通|易)|附(?!件|表|页)|写|填|办理|从事|进行|包[括含]|如|是|为(?!生)|(?<![所国私公共])有(?!限|效|关|偿|机)|与|及|或|和|[，；。：？！\n“”]/;

/**
 * A list closed by the number of its heads, in the script of the text: 身份证、户口簿等2项材料.
 * Undefined where nobody can tell how many there are, or part of a sentence would be carried along.
 */
export function closeList(text: string, list: Enumeration): Rewrite | undefined {
  const { start, etc, end, count, most } = list;
  if (count < 2 || count !== most) return undefined;
  const named = text.slice(start, etc);
  const heads = foldScript(named).split(HEADS);
  if (heads.length !== count) return undefined;
  if (heads.some((head) => head.length > LONGEST_HEAD || SENTENCE.test(head))) return undefined;
  const noun = text.slice(end - list.noun.length, end).replace(VAGUE, '');
  const measure = measureOf(
    foldScript(noun),
    isTraditional(text.slice(Math.max(0, start - NEAR), end + NEAR)),
  );
  const closed = `${named}等${count}${list.stated === undefined ? measure : ''}${noun}`;
  const again = readEnumeration(foldScript(closed), named.length);
  return agrees(again) ? { start, end, text: closed } : undefined;
}

/** The word that counts such things. */
function measureOf(noun: string, traditional: boolean): string {
  if (/(?:部门|单位|机构|机关|专业)$/.test(noun)) return traditional ? '個' : '个';
  if (/(?:情形|情况|活动|用途|方式)$/.test(noun)) return traditional ? '種' : '种';
  if (noun.endsWith('人员')) return traditional ? '類' : '类';
  return traditional ? '項' : '项';
}

/** Whether a character is written the Traditional way. */
function isTraditional(text: string): boolean {
  const folded = foldScript(text);
  for (let at = 0; at < text.length; at += 1) {
    if (folded[at] !== text[at] && /[\u4e00-\u9fff]/.test(text.charAt(at))) return true;
  }
  return false;
}
