import { foldScript } from '../text/script.ts';

/** A head as it is compared: Simplified, without spaces, marks, numbering and case. */
export function normaliseHead(head: string): string {
  return foldScript(head)
    .replace(/[\s*＊:：_.。,，;；?？！!"“”'§]+/g, '')
    .replace(NUMBERING, '')
    .toLowerCase();
}

const NUMBERING = /^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,3}[、）])(?=.)/;

/** Ways in which a head may be looked up, the surest first, and the unit it names. */
export interface HeadForms {
  readonly forms: readonly string[];
  readonly unit?: string;
}

/**
 * `基本信息/事项名称` is also 事项名称, `办理时限（承诺）` also 承诺办理时限, `事项名称（必填）` also
 * 事项名称; brackets that name another field leave the head unknown.
 */
export function headForms(head: string, known: Known): HeadForms {
  const { head: counted, unit: days } = withoutUnit(head);
  if (days !== undefined && known(normaliseHead(counted)) !== undefined) {
    return { forms: [normaliseHead(counted)], unit: days };
  }
  const segments = head.split(SEPARATORS).map((part) => part.trim());
  const parts = segments.filter((part) => part !== '');
  const whole = normaliseHead(head);
  if (parts.length <= 1 || known(whole) !== undefined) return bracketForms(head, known);
  const last = parts.at(-1) ?? '';
  const above = parts.slice(0, -1).reverse();
  const bare = withoutUnit(last).head;
  const joined = above.flatMap((group) => [
    normaliseHead(`${group}${bare}`),
    normaliseHead(`${bare}${group}`),
  ]);
  const own = bracketForms(last, known);
  const unit = own.unit ?? above.map((part) => withoutUnit(part).unit).find((one) => one);
  const both = above.some((group) => isOtherField(normaliseHead(group), own.forms, known));
  return {
    forms: both ? [whole, ...joined] : [whole, ...joined, ...own.forms],
    ...(unit === undefined ? {} : { unit }),
  };
}

/** The field that a normalised head stands for. */
type Known = (form: string) => string | undefined;

/** Heads below which others say what they are of. */
const GROUP =
  /^(?:联系方式|联系|电话|.*时限|.*期限|收费.*|.*材料.*|.*资料|.*流程|.*环节|.*依据|.*情形|.*情况)$/;

/** Whether `法定时限/承诺时限` or `咨询/投诉电话` names two fields, so that nobody knows which. */
function isOtherField(group: string, own: readonly string[], known: Known): boolean {
  const field = own.map(known).find((one) => one !== undefined);
  if (field === undefined) return false;
  const last = own[0] ?? '';
  const named = [0, 2, 4].map((length) => group + (length === 0 ? '' : last.slice(-length)));
  return named.some((name, at) => {
    const other = known(name);
    if (other === undefined || other === field) return false;
    return at > 0 || !GROUP.test(group) || /^[法承]/.test(group);
  });
}

/** Between the head of a group and the heads below it. */
const SEPARATORS =
  /[/／>＞|｜·→\\]|[.。](?=\D)|--?|——?|:：|_(?=\p{Script=Han})|(?<=信息|情况|要素)[:：]/u;

const UNIT = '个?工作日|工作天|自然日|日历日|天|日|小时|个?月|元|万元|份|次|年';
const UNIT_AT_END = new RegExp(`(?:[（(\\[【]单?位?[:：]?(${UNIT})[）)\\]】]|[:：/、](${UNIT}))$`);

function withoutUnit(head: string): { head: string; unit?: string } {
  const match = UNIT_AT_END.exec(head.trim());
  if (match === null) return { head };
  return { head: head.trim().slice(0, match.index), unit: match[1] ?? match[2] ?? '' };
}

function bracketForms(head: string, known: Known): HeadForms {
  const { head: bare, unit } = withoutUnit(head);
  const of = unit === undefined ? {} : { unit };
  const name = normaliseHead(bare);
  const match = /^(.*?)（([^（）]+)）(.*)$/.exec(name);
  if (match === null) return { forms: [normaliseHead(head), name], ...of };
  const [, before = '', inside = '', after = ''] = match;
  const base = before + after;
  const other = known(inside);
  const differs = other !== undefined && known(base) !== undefined && other !== known(base);
  const joined = [name, inside + base, base + inside];
  // 办理地点（窗口）: the brackets name a field only where they have a field's whole name.
  if (differs) return { forms: joined, ...of };
  return { forms: [...joined, base === '' ? inside : base], ...of };
}
