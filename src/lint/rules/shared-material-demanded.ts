import type { Catalog } from '../../model/catalog.ts';
import type { Department } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { remembered } from '../../text/remember.ts';
import { spelt } from '../key-words.ts';
import type { Rule } from '../rule.ts';

/** What a department of the catalogue shares must not be asked for again. */
export const sharedMaterialDemanded: Rule = {
  id: 'shared-material-demanded',
  severity: 'error',
  title: say('能共享的材料仍要提交', 'a shared paper is asked for'),
  why: say(
    '通过数据共享能够获得的信息，不得要求申请人另行提供。',
    'What can be had by sharing data must not be asked of the applicant.',
  ),
  citation: '《国务院关于在线政务服务的若干规定》第七条',
  bad: `materials: [{ name: 营业执照, necessity: 必要 }]
files:
  departments/water.yaml: { shares: [营业执照] }`,
  good: `materials: [{ name: 营业执照, necessity: 必要, waiver: 数据共享 }]
files:
  departments/water.yaml: { shares: [营业执照] }`,
  *item({ value, source }, { catalog }) {
    for (const [at, { name, waiver, unwaived }] of (value.materials ?? []).entries()) {
      if (waiver !== undefined || unwaived !== undefined) continue;
      const owner = sharedBy(catalog, name);
      if (owner === undefined) continue;
      yield {
        pointer: `/materials/${at}/name`,
        message: say(
          `“${name}”可以由${owner.name}共享，不得再要求提交`,
          `“${name}” is shared by ${owner.name} and must not be asked for`,
        ),
        hint: spelt(
          source,
          say(
            '写上 {materials.0.waiver}: 数据共享；确实不能共享的，在 {materials.0.unwaived} 写明理由',
            'write {materials.0.waiver}: 数据共享, or the reason in {materials.0.unwaived}',
          ),
        ),
      };
    }
  },
};

/** The department that shares a paper of this name, if one does. */
export function sharedBy(catalog: Catalog, name: string): Department | undefined {
  let shared = SHARED.get(catalog);
  if (shared === undefined) {
    shared = new Map();
    for (const { value } of catalog.departments.values()) {
      for (const share of value.shares ?? []) {
        if (!shared.has(bare(share))) shared.set(bare(share), value);
      }
    }
    SHARED.set(catalog, shared);
  }
  return shared.size === 0 ? undefined : shared.get(bare(name));
}

const SHARED = new WeakMap<Catalog, Map<string, Department>>();

const bare = remembered((name) =>
  name.replace(/[（(][^（）()]*[）)]/g, '').replace(/[《》“”\s]|电子证照|(?:原件|复印件)$/g, ''),
);
