import type { Reliance } from '../../model/rule-doc.ts';
import type { WordingOptions } from './settings.ts';
import {
  JURISDICTIONS,
  type WordingArticle,
  type WordingCategory,
  type WordingData,
  type WordingField,
} from './terms.ts';

/** The article that such wording goes against there, else the national one; undefined for neither. */
export function citationOf(
  data: WordingData,
  { jurisdiction = 'national', guide = true, type }: WordingOptions,
  category: WordingCategory,
  field: WordingField,
): string | undefined {
  if (!guide) return undefined;
  const applies = ({ fields, categories, types }: WordingArticle): boolean =>
    fields.includes(field) &&
    categories.includes(category) &&
    (types === undefined || (type !== undefined && types.includes(type)));
  const { jurisdictions } = data;
  const own = Object.hasOwn(jurisdictions, jurisdiction) ? jurisdictions[jurisdiction] : [];
  const article = own.find(applies) ?? jurisdictions.national.find(applies);
  return article && `《${article.law}》${article.article}`;
}

/** All articles that speak of a kind of wording, with the sentences relied on. */
export function reliancesOf(data: WordingData, category: WordingCategory): Reliance[] {
  return JURISDICTIONS.flatMap((place) =>
    data.jurisdictions[place]
      .filter(({ categories }) => categories.includes(category))
      .map(({ law, article, words, force, fields, types, liability }) => ({
        place,
        citation: `《${law}》${article}`,
        words,
        force,
        fields,
        ...(types ? { types } : {}),
        ...(liability ? { liability: `《${law}》${liability.article}` } : {}),
      })),
  );
}
