import { composeGuide } from '../guide/compose.ts';
import type { Catalog } from '../model/catalog.ts';
import { guidesDocx } from '../render/docx/guide-docx.ts';
import type { ExportedFile } from './exported.ts';

/** All guides in one Word document, or one document an item where a folder is written. */
export async function exportDocx(
  catalog: Catalog,
  today: string,
  file: string | undefined,
): Promise<ExportedFile[]> {
  const { title } = catalog.settings.value;
  const guides = catalog.items.map((entry) => composeGuide(entry, catalog));
  if (file !== undefined) {
    const [only] = guides;
    const name = guides.length === 1 && only !== undefined ? only.title : title;
    return [{ path: file, body: await guidesDocx(guides, { title: name, today }) }];
  }
  const files: ExportedFile[] = [];
  for (const guide of guides) {
    const body = await guidesDocx([guide], { title: guide.title, today });
    files.push({ path: `${guide.id}.docx`, body });
  }
  return files;
}
