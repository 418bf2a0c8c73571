import type { Catalog } from '../model/catalog.ts';
import type { ExportedFile } from './exported.ts';

export async function guidesDocx(
  _catalog: Catalog,
  _today: string,
  _file?: string,
): Promise<ExportedFile[]> {
  throw new Error('not yet');
}
