import { type Block, type Guide, onPaper, type Section } from '../guide.ts';
import { BRIEF, MATERIALS_CHAPTER, sectionsShown } from '../orders.ts';

/** Facts that the short guide leaves to the full one. */
const LEFT_OUT = new Set([
  '效力级别',
  '网上办理深度',
  '对接单点登录',
  '移动端办理地址',
  '全程网办',
  '自助终端办理',
  '法定时限依据',
  '审查标准',
  '电子证照',
  '年审年检',
  '电子邮箱',
  '网络咨询',
  '交通指引',
  '无障碍设施',
  '窗口时间',
  '办理岗位',
  '制证送达',
  '送达时限',
  '结果类型',
  '出具文书',
  '结果样本',
]);

/** The short guide: the same words, without what only an expert looks up. */
export function composeBrief(guide: Guide): Guide {
  const sections = sectionsShown(BRIEF, 'short', 'notice').flatMap((id): Section[] => {
    const from = BRIEF[id] === 'notice' ? guide.notice.sections : guide.sections;
    const section = from.find((each) => each.id === id);
    const blocks = section === undefined ? [] : shortened(section.blocks).map(withoutBasis);
    return section === undefined || blocks.length === 0 ? [] : [{ ...section, blocks }];
  });
  const { appendix: _, ...rest } = onPaper(guide);
  return { ...rest, sections };
}

/** The guide's chapter in the manual of materials: situations, materials and what is asked. */
export function composeMaterialsChapter(guide: Guide): Guide {
  const sections = sectionsShown(MATERIALS_CHAPTER, 'whole').flatMap(
    (id) => guide.sections.find((each) => each.id === id) ?? [],
  );
  return { ...onPaper(guide), sections };
}

/** Blocks up to the first heading of details, facts and steps without their finer points. */
function shortened(blocks: readonly Block[]): Block[] {
  const heading = blocks.findIndex((block) => block.kind === 'heading');
  const shown = heading < 0 ? blocks : blocks.slice(0, heading);
  return shown.flatMap((block): Block[] => {
    if (block.kind === 'facts') {
      const facts = block.facts.filter(({ label }) => !LEFT_OUT.has(label));
      return facts.length === 0 ? [] : [{ ...block, facts }];
    }
    if (block.kind !== 'steps') return [block];
    const steps = block.steps.map((step) => ({
      ...step,
      facts: step.facts.filter(({ label }) => !LEFT_OUT.has(label)),
      blocks: [],
    }));
    return [{ ...block, steps }];
  });
}

/** A list without the lines that name the law of each entry. */
function withoutBasis(block: Block): Block {
  if (block.kind !== 'list') return block;
  const isBasis = (each: Block): boolean =>
    each.kind === 'paragraph' && each.text[0]?.text.startsWith('依据：') === true;
  return { ...block, items: block.items.map((item) => item.filter((each) => !isBasis(each))) };
}
