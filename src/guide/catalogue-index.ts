import type { Catalog } from '../model/catalog.ts';
import { guideFolder } from './compose.ts';
import type { Fact, Guide } from './guide.ts';
import { dateWords, plainFact } from './words.ts';

/** The catalogue's front page as plain JSON of final strings. */
export interface CatalogueIndex {
  readonly title: string;
  readonly publisher: string;
  readonly lang: string;
  readonly facts: readonly Fact[];
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly items: readonly {
      readonly title: string;
      readonly href: string;
      readonly summary: string;
      readonly highlights: readonly Fact[];
    }[];
  }[];
}

/** Lists the guides by department, departments and items in the order of the catalogue. */
export function composeIndex(catalog: Catalog, guides: readonly Guide[]): CatalogueIndex {
  const { title, publisher = '', version, date, lang = 'zh-Hans' } = catalog.settings.value;
  const folders = new Map(catalog.items.map(({ value }) => [value.id, guideFolder(value)]));
  const departments = new Map<string, Guide[]>();
  for (const guide of guides) {
    const list = departments.get(guide.department.id) ?? [];
    departments.set(guide.department.id, [...list, guide]);
  }
  return {
    title,
    publisher,
    lang,
    facts: [
      ...plainFact('事项', `${guides.length}项`),
      ...plainFact('部门', `${departments.size}个`),
      ...plainFact('目录版本', version),
      ...plainFact('目录日期', date && dateWords(date)),
    ],
    departments: [...departments].map(([id, list]) => ({
      id,
      name: list[0]?.department.name ?? id,
      items: list.map((guide) => ({
        title: guide.title,
        href: `${folders.get(guide.id)}/index.html`,
        summary: guide.summary,
        highlights: guide.highlights,
      })),
    })),
  };
}
