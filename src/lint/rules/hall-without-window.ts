import type { Catalog } from '../../model/catalog.ts';
import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** An item that is in the hall has a window there. */
export const hallWithoutWindow: Rule = {
  id: 'hall-without-window',
  severity: 'warning',
  title: say('进驻了大厅却没有写窗口', 'in the hall, but at which window is not said'),
  why: say(
    '大厅有几十个窗口，不写是哪一个，群众要挨个问。',
    'A hall has dozens of windows; people would ask at each.',
  ),
  citation: 'GB/T 39554.2-2020（未核对原文）',
  bad: 'hall_entry: { entered: 是 }\nchannels: { windows: null, place: 明白县政务服务中心一楼A区 }',
  good: `hall_entry:
  entered: 是
channels:
  windows:
    - hall: county-hall
      window: water`,
  *item({ value, source }, { catalog }) {
    if (value.hall_entry?.entered !== true) return;
    if ((value.channels?.windows ?? []).length > 0) return;
    yield {
      pointer: '/hall_entry/entered',
      message: say('已进驻政务大厅，却没有写办理窗口', 'in the hall, but no window is named'),
      hint: paste(
        source,
        '/channels/windows',
        say('写明哪个大厅的哪个窗口', 'name the hall and the window'),
        firstWindow(catalog),
      ),
    };
  },
};

/** A window of the catalogue to begin with; undefined where it has none. */
function firstWindow({ halls }: Catalog): unknown {
  for (const { id, value } of halls.values()) {
    const [window] = value.windows ?? [];
    if (window !== undefined) return [{ hall: id, window: window.id }];
  }
  return undefined;
}
