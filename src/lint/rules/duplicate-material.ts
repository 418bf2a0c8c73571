import type { Material } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { remembered } from '../../text/remember.ts';
import { spelt } from '../key-words.ts';
import type { Rule } from '../rule.ts';

/** Nobody brings the same paper twice for one item. */
export const duplicateMaterial: Rule = {
  id: 'duplicate-material',
  severity: 'warning',
  title: say('同一材料要了两次', 'the same material twice'),
  why: say(
    '同一份材料写两遍，群众会准备两份，窗口也会多收。',
    'Written twice, it is brought twice.',
  ),
  citation: '《安阳市政务服务条例》第二十三条',
  bad: 'materials: [{ name: 取水口位置图, necessity: 必要 }, { name: 取水口位置图（原件）, necessity: 必要 }]',
  good: 'materials: [{ name: 取水口位置图, necessity: 必要 }, { name: 退水口位置图, necessity: 必要 }]',
  *item({ value, source }) {
    const materials = value.materials ?? [];
    const names = materials.map(({ name }) => bare(name));
    if (new Set(names).size === names.length) return;
    for (const [at, material] of materials.entries()) {
      const first = materials.find((each, before) => {
        return before < at && names[before] === names[at] && isSame(each, material);
      });
      if (first === undefined) continue;
      yield {
        pointer: `/materials/${at}/name`,
        message: say(
          `“${material.name}”与前面的“${first.name}”是同一份材料`,
          `“${material.name}” is the same as “${first.name}” above`,
        ),
        hint: spelt(
          source,
          say(
            '合并成一项，份数写在 {materials.0.copies}；只在不同情形提交的，写明 {materials.0.situations}',
            'make one of the two, or name the {materials.0.situations} of each',
          ),
        ),
      };
    }
  },
};

/** Whether two materials of one name are one. */
function isSame(a: Material, b: Material): boolean {
  if (a.when !== b.when || a.issuer !== b.issuer) return false;
  if (a.situations === undefined || b.situations === undefined) return true;
  return a.situations.some((each) => b.situations?.includes(each));
}

const bare = remembered((name) =>
  name
    .replace(/[（(](?:原件|复印件|正本|副本|原件及复印件|一式.份|[^（）()]{0,4}份)[）)]/g, '')
    .replace(/[《》“”\s；;。]|(?:原件|复印件)$/g, ''),
);
