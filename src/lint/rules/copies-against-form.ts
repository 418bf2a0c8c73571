import type { Material } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** Numbers of originals and copies agree with the form and the medium that are asked for. */
export const copiesAgainstForm: Rule = {
  id: 'copies-against-form',
  severity: 'error',
  title: say('份数与材料类型矛盾', 'copies contradict the form asked for'),
  why: say(
    '只要原件却写了复印件份数，只收电子材料却写了纸质份数，群众不知道准备什么。',
    'Only the original, yet a number of photocopies: people cannot tell what to bring.',
  ),
  bad: 'materials: [{ name: 取水口位置图, necessity: 必要, form: 原件, copies: 1, photocopies: 2 }]',
  good: `materials:
  - name: 取水口位置图
    necessity: 必要
    form: 原件和复印件
    copies: 1
    photocopies: 2`,
  *item({ value }) {
    for (const [at, material] of (value.materials ?? []).entries()) {
      if (!mayDisagree(material)) continue;
      for (const [key, words, hint] of faults(material)) {
        const message = say(`“${material.name}”${words.zh}`, `“${material.name}” ${words.en}`);
        yield { pointer: `/materials/${at}/${key}`, message, hint };
      }
    }
  },
};

/** Most materials are done with after this. */
function mayDisagree({ name, form, medium, photocopies = 0 }: Material): boolean {
  return photocopies > 0 || medium === '电子' || (form === '原件' && name.includes('复印件'));
}

function* faults({
  name,
  form,
  medium,
  copies = 0,
  photocopies = 0,
}: Material): Iterable<readonly [key: string, words: Words, hint: Words]> {
  if (form === '原件' && photocopies > 0) {
    yield [
      'photocopies',
      say(
        `只要原件，却要复印件${photocopies}份`,
        `takes the original only, yet ${photocopies} copies`,
      ),
      say('材料类型改为原件和复印件，或删去复印件份数', 'write 原件和复印件, or drop photocopies'),
    ];
  }
  if (form === '复印件' && copies > 0 && photocopies > 0 && copies !== photocopies) {
    yield [
      'photocopies',
      say(`份数写了${copies}，复印件份数又写${photocopies}`, `says ${copies} and ${photocopies}`),
      say('只要复印件时只写 copies', 'for photocopies alone write copies only'),
    ];
  }
  if (medium === '电子' && (copies > 0 || photocopies > 0)) {
    yield [
      copies > 0 ? 'copies' : 'photocopies',
      say('只收电子材料，却写了纸质份数', 'is taken electronically only, yet has paper copies'),
      say('删去份数，或把材料形式改为纸质/电子', 'drop the number, or write 纸质/电子'),
    ];
  }
  if (form === '原件' && /(?:复印件|[（(]复印件[）)])$/.test(name) && !name.includes('原件')) {
    yield [
      'form',
      say('的名称是复印件，材料类型却写原件', 'is a photocopy by name, but 原件 by form'),
      say('材料类型改为复印件', 'write 复印件'),
    ];
  }
}
