import { windowWords } from '../access.ts';
import type { Block, Cell } from '../guide.ts';
import { departmentLabel, hallLabel, itemLabel, settingsLabel } from '../labels.ts';
import { telRuns } from '../page/tel.ts';
import { cell } from '../words.ts';
import { type Card, cardHref } from './card.ts';
import type { Listing } from './listing.ts';
import { type ListPlan, planGroups, ROWS } from './plan.ts';

interface PhoneLine {
  readonly name: string;
  readonly phone: string | undefined;
  readonly more?: string | undefined;
  /** The item that it is about, if it is one's. */
  readonly card?: Card;
}

interface PhoneBook {
  readonly id: string;
  readonly heading: string;
  readonly titles: readonly string[];
  readonly lines: readonly PhoneLine[];
}

/** The phone directory: halls and windows, departments, items. */
export function phonePages(listing: Listing): ListPlan[] {
  const books = phoneBooks(listing);
  const total = books.reduce((sum, { lines }) => sum + lines.length, 0);
  const draft = {
    path: 'phones.html',
    title: '电话簿',
    lead: '大厅窗口、部门和每个事项的咨询、投诉电话。在手机上点号码就能拨打。',
    count: `共${total}条`,
    files: [{ text: '电话簿（文本）', href: 'phones.txt' }],
  };
  const groups = books.map(({ lines, ...book }) => ({ ...book, units: lines }));
  return planGroups(listing.catalog, draft, { groups, per: ROWS }, (parts) => ({
    sections: parts.map(({ id, heading, units, index }) => ({
      id,
      heading,
      folded: false,
      blocks: [tableOf(books[index]?.titles ?? [], units)],
    })),
  }));
}

/** The directory as plain text, one line a number, for sending on. */
export function phoneText(listing: Listing): string {
  const parts = phoneBooks(listing).map(({ heading, lines }) => {
    const rows = lines.map(({ name, phone = '' }) => `${name}　${phone}`);
    return `【${heading}】\n${rows.join('\n')}\n`;
  });
  return parts.join('\n');
}

function phoneBooks({ catalog, cards }: Listing): PhoneBook[] {
  const { hotline } = catalog.settings.value;
  const halls = [...catalog.halls.values()].flatMap(({ value }): PhoneLine[] => [
    { name: `${value.name} 总台`, phone: value.phone },
    ...value.windows
      .filter((window) => window.closed !== true)
      .map((window) => ({ name: windowWords(value.name, window), phone: window.phone })),
  ]);
  const departments = [...catalog.departments.values()].map(
    ({ value }): PhoneLine => ({ name: value.name, phone: value.phone, more: value.complain }),
  );
  const consult = cards.map(
    (card): PhoneLine => ({
      name: card.name,
      phone: card.consult,
      more: card.complain,
      card,
    }),
  );
  const books: PhoneBook[] = [
    {
      id: 'hotline',
      heading: '热线',
      titles: ['名称', '电话'],
      lines: [{ name: settingsLabel('hotline'), phone: hotline }],
    },
    { id: 'halls', heading: '大厅和窗口', titles: [hallLabel('windows'), '电话'], lines: halls },
    {
      id: 'departments',
      heading: '部门',
      titles: ['部门', departmentLabel('phone'), departmentLabel('complain')],
      lines: departments,
    },
    {
      id: 'items',
      heading: '事项',
      titles: ['事项', itemLabel('contact.consult'), itemLabel('contact.complain')],
      lines: consult,
    },
  ];
  return books
    .map((book) => ({ ...book, lines: book.lines.filter(({ phone, more }) => phone ?? more) }))
    .filter(({ lines }) => lines.length > 0);
}

function tableOf(titles: readonly string[], lines: readonly PhoneLine[]): Block {
  return {
    kind: 'table',
    columns: titles.map((title) => ({ title, weight: 1 })),
    rows: lines.map(({ name, phone, more, card }): Cell[] => [
      card === undefined ? cell(name) : [[{ text: name, href: cardHref(card) }]],
      ...[phone, more]
        .slice(0, titles.length - 1)
        .map((text) => (text === undefined ? [] : [telRuns(text)])),
    ]),
  };
}
