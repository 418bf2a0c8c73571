import type { Situation } from '../../model/schema.gen.ts';
import type { Block, Cell, Fact, Section } from '../guide.ts';
import { departmentLabel, itemLabel } from '../labels.ts';
import { editionWords } from '../notice.ts';
import { codeWord } from '../sheet-code.ts';
import type { Subject } from '../subject.ts';
import { cell, dateWords, factsBlock, plainFact } from '../words.ts';
import { aboutItem, BLANK_DATE, blank, type Printed } from './printed.ts';

/** What is known of the case a form is printed for. */
export interface Case {
  readonly situation?: Situation;
  /** YYYY-MM-DD on which the application was received. */
  readonly accepted?: string;
  /** What moved the last day: extension, suspension, special procedures, each with its article. */
  readonly courseWords: readonly string[];
  /** The last day of a period that begins on `accepted`, in words; undefined when not known. */
  lastDay(period: string | undefined): string | undefined;
}

/** A form to be filled in by hand; undefined when it makes no sense for the item. */
export type Form = (subject: Subject, facts: Case) => Printed | undefined;

/** The item's name with the situation the case is of. */
export function itemWords({ item }: Subject, { situation }: Case): string {
  return situation === undefined ? item.name : `${item.name}（${situation.name}）`;
}

/** The day of receipt, or a line for it. */
export function acceptedWords({ accepted }: Case): string {
  return accepted === undefined ? BLANK_DATE : dateWords(accepted);
}

/** Who applies for what, where and when: the head of every form. */
export function caseFacts(subject: Subject, facts: Case, received = '收件日期'): Block[] {
  const { department, windows } = subject;
  const window = windows[0];
  const open = (label: string): Fact => ({ label, value: [] });
  return factsBlock([
    open('申请人'),
    open(departmentLabel('phone')),
    ...plainFact('申请事项', itemWords(subject, facts)),
    ...plainFact(received, acceptedWords(facts)),
    ...plainFact('受理单位', department?.name),
    ...plainFact(
      '受理窗口',
      window && `${window.hall.name} ${window.window.number ?? window.window.name}`,
    ),
  ]);
}

/** A section without a heading. */
export function untitled(id: string, blocks: readonly Block[]): Section {
  return { id, heading: '', blocks };
}

/** Lines of a table to be filled in by hand. */
export function openRows(count: number, columns: number): Cell[][] {
  return Array.from({ length: count }, () =>
    Array.from({ length: columns }, (): Cell => [[{ text: '\u3000' }]]),
  );
}

/** A box to tick before a text. */
export function tick(text: string): Cell {
  return cell(`☐${text}`);
}

/** Everything but the text of a form: number, seal, copies, small print. */
export function formOf(
  subject: Subject,
  facts: Case,
  own: Pick<Printed, 'title' | 'sections' | 'signatures'> & { readonly dated?: boolean },
): Printed {
  const { department, catalog, item } = subject;
  const date = own.dated === true ? acceptedWords(facts) : BLANK_DATE;
  const { title, sections, signatures } = own;
  return {
    title,
    subtitle: '',
    number: `编号：${blank(9)}`,
    sections,
    seal: [
      `${department?.name ?? catalog.settings.value.publisher ?? item.department}（印章）`,
      date,
    ],
    signatures,
    footer: [
      '本文书一式两份，一份交申请人，一份由受理单位留存',
      codeWord(subject, 'form'),
      ...editionWords(subject),
    ].join('　'),
    copies: ['第一联：交申请人', '第二联：受理单位留存'],
    about: aboutItem(subject),
  };
}

/** Telephone lines that the case may be asked about at. */
export function contactWords({ item, windows }: Subject): string {
  const phone = item.contact?.consult ?? windows[0]?.window.phone;
  return phone === undefined ? '' : `${itemLabel('contact.consult')}：${phone}。`;
}

/** Whether the administrative licensing law (行政许可法) governs the item. */
export function isLicence({ item }: Subject): boolean {
  return item.type === '行政许可';
}
