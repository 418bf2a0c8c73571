import type { Rational } from '../../rational.ts';
import type { Proposal } from './proposal.ts';
import { isCount, type Sentence } from './sentence.ts';

/** Numbers of a sentence that the catalogue itself gives: its items, sums of days, shares. */
export function* proposeFromCatalogue(
  { mentions, folded }: Sentence,
  catalogue: ReadonlyMap<string, Rational>,
): Generator<Proposal> {
  if (catalogue.size === 0) return;
  for (const figure of mentions) {
    const { label, printed, tail, lead } = figure;
    const around = label + tail;
    const name = printed.percent
      ? shareNamed(label, catalogue)
      : isCount(figure)
        ? countNamed(around, lead)
        : daysNamed(folded.slice(Math.max(0, figure.start - 30), figure.start), tail);
    if (name === undefined || !catalogue.has(name)) continue;
    yield { figure, workings: [name], sure: true };
  }
}

function shareNamed(label: string, catalogue: ReadonlyMap<string, Rational>): string | undefined {
  const names = [...catalogue.keys()].filter((name) => name.split('.').length === 2);
  return names
    .filter((name) => label.endsWith(name.slice('目录.'.length)))
    .sort((a, b) => b.length - a.length)[0];
}

function countNamed(around: string, lead: string): string | undefined {
  if (!/全部|共|总|纳入|公布|梳理|编制/.test(lead + around)) return undefined;
  if (/政务服务事项(?:总数)?/.test(around)) return '目录.事项数';
  return /(?:部门|单位)$/.test(around.trim()) ? '目录.部门数' : undefined;
}

function daysNamed(before: string, tail: string): string | undefined {
  if (!/总|合计|累计/.test(before)) return undefined;
  if (/承诺/.test(tail) || /承诺[^法定]*$/.test(before)) return '目录.承诺合计';
  return /法定[^承诺压]*$/.test(before) ? '目录.法定合计' : undefined;
}
