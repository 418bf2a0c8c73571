import type { Catalog } from '../../model/catalog.ts';
import type { Material } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { spelt } from '../key-words.ts';
import type { Rule } from '../rule.ts';
import { sharedBy } from './shared-material-demanded.ts';

/** A paper that an office issues is fetched from that office, or it is said why not. */
export const issuedMaterialDemanded: Rule = {
  id: 'issued-material-demanded',
  severity: 'warning',
  title: say('政府部门核发的材料仍要提交', 'a paper issued by the authorities is asked for'),
  why: say(
    '政府自己发的证照，应当用电子证照、数据共享或者部门核验代替；还要交的，写明理由。',
    'What an office itself issued is to be fetched there; if not, the guide says why.',
  ),
  citation: '《国务院关于在线政务服务的若干规定》第七条',
  bad: 'materials: [{ name: 建设用地批准书, necessity: 必要, source: 政府部门核发, issuer: 明白市国土局 }]',
  good: `materials:
  - name: 建设用地批准书
    necessity: 必要
    source: 政府部门核发
    issuer: 明白市国土局
    unwaived: 该批准书尚未制成电子证照，数据不能共享。`,
  *item({ value, source }, { catalog }) {
    for (const [at, material] of (value.materials ?? []).entries()) {
      const { name, waiver, unwaived } = material;
      if (waiver !== undefined || unwaived !== undefined) continue;
      if (sharedBy(catalog, name) !== undefined) continue;
      const by = issuedBy(catalog, material);
      if (by === undefined) continue;
      yield {
        pointer: `/materials/${at}/${by.key}`,
        message: say(
          `“${name}”${by.words.zh}，没有写免提交，也没有写为什么还要提交`,
          `“${name}” ${by.words.en}; neither a waiver nor a reason for asking is given`,
        ),
        hint: spelt(
          source,
          say(
            '补写 {materials.0.waiver}（电子证照、数据共享、部门核验、告知承诺之一），或在 {materials.0.unwaived} 写明理由',
            'add {materials.0.waiver}, or give the reason in {materials.0.unwaived}',
          ),
        ),
      };
    }
  },
};

function issuedBy(
  catalog: Catalog,
  { source, issuer }: Material,
): { key: string; words: Words } | undefined {
  if (source === '政府部门核发') {
    return { key: 'source', words: say('由政府部门核发', 'is issued by an authority') };
  }
  if (issuer === undefined || source !== undefined) return undefined;
  const known = [...catalog.departments.values()].some(({ value }) => {
    return issuer.includes(value.name) || issuer === value.short;
  });
  if (!known) return undefined;
  return { key: 'issuer', words: say(`由${issuer}出具`, `is issued by ${issuer}`) };
}
