import type { Jurisdiction, WordingCategory, WordingData, WordingField } from './terms.ts';

/** The article that forbids such wording there, else the national one; undefined for neither. */
export function citationOf(
  data: WordingData,
  jurisdiction: Jurisdiction,
  category: WordingCategory,
  field: WordingField,
): string | undefined {
  const articles = [...data.jurisdictions[jurisdiction], ...data.jurisdictions.national];
  const article = articles.find(
    ({ fields, categories }) => fields.includes(field) && categories.includes(category),
  );
  return article?.citation;
}
