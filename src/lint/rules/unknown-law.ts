import { nearTitle } from '../../law/near-title.ts';
import { registry } from '../../law/registry.ts';
import { say } from '../../model/words.ts';
import { bareTitle } from '../../text/article.ts';
import { inferRank } from '../../text/law-rank.ts';
import { remembered } from '../../text/remember.ts';
import { editDistance } from '../../text/similar.ts';
import { basesOf, lawOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A law that there is not: invented, misspelt, or called otherwise today. */
export const unknownLaw: Rule = {
  id: 'unknown-law',
  severity: 'error',
  title: say('没有这部法律', 'there is no such law'),
  why: say(
    '法律、行政法规的名称错一个字，就成了没有依据。法规库把法律和行政法规收全到一个日期，那以后公布的要写明实施日期；部门规章和地方的收得不全，只在名称差一个字时提示。',
    'A name with one wrong letter is no basis. The registry holds all laws and regulations up to its day; of ministry rules and local ones it holds few.',
  ),
  bad: `basis:
  - law: 全民健身法
    article: 第十条
    quote: 从事全民健身经营活动应当取得许可。`,
  good: `basis:
  - law: 全民健身条例
    article: 第三十二条
    quote: 企业、个体工商户经营高危险性体育项目的，应当向县级以上地方人民政府体育主管部门提出申请。`,
  *item({ value }, { catalog }) {
    let seen: Set<string> | undefined;
    for (const { pointer, basis } of basesOf(value)) {
      if (lawOf(catalog, basis.law) !== undefined || seen?.has(basis.law)) continue;
      seen = (seen ?? new Set()).add(basis.law);
      if ((basis.effective ?? '') > registry().day) continue;
      const near = wrongName(basis.law);
      if (near === undefined) continue;
      const meant = near === '' ? '' : `，是不是《${near}》`;
      const { day } = registry();
      yield {
        pointer: `${pointer}/law`,
        message: say(
          `法规库（收录到${day}）里没有《${bareName(basis.law)}》${meant}`,
          `the registry (to ${day}) has no ${bareName(basis.law)}${near === '' ? '' : `; ${near}?`}`,
        ),
        hint:
          near === ''
            ? say(
                `查对名称，可能写错了，也可能早已废止；${day}以后公布的，写明实施日期 effective，或者在 laws/ 里给它建一个文件`,
                'look the name up, it may be repealed; of a later law state its effective date, or add it to laws/',
              )
            : say(
                `改为 ${near}，再核对条号和条文`,
                `write ${near}, and check article and quotation`,
              ),
      };
    }
  },
};

function bareName(name: string): string {
  return name.replace(/[《》]/g, '');
}

/** The near title or blank where a name is wrong; undefined where that is not known. */
const wrongName = remembered((name: string): string | undefined => {
  if (registry().find(name) !== undefined) return undefined;
  const near = nearTitle(name);
  const rank = inferRank(name);
  if (rank === '法律' || rank === '行政法规') return near ?? '';
  if (near === undefined) return undefined;
  // Only national laws are called so, and of those the registry holds nearly all.
  const isNational = /^《?中华人民共和国/.test(name) && near.startsWith('中华人民共和国');
  return isSlip(bareTitle(name), bareTitle(near), isNational ? 3 : 6) ? near : undefined;
});

/** One character other, and not that of another place or year. */
function isSlip(written: string, meant: string, least: number): boolean {
  const [a, b] = [written, meant].map((title) => title.slice(0, Math.min(3, least - 1)));
  return [...meant].length >= least && a === b && editDistance(written, meant) === 1;
}
