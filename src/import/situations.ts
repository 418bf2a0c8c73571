import type { Situation } from '../model/schema.gen.ts';
import type { Reading } from './reading.ts';

/** The situation of a name, made if the item has none that is called so. */
export function situationOf(reading: Reading, name: string): Situation {
  const known = findSituation(reading, name);
  if (known !== undefined) return known;
  const made: Situation = { id: reading.situationIds.ofName(name), name };
  reading.draft.situations = [...(reading.draft.situations ?? []), made];
  return made;
}

/** The situation of the same name, words like 所需材料 at its end not counted. */
export function findSituation(reading: Reading, name: string): Situation | undefined {
  const wanted = gist(name);
  return reading.draft.situations?.find((one) => gist(one.name) === wanted);
}

function gist(name: string): string {
  return situationName(name)
    .replace(/^(?:申请|办理)/, '')
    .replace(/(?:审批|许可|办理|登记|资质|资格)$/, '');
}

const MATERIALS =
  /(?:的)?(?:应当?|须|需要?|所需?)?(?:的)?(?:提交|提供|报送|准备|携带)?(?:的)?(?:下列|以下)?(?:的)?(?:申请|申报)?(?:材料|资料|文件)(?:清单|目录)?(?:如下)?$/;
const CONDITIONS =
  /(?:的)?(?:应当?|须|需要?)?(?:具备|符合|满足)?(?:的)?(?:下列|以下)?(?:的)?条件(?:如下)?$/;

/** What a heading names once 所需材料, 应当具备下列条件 and the like are taken off. */
export function situationName(heading: string): string {
  const bare = heading.trim().replace(/[\s：:；;。，,]+$/, '');
  const name = bare
    .replace(MATERIALS, '')
    .replace(CONDITIONS, '')
    .replace(/[，,、\s的]+$/, '');
  return name === '' ? bare : name;
}

const PROCEDURE =
  /首次|初次|新办|新设|设立|成立|开办|申领|变更|延续|延期|换证|换发|换领|补办|补发|补证|补领|注销|终止|撤销|合并|分立|增项|升级|迁移|转让|转入|转出|暂定级|[甲乙丙丁]级|[一二三四][级类]|新建|改建|扩建|临时|进口|出口|引进|输出|购买|使用|生产|经营|认定|审批|许可|登记|注册|备案|核准|核发/;

/** Whether headings that stand side by side plainly name alternatives, one of which applies. */
export function areAlternatives(headings: readonly string[]): boolean {
  const names = headings.map(situationName);
  return (
    names.length >= 2 &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= 40 && PROCEDURE.test(name) && !/[。；;]/.test(name))
  );
}
