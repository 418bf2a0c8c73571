import { say } from '../../model/words.ts';
import { rankOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** What a licence application must hold is set by laws, regulations and rules. */
export const materialBasisRank: Rule = {
  id: 'material-basis-rank',
  severity: 'warning',
  title: say('申请材料只有文件作依据', 'a material resting on a document alone'),
  why: say(
    '行政许可要交哪些材料，由法律、法规、规章规定；只有一份文件的，不能要求提交。',
    'Laws, regulations and rules say what is handed in for a licence; a document cannot.',
  ),
  citation: '《中华人民共和国行政许可法》第三十条',
  bad: `materials:
  - name: 取水计量设施照片
    necessity: 必要
    criteria: 读数清晰可辨。
    basis: { law: 明白县取水办事须知, rank: 规范性文件, article: 第三条 }`,
  good: `materials:
  - name: 取水许可申请书
    necessity: 必要
    criteria: 末页盖章或者签名。
    basis: { law: 取水许可和水资源费征收管理条例, rank: 行政法规, article: 第十一条 }`,
  *item({ value }, { catalog }) {
    if (value.type !== '行政许可') return;
    for (const [at, { name, kind, basis, waiver }] of (value.materials ?? []).entries()) {
      // A proof is judged by proof-basis-rank.
      if (basis === undefined || waiver !== undefined || kind === '证明') continue;
      if (rankOf(catalog, basis) !== '规范性文件') continue;
      yield {
        pointer: `/materials/${at}/basis/law`,
        message: say(
          `材料“${name}”的依据${titleOf(catalog, basis)}是规范性文件，不是法律、法规或者规章`,
          `material “${name}” rests on ${titleOf(catalog, basis)}, a document and no law`,
        ),
        hint: say(
          '写出要求这份材料的法律、法规或者规章；没有的，不再要求提交',
          'cite the law or rules that ask for it, or no longer ask for it',
        ),
      };
    }
  },
};
