import type { Block, Cell } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import type { Subject } from '../subject.ts';
import { cell } from '../words.ts';

/** 附件: where the blank form and the filled sample of each material can be fetched. */
export function attachmentBlocks({ item, catalog }: Subject): Block[] {
  const site = catalog.settings.value.site?.replace(/\/+$/, '');
  const address = (path: string | undefined): Cell =>
    path === undefined ? [] : cell(site === undefined ? path : `${site}/${path}`);
  const rows = (item.materials ?? [])
    .filter(({ blank, sample }) => blank !== undefined || sample !== undefined)
    .flatMap(({ name, blank, sample }): Cell[][] => [
      ...(blank === undefined
        ? []
        : [[cell(name), cell(itemLabel('materials.blank')), address(blank)]]),
      ...(sample === undefined
        ? []
        : [[cell(name), cell(itemLabel('materials.sample')), address(sample)]]),
    ]);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: '材料', weight: 3 },
        { title: '文件', weight: 2 },
        { title: '下载地址', weight: 7 },
      ],
      rows,
    },
  ];
}
