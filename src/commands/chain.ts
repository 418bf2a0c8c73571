import type { ChainItem } from '../chain/chain-item.ts';
import type { ChainWorld } from '../chain/members.ts';
import type { Catalog } from '../model/catalog.ts';
import { itemOf } from '../model/catalog.ts';
import type { Bundle } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import type { ChainReport } from '../report/chain.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';

const FORMATS = ['table', 'json', 'html', 'svg'] as const;

/** `mingbai chain`: what a bundle takes, and what it would take if it were otherwise. */
export const chainCommand: CommandEntry = {
  name: 'chain',
  summary: say(
    '算一件事、一链：哪项在先、最短几天、哪里卡住、改一处能省几天',
    'compute a bundle: order, shortest time, and what a change would save',
  ),
  declare(command, tell) {
    const more = (value: string, before: string[] = []): string[] => [...before, value];
    command
      .argument('<bundle>', tell(say('一件事的标识', 'id of the bundle')))
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--answers <a=b>', tell(say('对问题的回答：问题=答案', 'answers')), more)
      .option('--have <papers>', tell(say('手里已有的材料', 'papers at hand')), more)
      .option(
        '--drop <x>',
        tell(say('不办 x；a:b 表示不用先办 a 就能办 b', 'without x, or a wait')),
        more,
      )
      .option('--move <x:after:y>', tell(say('x 改在 y 之后（before：之前）', 'move x')), more)
      .option('--promise <x>', tell(say('x 承诺后先办，不等前序事项', 'x on a promise')), more)
      .option('--region <m>', tell(say('区域评估已经有的成果', 'what the region has')), more)
      .option('--suggest', tell(say('列出单独改一处能省几天', 'rank all single changes')))
      .option('--format <format>', tell(say('形式：table、json、html、svg', 'format')), 'table');
  },
  async run([id = '', folder], options, session) {
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, FORMATS, say('这种形式', 'format'));
    const { openCatalog } = await import('./open.ts');
    const { catalog } = openCatalog(folder, session);
    const bundle = await bundleCalled(id, catalog);
    const report = await reportOf(bundle, catalog, options);
    session.world.out(await written(report, format, session));
    return report.chain.schedule.circles.length > 0 ? 1 : 0;
  },
};

async function bundleCalled(id: string, { bundles }: Catalog): Promise<Bundle> {
  const found = bundles.get(id)?.value;
  if (found !== undefined) return found;
  const byName = [...bundles.values()].find(({ value }) => value.name === id)?.value;
  if (byName !== undefined) return byName;
  if (bundles.size === 0) {
    throw new UsageError(say('目录里没有一件事', 'the catalogue has no bundles'));
  }
  const { unknownValue } = await import('./option-values.ts');
  throw unknownValue(id, [...bundles.keys()], say('这个一件事', 'bundle'));
}

async function reportOf(
  bundle: Bundle,
  catalog: Catalog,
  options: Record<string, unknown>,
): Promise<ChainReport> {
  const { chainOf } = await import('../chain/chain.ts');
  const { together } = await import('../chain/changes.ts');
  const { paperName } = await import('../chain/passes.ts');
  const { deltaOf } = await import('../chain/what-if.ts');
  const { answersGiven, changesAsked, listOf } = await import('./chain-changes.ts');
  const world = await worldOf(catalog);
  const answers = answersGiven(bundle, options.answers);
  const original = chainOf(bundle, answers, world);
  const asked = changesAsked(original, options);
  const changes = asked.map(({ change, changes: one }) => {
    return { change, delta: deltaOf(original, chainOf(bundle, answers, world, one)) };
  });
  const all = together(asked.map((each) => each.changes));
  const chain = asked.length === 0 ? original : chainOf(bundle, answers, world, all);
  const have =
    options.have === undefined ? {} : { have: new Set(listOf(options.have).map(paperName)) };
  if (options.suggest !== true) return { chain, original, changes, ...have };
  const { suggest } = await import('../chain/suggest.ts');
  return { chain, original, changes, ...have, suggestions: suggest(original, world) };
}

/** What chains are computed with, from a catalogue that is held. */
export async function worldOf(catalog: Catalog): Promise<ChainWorld> {
  const { chainItemOf } = await import('../chain/chain-item.ts');
  const { chainPolicy } = await import('../chain/limits.ts');
  const known = new Map<string, ChainItem | undefined>();
  return {
    itemOf: (id) => {
      if (!known.has(id)) {
        const item = itemOf(catalog, id)?.value;
        known.set(id, item && chainItemOf(item));
      }
      return known.get(id);
    },
    officeOf: (id) => catalog.departments.get(id)?.value.name ?? id,
    policy: chainPolicy(catalog.settings.value.counting),
  };
}

async function written(
  report: ChainReport,
  format: (typeof FORMATS)[number],
  session: Session,
): Promise<string> {
  if (format === 'json') return (await import('../report/chain.ts')).chainJson(report);
  const { chainText } = await import('../report/chain-text.ts');
  if (format === 'table') return chainText(report, session.tell);
  if (report.chain.schedule.circles.length > 0) {
    throw new UsageError(say('前后顺序绕成了圈，画不出来', 'the order goes in a circle'));
  }
  const { lanesOf } = await import('../guide/chain/lanes.ts');
  const { drawingSvg } = await import('../render/drawing-svg.ts');
  const svg = drawingSvg(lanesOf(report.chain));
  if (format === 'svg') return svg;
  const { chainHtml } = await import('../render/chain-html.ts');
  return chainHtml(report.chain.bundle.name, svg, chainText(report, session.tell));
}
