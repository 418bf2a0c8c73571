import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { type Contribution, type FigureSpec, partOf, whole } from '../figure.ts';
import type { Omission } from '../selection.ts';

type Material = NonNullable<Item['materials']>[number];

const NONE: Omission = {
  pointer: '/materials',
  reason: say('没有填写申请材料', 'materials are blank'),
};
const PIECES = say('份', 'pieces');

/** What has to be brought: how much, how much of it is waived (S8), how many copies. */
export const MATERIAL_FIGURES: readonly FigureSpec[] = [
  {
    key: 'materials',
    label: say('每项材料数', 'materials per item'),
    kind: 'mean',
    unit: PIECES,
    formula: say('Σ申请材料 ÷ 填写了申请材料的事项', 'Σ materials ÷ items with materials'),
    judge: ({ value: { materials } }) =>
      materials === undefined ? NONE : count(materials.length, '/materials'),
  },
  {
    key: 'waived',
    label: say('材料免提交占比', 'materials waived'),
    kind: 'share',
    formula: say('免提交的材料 ÷ 全部材料', 'waived materials ÷ all materials'),
    judge: ({ value: { materials } }) => {
      if (materials === undefined) return NONE;
      const waived = materials.filter(isWaived).map(({ name }) => name);
      const zh = `${materials.length}份材料，免提交${waived.length}份`;
      return {
        pointer: '/materials',
        amount: whole(waived.length),
        weight: whole(materials.length),
        says: say(waived.length === 0 ? zh : `${zh}：${waived.join('、')}`, `${waived.length}`),
      };
    },
  },
  {
    key: 'waiving-items',
    label: say('有免提交材料的事项占比', 'items that waive a material'),
    kind: 'share',
    formula: say('至少一份材料免提交的事项 ÷ 填写了申请材料的事项', 'items that waive ÷ items'),
    judge: ({ value: { materials } }) => {
      if (materials === undefined) return NONE;
      const waived = materials.filter(isWaived).length;
      return partOf(waived > 0, '/materials', say(`免提交${waived}份`, `${waived} waived`));
    },
  },
  {
    key: 'copies',
    label: say('每项纸质份数', 'paper copies per item'),
    kind: 'mean',
    unit: PIECES,
    formula: say(
      'Σ（份数 + 复印件份数，不含免提交的材料和只收电子版的材料）÷ 各份纸质材料都写明份数的事项',
      'Σ copies and photocopies that are not waived ÷ items that give a number for all paper',
    ),
    judge: ({ value: { materials } }) => {
      if (materials === undefined) return NONE;
      const asked = materials.filter((each) => !isWaived(each) && each.medium !== '电子');
      const blank = asked.filter((each) => copiesOf(each) === undefined);
      if (blank.length > 0) {
        const names = blank.map(({ name }) => name).join('、');
        const reason = say(
          `有材料没有写份数：“${names}”`,
          `materials without a number of copies: “${names}”`,
        );
        return { pointer: '/materials', reason };
      }
      const copies = asked.reduce((sum, each) => sum + (copiesOf(each) ?? 0), 0);
      return count(copies, '/materials');
    },
  },
  {
    key: 'samples',
    label: say('申请表样表覆盖率', 'forms with a sample'),
    kind: 'share',
    formula: say('有示例样表的申请表 ÷ 全部申请表', 'forms with a sample ÷ all forms'),
    judge: ({ value: { materials = [] } }) => {
      const forms = materials.filter(({ kind }) => kind === '申请表');
      const filled = forms.filter(({ sample }) => sample !== undefined).length;
      const says = say(
        `申请表${forms.length}份，有样表${filled}份`,
        `${filled} of ${forms.length}`,
      );
      if (forms.length === 0) {
        return { pointer: '/materials', reason: say('没有申请表', 'has no form') };
      }
      return { pointer: '/materials', amount: whole(filled), weight: whole(forms.length), says };
    },
  },
];

function isWaived({ waiver }: Material): boolean {
  return waiver !== undefined;
}

/** Paper asked for; undefined where no number is given: a blank is not one. */
function copiesOf({ copies, photocopies }: Material): number | undefined {
  return copies === undefined && photocopies === undefined
    ? undefined
    : (copies ?? 0) + (photocopies ?? 0);
}

function count(pieces: number, pointer: string): Contribution {
  return { pointer, amount: whole(pieces), says: say(`${pieces}份`, `${pieces}`) };
}
