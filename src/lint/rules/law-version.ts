import { registry } from '../../law/registry.ts';
import type { Catalog } from '../../model/catalog.ts';
import { say, type Words } from '../../model/words.ts';
import { basesOf, lawOf } from '../bases.ts';
import type { Report, Rule } from '../rule.ts';

/** A version named beside the title is the one in force. */
export const lawVersion: Rule = {
  id: 'law-version',
  severity: 'warning',
  title: say('名称后面的年份不是现行版本', 'the year beside a title is not that in force'),
  why: say(
    '名称后面写“（2011年修正）”，就是引那一版；后来又改过的，条号和内容都可能不同。',
    'A year beside the title names a version; articles of a later one may differ.',
  ),
  bad: `basis:
  - law: 中华人民共和国水法（2009年修正）
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。`,
  good: `basis:
  - law: 中华人民共和国水法（2016年修正）
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。`,
  *item({ value }, { catalog, today }) {
    for (const { pointer, basis } of basesOf(value)) {
      const year = yearOf(basis.law);
      if (year === undefined) continue;
      const fault = faultOf(year, versionsOf(catalog, basis.law, today), today);
      if (fault === undefined) continue;
      yield {
        ...{ pointer: `${pointer}/law`, message: fault.message },
        ...(fault.severity === undefined ? {} : { severity: fault.severity }),
        hint: say(
          '对照现行版本核对条号和条文，改正年份，或者不写年份',
          'compare with the version in force, and mend the year or leave it out',
        ),
      };
    }
  },
};

/** 水法（2016年修正）: 2016. */
function yearOf(name: string): string | undefined {
  return /[（(][^（）()]*?((?:19|20)\d{2})[^（）()]*[)）][》]?$/.exec(name)?.[1];
}

/** Days of the versions that are in force or were, oldest first; empty where none is known. */
function versionsOf(catalog: Catalog, name: string, today: string): readonly string[] {
  const own = lawOf(catalog, name)?.value;
  const known = registry().find(own?.name ?? name);
  const days = [own?.effective, own?.amended, known?.effective, known?.later];
  const all = [...(known?.versions ?? []), ...days.filter((day) => day !== undefined)];
  return all.filter((day) => day !== '' && day <= today).sort();
}

function faultOf(
  year: string,
  versions: readonly string[],
  today: string,
): { message: Words; severity?: Report['severity'] } | undefined {
  if (year > today.slice(0, 4)) {
    const message = say(`${year}年还没有到，没有这一版`, `there is no version of ${year} yet`);
    return { message, severity: 'error' };
  }
  const [latest] = versions.slice(-1);
  if (latest === undefined || year >= latest.slice(0, 4)) return undefined;
  if (versions.some((day) => day.startsWith(year))) {
    return { message: say(`引的是${year}年的旧版，${latest}又修改过`, `amended since: ${latest}`) };
  }
  const years = [...new Set(versions.map((day) => day.slice(0, 4)))].join('、');
  return { message: say(`没有${year}年的版本，有的是${years}年`, `versions are of ${years}`) };
}
