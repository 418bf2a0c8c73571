import { say, type Words } from '../model/words.ts';
import { APPLIED_FOR, type Policy, withUnits } from './policy.ts';

/** One admissible way of counting. */
export interface Option {
  readonly says: Words;
  readonly policy: Policy;
}

/** A point of the 口径 that may be decided in more than one admissible way. */
export interface Choice {
  readonly key: string;
  readonly label: Words;
  /** The 口径 with this point decided in each way; the declared one is among them. */
  options(policy: Policy): readonly Option[];
}

const option = (zh: string, en: string, policy: Policy): Option => ({ says: say(zh, en), policy });

/** Every point on which offices differ, with the ways seen in published figures. */
export const CHOICES: readonly Choice[] = [
  {
    key: 'types',
    label: say('计入的事项类型', 'types counted'),
    options: (policy) => [
      option('按声明', 'as declared', policy),
      option('依申请七类', 'all seven', { ...policy, types: APPLIED_FOR }),
      option('不含公共服务', 'without 公共服务', {
        ...policy,
        types: APPLIED_FOR.filter((type) => type !== '公共服务'),
      }),
      option('仅行政许可', '行政许可 only', { ...policy, types: ['行政许可'] }),
    ],
  },
  {
    key: 'states',
    label: say('计入的事项状态', 'states counted'),
    options: (policy) => [
      option('按声明', 'as declared', policy),
      option('在用', '在用', { ...policy, states: ['在用'] }),
      option('在用和暂停', '在用, 暂停', { ...policy, states: ['在用', '暂停'] }),
    ],
  },
  {
    key: 'instant',
    label: say('即办件计为', '即办件 booked as'),
    options: (policy) => [
      option('按填写的承诺时限', 'as declared', { ...policy, instant: 'as-declared' }),
      option('0个工作日', '0', { ...policy, instant: '0' }),
      option('0.5个工作日', '0.5', { ...policy, instant: '0.5' }),
      option('1个工作日', '1', { ...policy, instant: '1' }),
    ],
  },
  {
    key: 'rows',
    label: say('计数单位', 'what counts once'),
    options: (policy) => [
      option('每个事项', 'each item', { ...policy, rows: 'item' }),
      option('每种情形', 'each situation', { ...policy, rows: 'situation' }),
    ],
  },
  unit('自然日', '1个自然日折合', ['5/7', '1']),
  unit('月', '1个月折合', ['125/6', '62/3', '150/7']),
  unit('年', '1年折合', ['250', '248']),
  {
    key: 'hours',
    label: say('承诺的小时', 'hours promised'),
    options: (policy) => [
      option('按自然时间', 'by the clock', { ...policy, hours: 'clock' }),
      option('按办公时间', 'of opening', { ...policy, hours: 'opening' }),
    ],
  },
  unit('小时', '1工作小时折合', ['1/8', '1/7']),
  {
    key: '日',
    label: say('只写“日”的', 'a bare 日'),
    options: (policy) => {
      const { 日: declared, ...units } = policy.units;
      const values = [...new Set(['1', '5/7', ...(declared === undefined ? [] : [declared])])];
      return [
        option('不计入', 'left out', { ...policy, units }),
        ...values.map((value) =>
          option(`1日＝${value}个工作日`, value, { ...policy, units: { ...units, 日: value } }),
        ),
      ];
    },
  },
];

function unit(key: '自然日' | '月' | '年' | '小时', zh: string, ways: readonly string[]): Choice {
  return {
    key,
    label: say(zh, `one ${key}`),
    options: (policy) =>
      [...new Set([policy.units[key] ?? '', ...ways])]
        .filter((value) => value !== '')
        .map((value) => option(`${value}个工作日`, value, withUnits(policy, { [key]: value }))),
  };
}
