import { placeOfTitle } from '../../law/places.ts';
import { registry } from '../../law/registry.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Basis, Settings } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { bareTitle } from '../../text/article.ts';
import { inferRank } from '../../text/law-rank.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A law of one place founds nothing in another. */
export const lawOfAnotherPlace: Rule = {
  id: 'law-of-another-place',
  severity: 'error',
  title: say('引用了外地的法规', 'a law of another place'),
  why: say(
    '地方性法规和地方政府规章只管本地，外地的不能作依据，多半是从外地的指南抄来的。',
    'A local regulation binds its own place; that of another was likely copied.',
  ),
  bad: `basis:
  - law: 北京市优化营商环境条例
    article: 第三十一条
    quote: 取水应当申请领取取水许可证。
files:
  mingbai.yaml: { region_code: "990123" }`,
  good: `basis:
  - law: 河南省优化营商环境条例
    article: 第二十八条
    quote: 取水应当申请领取取水许可证。
files:
  mingbai.yaml: { region_code: "990123", jurisdiction: henan }`,
  *item({ value }, { catalog }) {
    const { settings } = catalog;
    for (const { pointer, basis } of basesOf(value)) {
      const place = madeIn(catalog, basis);
      if (place === undefined || bindsHere(place, settings.value)) continue;
      yield {
        pointer: `${pointer}/law`,
        message: say(
          `${titleOf(catalog, basis)}是${place.name}的，在${settings.value.region ?? '本地'}不作依据`,
          `${titleOf(catalog, basis)} is a law of ${place.name} and binds nobody here`,
        ),
        hint: say('换成国家的或者本地的法律、法规', 'cite a national law or one of this place'),
      };
    }
  },
};

/** The place of a local law; undefined for national ones and where that is not sure. */
function madeIn(catalog: Catalog, basis: Basis) {
  const name = lawOf(catalog, basis.law)?.value.name ?? basis.law;
  const place = placeOfTitle(bareTitle(name));
  if (place === undefined) return undefined;
  const own = lawOf(catalog, basis.law)?.value.rank;
  const rank = own ?? registry().find(name)?.rank ?? basis.rank ?? inferRank(name, basis.document);
  return rank?.startsWith('地方') === true ? place : undefined;
}

const JURISDICTIONS: Readonly<Record<string, string>> = {
  beijing: '11',
  shanghai: '31',
  guangdong: '44',
  henan: '41',
  anyang: '4105',
};

/** Where the catalogue does not say where it is from, everything may bind. */
function bindsHere({ name, code }: { name: string; code: string }, settings: Settings): boolean {
  const { region = '', region_code = '', jurisdiction = '' } = settings;
  const own = [region_code, JURISDICTIONS[jurisdiction] ?? ''].filter((each) => each !== '');
  if (own.length === 0 || region.startsWith(name.replace(/[省市]$/, ''))) return true;
  return own.some((each) => each.startsWith(code) || code.startsWith(each));
}
