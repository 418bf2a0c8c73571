import type { Situation } from '../model/schema.gen.ts';
import type { Reading } from './reading.ts';

/** The situation that a heading names, made if the item has none that is called so. */
export function situationOf(reading: Reading, heading: string): Situation {
  const known = findSituation(reading, heading);
  if (known !== undefined) return known;
  const name = situationName(heading);
  const made: Situation = { id: reading.situationIds.ofName(name), name };
  reading.draft.situations = [...(reading.draft.situations ?? []), made];
  return made;
}

/** The situation of the same name, words like 所需材料 or 审批 at its end not counted. */
export function findSituation(reading: Reading, heading: string): Situation | undefined {
  const wanted = gist(heading);
  return reading.draft.situations?.find((one) => gist(one.name) === wanted);
}

function gist(heading: string): string {
  return situationName(heading)
    .replace(/^(?:申请|办理|报审)/, '')
    .replace(/(?:审批|许可|办理|登记|资质|资格)$/, '');
}

const MATERIALS =
  /(?:的)?[，,]?(?:应当?|须|需要?|所需?)?(?:向[^，,]{2,20}?)?(?:提交|提供|报送|准备|携带)?(?:的)?(?:下列|以下|如下)?(?:的)?(?:申请|申报)?(?:材料|资料|文件)(?:清单|目录|要求)?(?:如下)?$/;
const CONDITIONS =
  /(?:的)?[，,]?(?:应当?|须|需要?|所需)?(?:具备|符合|满足)?(?:的)?(?:下列|以下)?(?:的)?(?:基本|办理|申请)?条件(?:如下)?$/;

/** What a heading names once 所需材料, 应当具备下列条件 and the like are taken off. */
export function situationName(heading: string): string {
  const bare = heading.trim().replace(/[\s：:；;。，,]+$/, '');
  const name = bare
    .replace(MATERIALS, '')
    .replace(CONDITIONS, '')
    .replace(/[，,、：:\s]+$/, '');
  return name === '' ? bare : name;
}

const FIRST =
  /^(?:申请|办理|报审|设立|设置|变更|改变|撤销|新办|新设|新申请|首次|初次|延续|延期|注销|增项|补办|补发|换发|换证|扩大|缩小|进口|出口|进出口|引进|输出|从境外|向境外|从事|购买|使用|转让|临时|企业|内地|暂定级|[甲乙丙丁一二三四]级)/;
const LAST =
  /(?:首次申请|变更|延续|延期|注销|换证|补办|新办|增项|升级|许可证?|证书|登记|注册|审批|认定|核准|核发|备案|购买|转让|撤销|设立|设置|分立|合并|终止|申报|级|的)$/;

/** Whether headings that stand side by side plainly name alternatives, one of which applies. */
export function areAlternatives(headings: readonly string[]): boolean {
  const names = headings.map(situationName);
  return names.length >= 2 && new Set(names).size === names.length && names.every(namesCase);
}

/** Whether a heading names a kind of case, such as 首次申请, 变更名称 or 乙级. */
export function namesCase(heading: string): boolean {
  const name = situationName(heading);
  if (name.length > 50 || /[。；;\n]|^(?:有|具有|取得|持有|符合|具备)/.test(name)) return false;
  return FIRST.test(name) || LAST.test(name);
}
