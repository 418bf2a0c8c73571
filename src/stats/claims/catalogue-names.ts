import { say, type Words } from '../../model/words.ts';
import type { FigureSpec } from '../figure.ts';
import { FIGURES } from '../figures/index.ts';
import { type Rational, rational, subtract } from '../rational.ts';
import type { Stats } from '../stats.ts';

/**
 * The figures of a catalogue by the names that claims use: 目录.事项数, 目录.法定合计,
 * 目录.时限压缩率, 目录.即办件占比.分子 … A name has no brackets.
 */
export function catalogueNames(stats: Stats): ReadonlyMap<string, Rational> {
  const { compression, figures, items, departments } = stats;
  const names = new Map<string, Rational>([
    ['目录.事项数', rational(BigInt(items))],
    ['目录.部门数', rational(BigInt(departments))],
    ['目录.法定合计', compression.statutory],
    ['目录.承诺合计', compression.committed],
    ['目录.压缩合计', subtract(compression.statutory, compression.committed)],
  ]);
  for (const { spec, value, numerator, denominator, counted, omitted } of figures) {
    const name = nameOf(spec);
    if (value !== undefined) names.set(name, value);
    names.set(`${name}.分子`, numerator);
    names.set(`${name}.分母`, denominator);
    names.set(`${name}.计入`, rational(BigInt(counted)));
    names.set(`${name}.未计入`, rational(BigInt(omitted)));
  }
  return names;
}

function nameOf({ label }: FigureSpec): string {
  return `目录.${label.zh.replace(/[（）]/g, '')}`;
}

/** Every name that a working may use of a catalogue, with what it stands for. */
export function knownNames(): readonly (readonly [string, Words])[] {
  const whole = [
    ['目录.事项数', say('事项的个数', 'number of items')],
    ['目录.部门数', say('部门的个数', 'number of departments')],
    ['目录.法定合计', say('法定时限的合计，工作日', 'sum of statutory limits, working days')],
    ['目录.承诺合计', say('承诺时限的合计，工作日', 'sum of committed limits, working days')],
    ['目录.压缩合计', say('法定合计减承诺合计，工作日', 'what the limits were shortened by')],
  ] as const;
  const figures = FIGURES.flatMap((spec) => {
    const name = nameOf(spec);
    return [
      [name, spec.formula],
      [`${name}.分子`, say('算式的分子', 'its numerator')],
      [`${name}.分母`, say('算式的分母', 'its denominator')],
      [`${name}.计入`, say('计入的事项数', 'items counted')],
      [`${name}.未计入`, say('未计入的事项数', 'items left out')],
    ] as const;
  });
  return [...whole, ...figures];
}
