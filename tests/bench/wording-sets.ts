import { existsSync, readFileSync } from 'node:fs';
import type { WordingField } from '../../src/lint/wording/terms.ts';
import { WORDING } from '../../src/lint/wording/wording.gen.ts';
import { seededRandom } from './random.ts';

const LAWS = new URL('../../../shared/data/laws/index.tsv', import.meta.url);

/** One made sentence: whether it is vague is known from how it was made. */
export interface MadeEntry {
  readonly field: WordingField;
  readonly vague: boolean;
  readonly text: string;
}

/** Nouns that stand in no list of the program, from titles of laws; none where those are absent. */
export function unknownNouns(): string[] {
  if (!existsSync(LAWS)) return [];
  const known = new Set(Object.values(WORDING.classes).flat());
  const nouns = new Set<string>();
  for (const row of readFileSync(LAWS, 'utf8').split('\n').slice(1)) {
    const [title = ''] = row.split('\t');
    const noun = TITLE.exec(title)?.[1] ?? '';
    if (noun !== '' && !known.has(noun)) nouns.add(noun);
  }
  return [...nouns];
}

const TITLE =
  /^(?:中华人民共和国|[一-鿿]{2,5}[省市区])?([一-鿿]{2,7}?)(?:管理|保护|促进|监督管理)?(?:法|条例|办法|规定)$/;

/** Vague frames, then harmless ones; ～ is a noun, # a number. */
const FRAMES: readonly (readonly [WordingField, string, boolean])[] = [
  ['material', '其他～材料', true],
  ['material', '～证明、其他～凭证', true],
  ['condition', '或者有其他～情形', true],
  ['material', '有关～证明', true],
  ['material', '～证明、～报告等', true],
  ['condition', '符合～要求的，以主管部门规定为准', true],
  ['limit', '约#个工作日', true],
  ['limit', '#-1#个工作日', true],
  ['limit', '最快#个工作日', true],
  ['fee', '～费按实际发生收取', true],
  ['fee', '～费#0元左右', true],
  ['condition', '～面积不少于XX平方米', true],
  ['material', '～证明1份', false],
  ['condition', '取得～证书#年以上', false],
  ['condition', '～从业人员不少于#人', false],
  ['condition', '公民、法人或者其他组织申请～登记的', false],
  ['limit', '自受理之日起#个工作日', false],
  ['limit', '每月#日至1#日受理～申请', false],
  ['fee', '～登记费#0元/件', false],
  ['fee', '不收费', false],
  ['material', '《关于～有关问题的通知》复印件', false],
  ['condition', '建筑面积不少于#00平方米', false],
];

/** Sentences made of frames and nouns, the same each time. */
export function madeEntries(nouns: readonly string[], each = 40): MadeEntry[] {
  const random = seededRandom(7);
  return FRAMES.flatMap(([field, frame, vague]) =>
    Array.from({ length: each }, () => ({
      field,
      vague,
      text: frame
        .replaceAll('～', () => random.pick(nouns))
        .replaceAll('#', () => String(2 + random.below(7))),
    })),
  );
}
