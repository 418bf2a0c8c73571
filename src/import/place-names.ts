import { schemaAt } from '../model/schema-node.ts';
import type { Heads } from './heads.ts';
import type { Cell } from './reading.ts';
import type { Row } from './table.ts';

const END =
  '(?:局|委员会|委(?!员)|厅|办公室|政府|服务中心|中心|总队|支队|大队|分局|街道办事处|公司)';
const BODY = new RegExp(`^[\\p{Script=Han}（）()]{1,20}${END}$`, 'u');
const BODY_FIRST = new RegExp(
  `^([\\p{Script=Han}]{1,20}?${END})(?:[（(].*[）)])?(?:[-_—\\s]*(?:.*(?:事项|权力|权责|服务|许可|清单|目录|指南|汇总|表).*)?)$`,
  'u',
);

/** What a table says by where a row stands, where it has no column for it: body and type. */
export function fromPlace(row: Row, heads: Heads, fileName: string): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const known = new Set(heads.paths.values());
  const section = row.concluded?.get('@section') ?? '';
  const sheet = row.concluded?.get('@sheet') ?? row.sheet ?? '';
  if (!known.has('type') && isType(section)) {
    cells.set('type', { head: '分节标题', path: 'type', text: typeOf(section) });
  }
  if (known.has('department')) return cells;
  const found: [string, string | undefined][] = [
    ['分节标题', BODY.test(section) ? section : undefined],
    ['工作表名称', BODY.test(sheet.trim()) ? sheet.trim() : undefined],
    ['文件名称', BODY_FIRST.exec(fileName.replace(/\.[^.]*$/, ''))?.[1]],
  ];
  const first = found.find(([, text]) => text !== undefined);
  if (first?.[1] !== undefined) {
    cells.set('department', { head: first[0], path: 'department', text: first[1] });
  }
  return cells;
}

function typeOf(section: string): string {
  return section.replace(/(?:类|事项|目录|清单)+$/, '');
}

function isType(section: string): boolean {
  return schemaAt('item', '/type')?.enum?.includes(typeOf(section)) === true;
}
