import type { Fact, Guide, TableBlock } from '../../guide/guide.ts';
import { sectionNumber, words } from '../pdf/words.ts';
import { drawBlocks } from './blocks.ts';
import { type Flow, GREY, Kit, plainText, SIZE, twips } from './kit.ts';
import { tableOf } from './tables.ts';

/** What a document is of, beside its guides. */
export interface Volume {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Guides as a Word document, each from a page of its own; several have a list before them. */
export async function guidesDocx(guides: readonly Guide[], volume: Volume): Promise<Uint8Array> {
  const kit = new Kit();
  const parts = guides.map((guide) => ({ body: guidePage(kit, guide), foot: footOf(guide) }));
  if (guides.length > 1) {
    parts.unshift({ body: frontPage(kit, guides, volume), foot: volume.title });
  }
  const { packDocument } = await import('./pack.ts');
  return packDocument({ parts, links: kit.links, ...volume });
}

/** What the foot of each page says beside its number. */
function footOf({ provenance: { catalogue, edition } }: Guide): string {
  return [catalogue, edition ?? ''].filter((text) => text !== '').join('　');
}

function frontPage(kit: Kit, guides: readonly Guide[], { title }: Volume): Flow[] {
  const rows = guides.map((guide, at): TableBlock['rows'][number] => [
    [plainText(String(at + 1))],
    [plainText(guide.title)],
    [plainText(guide.department.name)],
  ]);
  const columns = [
    { title: '序号', weight: 1, align: 'center' as const },
    { title: '事项', weight: 6 },
    { title: '实施主体', weight: 4 },
  ];
  return [
    ...titleLines(kit, words.kind, title, ''),
    tableOf(kit, { kind: 'table', columns, rows }),
  ];
}

function guidePage(kit: Kit, guide: Guide): Flow[] {
  const sections = [...guide.sections, ...(guide.appendix ?? [])];
  return [
    ...titleLines(kit, words.kind, guide.title, guide.department.name),
    ...(guide.summary === ''
      ? []
      : [kit.paragraph(plainText(guide.summary), { size: SIZE.body }, { firstLine: 420 })]),
    ...highlights(kit, guide.highlights),
    ...sections.flatMap(({ heading, blocks }, index) => [
      kit.paragraph(
        plainText(`${sectionNumber(index)}${heading}`),
        { size: SIZE.heading, sans: true },
        {
          ...{ level: 2, keepNext: true, before: twips(12), after: twips(4), line: 360 },
        },
      ),
      ...drawBlocks(kit, blocks),
    ]),
  ];
}

function titleLines(kit: Kit, kind: string, title: string, owner: string): Flow[] {
  const centred = { centred: true } as const;
  return [
    kit.paragraph(plainText(kind), { size: 22, sans: true, colour: GREY }, centred),
    kit.paragraph(
      plainText(title),
      { size: SIZE.title, strong: true },
      { ...centred, level: 1, after: twips(4), line: 360 },
    ),
    ...(owner === ''
      ? []
      : [kit.paragraph(plainText(owner), { size: SIZE.body }, { ...centred, after: twips(8) })]),
  ];
}

/** The summary box: labels over their values, up to four beside each other. */
function highlights(kit: Kit, facts: readonly Fact[]): Flow[] {
  if (facts.length === 0) return [];
  const across = Math.min(4, facts.length);
  const rows: Fact[][] = [];
  for (let at = 0; at < facts.length; at += across) rows.push(facts.slice(at, at + across));
  const columns = Array.from({ length: across }, () => ({
    title: '',
    weight: 1,
    align: 'center' as const,
  }));
  const tables = rows.map((row) => {
    const filled = [...row, ...Array.from({ length: across - row.length }, () => undefined)];
    const titles = columns.map((column, at) => ({ ...column, title: filled[at]?.label ?? '' }));
    const cells = filled.map((fact) => (fact === undefined ? [] : [fact.value]));
    return tableOf(kit, { kind: 'table', columns: titles, rows: [cells] });
  });
  return tables.flatMap((table) => [
    table,
    kit.paragraph([], { size: 8 }, { after: 0, line: 120 }),
  ]);
}
