import type { Random } from '../bench/random.ts';
import { drawArgv } from './argv.ts';
import type { CommandShape } from './command-shapes.ts';
import { plausibleWord } from './plausible.ts';

/** What is done in a round, one thing after the other. */
export type Step =
  | { readonly do: 'run'; readonly argv: readonly string[] }
  /** Damage what the program wrote for itself: outputs, parts, caches. */
  | { readonly do: 'damage'; readonly folder: string };

const OWN = ['public', 'part-1', 'part-2', 'catalog/.mingbai', 'catalog'];

/** The steps of one round: any command twice, or one that goes on from what another one left. */
export function drawSteps(shapes: readonly CommandShape[], random: Random): Step[] {
  const any = (): Step => run(drawArgv(random.pick(shapes), random));
  switch (random.below(6)) {
    case 0:
      return [build('public', random), damage(random), build('public', random)];
    case 1:
      return parts(random);
    case 2:
      return [run(['check', 'catalog']), damage(random), run(['check', 'catalog']), any()];
    default:
      return [any(), any()];
  }
}

function run(argv: readonly string[]): Step {
  return { do: 'run', argv };
}

function damage(random: Random): Step {
  return { do: 'damage', folder: random.pick(OWN) };
}

function build(out: string, random: Random, ...more: string[]): Step {
  const only = random.chance(0.5) ? 'html,json' : plausibleWord('only', random);
  return run(['build', 'catalog', '--force', '--out', out, '--only', only, ...more]);
}

function parts(random: Random): Step[] {
  const shards = ['1', '2'].map((at) => {
    const more = ['--shard', `${at}/2`];
    return run(['build', 'catalog', '--force', '--out', `part-${at}`, '--only', 'html', ...more]);
  });
  return [...shards, damage(random), run(['merge', 'part-1', 'part-2', '--out', 'public'])];
}
