import type { Fact, Link, PageWords, Provenance } from '../guide.ts';
import { itemLabel, settingsLabel } from '../labels.ts';
import type { Subject } from '../subject.ts';
import { dateWords, link, plainFact } from '../words.ts';
import { boxFacts, limitWords } from './box.ts';
import { bringOf } from './bring.ts';
import { relatedLinks } from './related.ts';
import { tagsOf } from './tags.ts';
import { telFact } from './tel.ts';

/** Composes what an item's web page says beside the sections. */
export function pageWords(subject: Subject, provenance: Provenance): PageWords {
  const start = startLink(subject);
  const bring = bringOf(subject);
  const limit = limitWords(subject);
  return {
    tags: tagsOf(subject.item),
    box: boxFacts(subject),
    ...(start === undefined ? {} : { start }),
    ...(bring === undefined ? {} : { bring }),
    ...(limit === '' ? {} : { limit: `办结时限：${limit}。` }),
    related: relatedLinks(subject),
    trail: trailFacts(subject, provenance),
    report: reportFacts(subject),
  };
}

function startLink({ item }: Subject): Link | undefined {
  const { text, href } = link(itemLabel('channels.online', 'short'), item.channels?.online ?? '');
  return href === undefined ? undefined : { text, href };
}

function trailFacts({ item, catalog }: Subject, provenance: Provenance): Fact[] {
  const { version, date } = catalog.settings.value;
  const reviewer = item.reviewer === undefined ? '' : `，${item.reviewer}核验`;
  const day = date === undefined ? '' : `（${dateWords(date)}）`;
  return [
    ...plainFact(itemLabel('version'), item.version),
    ...plainFact(itemLabel('effective'), item.effective && dateWords(item.effective)),
    ...plainFact(itemLabel('reviewed'), item.reviewed && dateWords(item.reviewed) + reviewer),
    ...plainFact(settingsLabel('version'), version && version + day),
    { label: '更新记录', value: [{ text: '看本目录的更新记录', href: 'changes.html' }] },
    ...plainFact('本页网址', provenance.url),
    ...plainFact('源文件', provenance.path),
    ...plainFact('校验码', provenance.code),
  ];
}

function reportFacts({ item, department, catalog }: Subject): Fact[] {
  const email = item.contact?.email ?? department?.email;
  const subject = encodeURIComponent(`内容有误：${item.name}`);
  const report = catalog.settings.value.marks?.report;
  return [
    ...telFact('电话', item.contact?.consult ?? department?.phone),
    ...(email === undefined || !/^[^\s@]+@[^\s@?]+$/.test(email)
      ? []
      : [
          {
            label: itemLabel('contact.email'),
            value: [link(email, `mailto:${email}?subject=${subject}`)],
          },
        ]),
    ...(report === undefined ? [] : [{ label: '网站纠错', value: [link('填写纠错表', report)] }]),
  ];
}
