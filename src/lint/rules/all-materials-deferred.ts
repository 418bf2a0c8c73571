import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** An application consists of something: not every paper of it can follow later. */
export const allMaterialsDeferred: Rule = {
  id: 'all-materials-deferred',
  severity: 'error',
  title: say('全部材料都容缺后补', 'every material may follow later'),
  why: say(
    '容缺受理的前提是主要材料已经提交，全部容缺等于没有申请。',
    'Acceptance with papers missing presupposes that the main ones are there.',
  ),
  citation: '《安阳市政务服务条例》第二十四条',
  bad: 'materials: [{ name: 取水许可申请书, necessity: 容缺后补, deferral: { within: 2个工作日 } }]',
  good: `materials:
  - { name: 取水口位置图, necessity: 必要 }
  - { name: 水质检测报告, necessity: 容缺后补, deferral: { within: 2个工作日 } }`,
  when: ['/materials/0/necessity=容缺后补'],
  *item({ value }) {
    const asked = (value.materials ?? []).filter((each) => each.waiver === undefined);
    if (asked.length === 0 || asked.some((each) => each.necessity !== '容缺后补')) return;
    yield {
      pointer: '/materials',
      on: 'key',
      message: say(
        `要提交的${asked.length}项材料都是容缺后补，没有必须先交的材料`,
        `all ${asked.length} materials to hand in may follow later`,
      ),
      hint: say('把主要材料的必要性改为必要', 'mark the main materials as 必要'),
    };
  },
};
