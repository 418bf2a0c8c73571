import { type Chain, chainOf } from '../../chain/chain.ts';
import { allAnswers } from '../../chain/when.ts';
import type { AllFacts } from '../../model/facts.ts';
import type { LintContext, Report, Rule } from '../rule.ts';
import { type JudgedBundle, worldOf } from './chain-facts.ts';

/** A bundle with what is computed of it: as a whole, and for each set of answers. */
export interface Judged extends JudgedBundle {
  readonly whole: Chain;
  readonly cases: readonly Chain[];
}

interface Known {
  readonly mark: string;
  readonly judged: readonly Judged[];
}

const KNOWN = new WeakMap<object, Known>();

/** All bundles with what is computed of them: once for all rules that ask. */
function judgedOf(context: LintContext, facts: AllFacts): readonly Judged[] {
  const { bundles } = context.catalog;
  if (bundles.size === 0) return [];
  const mark = [...facts].map((noted) => (noted.count === 0 ? '' : noted.at(0))).join('\n');
  const known = KNOWN.get(bundles);
  if (known?.mark === mark) return known.judged;
  const world = worldOf(context, facts);
  const judged = [...bundles.values()].map(({ path, value: bundle }): Judged => {
    const whole = chainOf(bundle, {}, world);
    const asked = (bundle.questions ?? []).length > 0;
    const cases = asked
      ? allAnswers(bundle).map((answers) => chainOf(bundle, answers, world))
      : [whole];
    return { path, bundle, world, catalog: context.catalog, whole, cases };
  });
  KNOWN.set(bundles, { mark, judged });
  return judged;
}

/** A rule's `catalog`: asks about every bundle, and says the same of one place only once. */
export function eachBundle(
  judge: (judged: Judged, context: LintContext) => Iterable<Report>,
): NonNullable<Rule['catalog']> {
  return function* (context, facts) {
    for (const judged of judgedOf(context, facts)) {
      const said = new Set<string>();
      for (const report of judge(judged, context)) {
        const key = `${report.pointer} ${report.message.zh}`;
        if (said.has(key)) continue;
        said.add(key);
        yield { ...report, path: judged.path };
      }
    }
  };
}

/** The name of an item by its id. */
export function nameOf({ world }: JudgedBundle, id: string): string {
  return world.itemOf(id)?.name ?? id;
}
