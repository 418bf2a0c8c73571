import type { SharedCatalog } from '../model/catalog.ts';
import type { Provenance } from './guide.ts';
import { editionWords } from './notice.ts';

/** What a guide is about, with the file that says it. */
interface Origin {
  readonly path: string;
  readonly value: {
    readonly version?: string;
    readonly effective?: string;
    readonly reviewed?: string;
  };
}

/** Where a guide comes from; `address` is that of its page below the site's root. */
export function provenanceOf(
  { path, value }: Origin,
  catalog: Pick<SharedCatalog, 'settings'>,
  address: string | undefined,
): Provenance {
  const { title, version = '', site } = catalog.settings.value;
  const { effective, reviewed } = value;
  return {
    catalogue: title,
    version: value.version ?? version,
    edition: editionWords({ item: value, catalog }).join('　'),
    path,
    ...(effective === undefined ? {} : { effective }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(site === undefined || address === undefined
      ? {}
      : { url: `${site.replace(/\/+$/, '')}/${address}` }),
  };
}
