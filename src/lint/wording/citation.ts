import type {
  Jurisdiction,
  WordingArticle,
  WordingCategory,
  WordingData,
  WordingField,
} from './terms.ts';

/** The article that forbids such wording there, else the national one; undefined for neither. */
export function citationOf(
  data: WordingData,
  jurisdiction: Jurisdiction,
  category: WordingCategory,
  field: WordingField,
): string | undefined {
  const applies = ({ fields, categories }: WordingArticle): boolean =>
    fields.includes(field) && categories.includes(category);
  const { jurisdictions } = data;
  const own = Object.hasOwn(jurisdictions, jurisdiction) ? jurisdictions[jurisdiction] : [];
  return (own.find(applies) ?? jurisdictions.national.find(applies))?.citation;
}
