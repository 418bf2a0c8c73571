import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Rational, rational } from './rational.ts';
import type { Selection } from './selection.ts';

/** How many items have each value of something. */
export interface Distribution {
  readonly key: 'visits' | 'depth' | 'special';
  readonly label: Words;
  readonly rows: readonly {
    readonly name: Words;
    readonly count: number;
    /** Of all items counted; absent when there are none. */
    readonly share?: Rational;
  }[];
}

const DEPTHS = [
  '互联网咨询',
  '互联网收件',
  '互联网预审',
  '互联网受理',
  '互联网办理',
  '互联网办理结果信息反馈',
  '互联网电子证照反馈',
] as const;

/** 到现场次数, 网办深度 (each depth on its own, and none) and 特别程序 by kind. */
export function distributionsOf({ items }: Selection): readonly Distribution[] {
  const values = items.map(({ value }) => value);
  const count = (name: Words, holds: (item: Item) => boolean) => {
    const found = values.filter(holds).length;
    const share = values.length === 0 ? {} : { share: portion(found, values.length) };
    return { name, count: found, ...share };
  };
  const kinds = [...new Set(values.flatMap(({ limits }) => limits?.special ?? []).map(kindOf))];
  return [
    {
      key: 'visits',
      label: say('到办事现场次数', 'visits'),
      rows: [
        count(say('0次', '0'), ({ visits }) => visits === 0),
        count(say('1次', '1'), ({ visits }) => visits === 1),
        count(say('2次以上（含2次）', '2 or more'), ({ visits = 0 }) => visits > 1),
        count(say('没有填写', 'blank'), ({ visits }) => visits === undefined),
      ],
    },
    {
      key: 'depth',
      label: say('网上办理深度', 'depth of online handling'),
      rows: [
        ...DEPTHS.map((depth, index) =>
          count(say(`${index + 1} ${depth}`, `${index + 1} ${depth}`), ({ channels }) =>
            (channels?.depth ?? []).includes(depth),
          ),
        ),
        count(say('没有填写', 'blank'), ({ channels }) => (channels?.depth ?? []).length === 0),
      ],
    },
    {
      key: 'special',
      label: say('特别程序', 'special procedures'),
      rows: kinds
        .sort()
        .map((kind) =>
          count(say(kind, kind), ({ limits }) =>
            (limits?.special ?? []).some((each) => each.kind === kind),
          ),
        ),
    },
  ];
}

function kindOf({ kind }: { readonly kind: string }): string {
  return kind;
}

function portion(count: number, of: number): Rational {
  return rational(BigInt(count), BigInt(of));
}
