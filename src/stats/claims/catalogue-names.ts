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
    const name = `目录.${spec.label.zh.replace(/[（）]/g, '')}`;
    if (value !== undefined) names.set(name, value);
    names.set(`${name}.分子`, numerator);
    names.set(`${name}.分母`, denominator);
    names.set(`${name}.计入`, rational(BigInt(counted)));
    names.set(`${name}.未计入`, rational(BigInt(omitted)));
  }
  return names;
}
