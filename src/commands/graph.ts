import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

const FORMATS = ['table', 'json', 'dot', 'svg'] as const;

/** `mingbai graph`: which results serve which materials across a catalogue. */
export const graphCommand: CommandEntry = {
  name: 'graph',
  summary: say(
    '材料关系：谁的结果给谁用，循环、重复、没有人出的证明，可以不见面办的事项',
    'results and materials of all items: circles, repeated and strange papers',
  ),
  declare(command, tell) {
    command
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--format <format>', tell(say('形式：table、json、dot、svg', 'format')), 'table');
  },
  async run([folder], options, session) {
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, FORMATS, say('这种形式', 'format'));
    const { locateCatalog } = await import('./open.ts');
    const { loadCatalog } = await import('../load/load.ts');
    const { readEntry } = await import('../load/read.ts');
    const { kindOfPath } = await import('../model/kinds.ts');
    const { graphItemOf } = await import('../chain/graph-item.ts');
    const { catalogueGraph } = await import('../chain/catalogue-graph.ts');
    const { files } = locateCatalog(folder, session);
    const isItem = (path: string): boolean => kindOfPath(path) === 'item';
    const { catalog } = loadCatalog(files, { isRead: (path) => !isItem(path) });
    // Read one by one and not held: what is wrong in them the check says.
    const known = files
      .list()
      .filter(isItem)
      .flatMap((path) => {
        // Read by the schema of items.
        const entry = readEntry(path, 'item', files).entry as Entry<Item> | undefined;
        return entry === undefined ? [] : [graphItemOf(entry.value, path)];
      });
    const graph = catalogueGraph(
      known,
      [...catalog.bundles.values()].map(({ value }) => value),
      (id) => catalog.departments.get(id)?.value.name ?? id,
    );
    const { graphDot, graphJson, graphText } = await import('../report/graph.ts');
    if (format === 'svg') {
      const { graphDrawing } = await import('../guide/chain/graph-drawing.ts');
      const { drawingSvg } = await import('../render/drawing-svg.ts');
      await session.world.out(drawingSvg(graphDrawing(graph)));
    } else if (format === 'json') await session.world.out(graphJson(graph));
    else if (format === 'dot') await session.world.out(graphDot(graph));
    else await session.world.out(graphText(graph, session.tell));
    return graph.circles.length > 0 ? 1 : 0;
  },
};
