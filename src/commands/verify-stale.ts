import { guideFolder } from '../guide/addresses.ts';
import { codeOfDigest, sheetsOf, sourceDigest } from '../guide/sheet-code.ts';
import type { Catalog } from '../model/catalog.ts';
import {
  codeInText,
  type PublishedFiles,
  pageSource,
  type TreeFault,
} from '../publish/verify-tree.ts';
import { noticeFile } from '../render/output.ts';

/** Pages and sheets of items that were made of something else than the catalogue says now. */
export function staleFiles(files: PublishedFiles, catalog: Catalog): TreeFault[] {
  const there = new Set(files.paths);
  const faults: TreeFault[] = [];
  const known = new Set<string>();
  for (const { value: item } of catalog.items) {
    const folder = guideFolder(item);
    known.add(folder);
    const digest = sourceDigest({ item, catalog });
    const page = `${folder}/index.html`;
    const body = there.has(page) ? files.read(page) : undefined;
    if (body !== undefined && pageSource(textOf(body))?.digest !== digest) {
      faults.push({ path: page, why: 'stale', detail: item.name });
    }
    for (const [sheet, name] of sheetsOf(item)) {
      const path = `${folder}/${fileOf(sheet)}`;
      const pdf = there.has(path) ? files.read(path) : undefined;
      const code = pdf === undefined ? undefined : codeInText(textOf(pdf));
      if (pdf !== undefined && code !== codeOfDigest(digest, sheet).replaceAll('-', '')) {
        faults.push({ path, why: 'stale', detail: `${item.name} ${name}` });
      }
    }
  }
  for (const path of there) {
    const folder = /^(items\/[^/]+\/[^/]+)\/index\.html$/.exec(path)?.[1];
    if (folder !== undefined && !known.has(folder)) faults.push({ path, why: 'gone' });
  }
  return faults;
}

/** The file of a sheet in the folder of its item. */
function fileOf(sheet: string): string {
  if (sheet === 'guide' || sheet === 'notice') return `${sheet}.pdf`;
  if (!sheet.startsWith('notice-')) return `${sheet}.pdf`;
  return noticeFile({ situation: { id: sheet.slice('notice-'.length) } });
}

function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}
