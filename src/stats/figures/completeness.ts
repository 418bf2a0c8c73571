import type { Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { type FigureSpec, whole } from '../figure.ts';

/** A place of an item that a standard wants filled. */
export interface ElementGap {
  readonly pointer: string;
  readonly label: Words;
}

/** A standard of completeness and how many of its elements an item has filled. */
export interface ElementStandard {
  readonly id: string;
  readonly title: Words;
  readonly citation: string;
  measure(entry: Entry<Item>): {
    readonly filled: number;
    readonly applicable: number;
    readonly gaps: readonly ElementGap[];
  };
}

/** 要素完整度 by one standard: filled among applicable elements. */
export function completenessFigure({ id, title, citation, measure }: ElementStandard): FigureSpec {
  return {
    key: `completeness:${id}`,
    label: say(`要素完整度（${title.zh}）`, `completeness (${title.en})`),
    kind: 'share',
    formula: say(
      `已填写的要素 ÷ 适用的要素，要素依据${citation}`,
      `elements filled ÷ elements that apply, ${citation}`,
    ),
    judge: (entry) => {
      const { filled, applicable, gaps } = measure(entry);
      if (applicable === 0) {
        return { pointer: '/type', reason: say('这个标准不适用', 'the standard does not apply') };
      }
      const missing = gaps.map(({ label }) => label.zh).join('、');
      const zh = `${applicable}个要素，已填写${filled}个${missing === '' ? '' : `，缺${missing}`}`;
      const says = say(zh, `${filled} of ${applicable}`);
      return {
        pointer: gaps[0]?.pointer ?? '',
        amount: whole(filled),
        weight: whole(applicable),
        says,
      };
    },
  };
}
