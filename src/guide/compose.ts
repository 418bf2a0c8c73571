import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { windowWords } from './access.ts';
import { guideFolder } from './addresses.ts';
import type { Fact, Guide } from './guide.ts';
import { itemLabel } from './labels.ts';
import { composeNotice, composeNotices } from './notice.ts';
import { FULL, sectionsShown } from './orders.ts';
import { pageWords } from './page/page-words.ts';
import { provenanceOf } from './provenance.ts';
import { composeSections, SECTIONS } from './sections.ts';
import { type Subject, subjectOf } from './subject.ts';
import { durationWords, listWords, plainFact } from './words.ts';

const BODY = sectionsShown(FULL, 'body');
const APPENDIX = sectionsShown(FULL, 'appendix');

/** Composes an item's guide: everything an output may say, in its final words, as plain JSON. */
export function composeGuide(entry: Entry<Item>, catalog: Catalog): Guide {
  const subject = subjectOf(entry, catalog);
  const { item, department } = subject;
  const provenance = provenanceOf(entry, catalog, `${guideFolder(item)}/`);
  const appendix = composeSections(SECTIONS, subject, APPENDIX);
  return {
    id: item.id,
    title: item.name,
    department: { id: item.department, name: department?.name ?? item.department },
    lang: catalog.settings.value.lang ?? 'zh-Hans',
    summary: item.summary ?? summaryWords(subject),
    highlights: highlights(subject),
    sections: composeSections(SECTIONS, subject, BODY),
    ...(appendix.length === 0 ? {} : { appendix }),
    notice: composeNotice(subject, provenance.url),
    notices: composeNotices(subject, provenance.url),
    provenance,
    page: pageWords(subject, provenance),
  };
}

/** What people look for first: how long, what it costs, how often to come, how much to bring. */
function highlights({ item }: Subject): Fact[] {
  const { limits = {}, fees, visits, materials } = item;
  const needed = (materials ?? []).filter((each) => each.waiver === undefined).length;
  const waived = (materials ?? []).length - needed;
  const count = `${needed}项${waived === 0 ? '' : `，另有${waived}项免提交`}`;
  return [
    ...plainFact(
      itemLabel('limits.committed', 'highlight'),
      limits.committed && durationWords(limits.committed),
    ),
    ...plainFact(itemLabel('fees'), fees === '不收费' ? '不收费' : fees && '收费，见收费标准'),
    ...plainFact(
      itemLabel('visits', 'highlight'),
      visits === undefined ? undefined : `${visits}次`,
    ),
    ...plainFact(itemLabel('materials', 'highlight'), materials === undefined ? undefined : count),
  ];
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
