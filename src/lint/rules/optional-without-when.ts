import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** A paper that not everybody brings says who does. */
export const optionalWithoutWhen: Rule = {
  id: 'optional-without-when',
  severity: 'warning',
  title: say('非必要材料没有写何时需要', 'an optional material, when needed not said'),
  why: say(
    '非必要材料只在某种情形下提交，不写情形，就成了窗口说了算。',
    'When it is needed must be written, else the window decides.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'materials: [{ name: 取水口位置图, necessity: 必要 }, { name: 授权委托书, necessity: 非必要 }]',
  good: `materials:
  - name: 取水口位置图
    necessity: 必要
  - name: 授权委托书
    necessity: 非必要
    when: 委托他人办理的`,
  when: ['/materials/0/necessity=非必要'],
  *item({ value, source }) {
    for (const [at, each] of (value.materials ?? []).entries()) {
      const { name, necessity, when, situations, note } = each;
      if (necessity !== '非必要' || when !== undefined || situations !== undefined) continue;
      if (note !== undefined || /[（(].*(?:的|时|仅|需|适用)/.test(name)) continue;
      yield {
        pointer: `/materials/${at}/necessity`,
        message: say(
          `“${name}”不是必要材料，却没有写什么情形下要交`,
          `“${name}” is optional, but when it is needed is not said`,
        ),
        hint: paste(
          source,
          `/materials/${at}/when`,
          say('写明什么情形下要交；人人都要交的，改为必要', 'say when, or make it 必要'),
        ),
      };
    }
  },
};
