import { CASE_BEGINS, CASE_ENDS } from './words.ts';

/** Whether two headings name one situation, words like 所需材料 or 审批 at their ends aside. */
export function sameSituation(one: string, other: string): boolean {
  return core(one) === core(other);
}

function core(heading: string): string {
  return situationName(heading)
    .replace(/^(?:申请|办理|报审)/, '')
    .replace(/(?:审批|许可|办理|登记|资质|资格)$/, '');
}

const MUST = '[，,]?(?:应当?|须|需要?|所需?)?';
const FOLLOWING = '(?:的)?(?:下列|以下|如下)?(?:的)?';
const MATERIALS = new RegExp(
  `(?:的)?${MUST}(?:向[^，,]{2,20}?)?(?:提交|提供|报送|准备|携带)?${FOLLOWING}` +
    '(?:申请|申报)?(?:材料|资料|文件)(?:清单|目录|要求)?(?:如下)?$',
);
const CONDITIONS = new RegExp(
  `(?:的)?${MUST}(?:具备|符合|满足)?${FOLLOWING}(?:基本|办理|申请)?条件(?:如下)?$`,
);

/** What a heading names once 所需材料, 应当具备下列条件 and the like are taken off. */
export function situationName(heading: string): string {
  const bare = heading.trim().replace(/[\s：:；;。，,]+$/, '');
  const name = bare
    .replace(MATERIALS, '')
    .replace(CONDITIONS, '')
    .replace(/[，,、：:\s]+$/, '');
  return name === '' ? bare : name;
}

/** Whether headings that stand side by side plainly name alternatives, one of which applies. */
export function areAlternatives(headings: readonly string[]): boolean {
  const names = headings.map(situationName);
  return names.length >= 2 && new Set(names).size === names.length && names.every(namesCase);
}

/** Whether a heading names a kind of case, such as 首次申请, 变更名称 or 乙级. */
export function namesCase(heading: string): boolean {
  const name = situationName(heading);
  if (name.length > 50 || /[。；;\n]|^(?:有|具有|取得|持有|符合|具备)/.test(name)) return false;
  return CASE_BEGINS.test(name) || CASE_ENDS.test(name);
}
