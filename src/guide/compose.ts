import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { windowWords } from './access.ts';
import { guideFolder } from './addresses.ts';
import type { Guide, PageGuide, Provenance } from './guide.ts';
import { highlights } from './highlights.ts';
import { composeNotice, composeNotices } from './notice.ts';
import { FULL, sectionsShown } from './orders.ts';
import { pageWords } from './page/page-words.ts';
import { provenanceOf } from './provenance.ts';
import { composeSections, SECTIONS } from './sections.ts';
import { codeWord, sheetCode, sourceDigest } from './sheet-code.ts';
import { type Subject, subjectOf } from './subject.ts';
import { durationWords, listWords } from './words.ts';

const BODY = sectionsShown(FULL, 'body');
const APPENDIX = sectionsShown(FULL, 'appendix');

/** An item's guide, as far as an output needs it. */
export interface ItemGuides {
  readonly page: PageGuide;
  /** The same with the sheets of paper, which are composed when they are first asked for. */
  whole(): Guide;
}

/** Composes an item's guide: everything an output may say, in its final words, as plain JSON. */
export function composeGuide(entry: Entry<Item>, catalog: Catalog): Guide {
  return composeGuides(entry, catalog).whole();
}

/** The same in steps: a website alone is spared the sheets, a tenth of the work. */
export function composeGuides(entry: Entry<Item>, catalog: Catalog): ItemGuides {
  const subject = subjectOf(entry, catalog);
  const origin = provenanceOf(entry, catalog, `${guideFolder(subject.item)}/`);
  const page = pageGuide(subject, withCode(origin, subject));
  let whole: Guide | undefined;
  return {
    page,
    whole: () => {
      whole ??= withSheets(page, subject);
      return whole;
    },
  };
}

/** The code stands first in the foot of a page, where there may be no room for all. */
function withCode(provenance: Provenance, subject: Subject): Provenance {
  const edition = [codeWord(subject, 'guide'), provenance.edition].filter(Boolean).join('　');
  const code = sheetCode(subject, 'guide');
  return { ...provenance, edition, code, digest: sourceDigest(subject) };
}

function pageGuide(subject: Subject, provenance: Provenance): PageGuide {
  const { item, department, catalog } = subject;
  const appendix = composeSections(SECTIONS, subject, APPENDIX);
  return {
    id: item.id,
    title: item.name,
    department: { id: item.department, name: department?.name ?? item.department },
    lang: catalog.settings.value.lang ?? 'zh-Hans',
    summary: item.summary ?? summaryWords(subject),
    highlights: highlights(item),
    sections: composeSections(SECTIONS, subject, BODY),
    ...(appendix.length === 0 ? {} : { appendix }),
    provenance,
    page: pageWords(subject, provenance),
  };
}

function withSheets({ provenance, page, ...rest }: PageGuide, subject: Subject): Guide {
  return {
    ...rest,
    notice: composeNotice(subject, provenance.url),
    notices: composeNotices(subject, provenance.url),
    provenance,
    page,
  };
}

/** A plain sentence put together from the fields, for items that have none of their own. */
function summaryWords({ item, department, windows }: Subject): string {
  const place = windows[0];
  const parts = [
    `${listWords(item.audience ?? [])}办理${item.name}`,
    place === undefined ? '' : `到${windowWords(place.hall.name, place.window)}`,
    item.limits?.committed === undefined ? '' : `${durationWords(item.limits.committed)}内办结`,
    department === undefined ? '' : `由${department.name}实施`,
  ];
  const sentence = parts.filter((part) => part !== '').join('，');
  return `${sentence.replace('即时办结内办结', '即时办结')}。`;
}
