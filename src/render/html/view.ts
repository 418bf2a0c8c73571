import type { CatalogueIndex } from '../../guide/catalogue-index.ts';
import type { ListPage } from '../../guide/lists/list-page.ts';
import type { Frame, ItemPage } from '../../guide/page/page.ts';

/** A file that goes with a page: its words and its address next to the page. */
export interface Download {
  readonly label: string;
  readonly href: string;
}

/** What a template sees: the page, what stands around it, and the way up to the root. */
export interface PageView {
  readonly frame: Frame;
  readonly page: ItemPage | ListPage | CatalogueIndex;
  /** `../../` from a page two folders down; an absolute path for the page of lost addresses. */
  readonly root: string;
  readonly downloads: readonly Download[];
  /** The page's full address; empty when the site has none. */
  readonly canonical: string;
  /** JSON-LD, safe between script tags; empty when there is none. */
  readonly structured: string;
}
