import type { Catalog } from '../../model/catalog.ts';
import { say } from '../../model/words.ts';
import type { Report, Rule } from '../rule.ts';

/** People are not sent to a window that is shut for good. */
export const windowClosed: Rule = {
  id: 'window-closed',
  severity: 'error',
  title: say('办理窗口已经停用', 'the window is closed'),
  why: say('群众按指南找到窗口，窗口已经停用，白跑一趟。', 'People would go there for nothing.'),
  bad: `channels: { windows: [{ hall: county-hall, window: old }] }
# halls/county-hall.yaml 里 old 写了 closed: true`,
  good: 'channels: { windows: [{ hall: county-hall, window: water }] }',
  *item({ value }, { catalog }) {
    yield* closedOnes(catalog, value.channels?.windows ?? [], '/channels/windows');
  },
  *catalog({ catalog }) {
    for (const { path, value } of catalog.bundles.values()) {
      for (const report of closedOnes(catalog, value.windows ?? [], '/windows')) {
        yield { ...report, path };
      }
    }
  },
};

function* closedOnes(
  catalog: Catalog,
  windows: readonly { hall: string; window: string }[],
  pointer: string,
): Iterable<Report> {
  for (const [at, { hall: id, window }] of windows.entries()) {
    const hall = catalog.halls.get(id)?.value;
    const found = hall?.windows.find((each) => each.id === window);
    if (hall === undefined || found?.closed !== true) continue;
    yield {
      pointer: `${pointer}/${at}/window`,
      message: say(
        `${hall.name}的“${found.name}”已经停用`,
        `window “${found.name}” of ${hall.name} is closed`,
      ),
      hint: say('改为现在受理的窗口', 'name the window that receives it now'),
    };
  }
}
