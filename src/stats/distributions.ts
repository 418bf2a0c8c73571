import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Rational, rational } from './rational.ts';

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

const BLANK = say('没有填写', 'blank');

/** 到现场次数, 网办深度 (each depth on its own, and none) and 特别程序 by kind, item by item. */
export class DistributionCount {
  #items = 0;
  readonly #visits = new Map<string, number>();
  readonly #depths = new Map<string, number>();
  readonly #kinds = new Map<string, number>();

  take({ visits, channels, limits }: Item): void {
    this.#items += 1;
    const often = visits !== undefined && visits > 1 ? '2' : `${visits ?? ''}`;
    const depths = new Set<string>(channels?.depth ?? []);
    for (const depth of depths.size === 0 ? [''] : depths) increase(this.#depths, depth);
    increase(this.#visits, often);
    for (const kind of new Set(limits?.special?.map((each) => each.kind))) {
      increase(this.#kinds, kind);
    }
  }

  get distributions(): readonly Distribution[] {
    const [visits, depths] = [this.#visits, this.#depths];
    return [
      {
        key: 'visits',
        label: say('到办事现场次数', 'visits'),
        rows: [
          this.#row(say('0次', '0'), visits.get('0')),
          this.#row(say('1次', '1'), visits.get('1')),
          this.#row(say('2次以上（含2次）', '2 or more'), visits.get('2')),
          this.#row(BLANK, visits.get('')),
        ],
      },
      {
        key: 'depth',
        label: say('网上办理深度', 'depth of online handling'),
        rows: [
          ...DEPTHS.map((depth, index) => {
            const name = `${index + 1} ${depth}`;
            return this.#row(say(name, name), depths.get(depth));
          }),
          this.#row(BLANK, depths.get('')),
        ],
      },
      {
        key: 'special',
        label: say('特别程序', 'special procedures'),
        rows: [...this.#kinds]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([kind, count]) => this.#row(say(kind, kind), count)),
      },
    ];
  }

  #row(name: Words, count = 0): Distribution['rows'][number] {
    return { name, count, ...(this.#items === 0 ? {} : { share: portion(count, this.#items) }) };
  }
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function portion(count: number, of: number): Rational {
  return rational(BigInt(count), BigInt(of));
}
