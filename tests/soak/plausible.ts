import { FORMS } from '../../src/guide/paper/forms.ts';
import { ALL_RULES } from '../../src/lint/rules/index.ts';
import { OUTPUTS } from '../../src/render/index.ts';
import type { Random } from '../bench/random.ts';

const OUTPUT_NAMES = Object.keys(OUTPUTS);
const ITEM_IDS = ['water-abstraction', 'food-operation', 'birth-registration', 'none'];

/** Values that lead on into the program, by the name of an option or argument. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  catalog: ['catalog', 'catalog', 'catalog', 'catalog', '.', 'catalog/items', 'input.csv'],
  completeness: ['completeness', 'catalog'],
  file: ['input.csv', 'input.json', 'input.xlsx', 'claims.yaml', 'input.txt', 'catalog', '-'],
  dirs: ['part-1', 'part-2', 'public', 'catalog'],
  item: ITEM_IDS,
  'item|duration': [...ITEM_IDS, '20个工作日', '3个月', '即时', '4小时'],
  kind: Object.keys(FORMS),
  rule: ALL_RULES.map(({ id }) => id),
  lang: ['zh', 'en', 'zh-Hant'],
  format: ['pretty', 'json', 'sarif', 'github', 'table', 'csv', 'xlsx', 'html'],
  profile: ['notice', 'henan', 'seed', 'notice,henan', 'strict', 'regional', 'advice'],
  out: ['public', 'part-1', 'sheet.pdf', 'catalog', 'catalog/mingbai.yaml', 'input.csv', 'none/x'],
  to: ['imported', 'catalog', 'HEAD', 'HEAD~1'],
  only: [...OUTPUT_NAMES, 'html,json', 'html,pdf,notice,json', OUTPUT_NAMES.join()],
  theme: ['theme', 'catalog', 'none'],
  since: ['HEAD', 'HEAD~1', 'none'],
  from: ['HEAD', 'HEAD~1', 'none'],
  shard: ['1/2', '2/2', '1/1'],
  jobs: ['1', '2', '3'],
  port: ['0'],
  accepted: ['2026-09-24', '2026-12-31', '2030-01-01', '2026-09-24T16:30'],
  situation: ['new', 'renewal', '新办'],
  'max-warnings': ['0', '5'],
  types: ['行政许可', '行政许可,行政确认'],
  states: ['在用', '全部'],
  rows: ['item', 'situation'],
  hours: ['09:00-17:00', '09:00-12:00,13:30-17:00'],
  field: ['material', 'condition', 'note'],
  jurisdiction: ['national', 'henan'],
  explain: ['compression'],
};

/** A value that may be meant; a day or a part of one where nothing is known of the name. */
export function plausibleWord(name: string, random: Random): string {
  return random.pick(VALUES[name] ?? ['1', '5/7', '0.5', '21.75']);
}
