import type { CatalogueIndex, DoorGroup } from '../../guide/catalogue-index.ts';
import type { Shape } from '../../guide/drawing-block.ts';
import type { Block, Column, Fact, Inline, Link, StepsBlock, Tick } from '../../guide/guide.ts';
import type {
  Door,
  ListEntry,
  ListGroup,
  ListPage,
  PageNumber,
  Pager,
} from '../../guide/lists/list-page.ts';
import type {
  BringSection,
  Frame,
  ItemPage,
  Meta,
  PageSection,
  SheetGroup,
} from '../../guide/page/page.ts';
import type { PageView } from './view.ts';

type Names<T> = T extends unknown ? keyof T & string : never;
type Entries<T> = T extends { readonly entries: readonly (infer E)[] } ? E : never;

/** Every name that a template may use: a field of what a page is made from. */
export type FieldName = Names<
  | PageView
  | Frame
  | ItemPage
  | ListPage
  | CatalogueIndex
  | DoorGroup
  | Door
  | ListEntry
  | ListGroup
  | PageNumber
  | Pager
  | BringSection
  | SheetGroup
  | Link
  | Meta
  | PageSection
  | Tick
  | Block
  | Column
  | Fact
  | Inline
  | StepsBlock['steps'][number]
  | Shape
  | Entries<Block>
>;

const FIELDS: Record<FieldName, true> = {
  align: true,
  alt: true,
  anchor: true,
  answer: true,
  asked: true,
  blocks: true,
  box: true,
  bring: true,
  canonical: true,
  caption: true,
  cite: true,
  columns: true,
  content: true,
  count: true,
  crumbs: true,
  current: true,
  dashed: true,
  department: true,
  description: true,
  details: true,
  doors: true,
  downloads: true,
  emphasis: true,
  entries: true,
  facts: true,
  files: true,
  sheets: true,
  first: true,
  folded: true,
  frame: true,
  grey: true,
  groups: true,
  heading: true,
  height: true,
  high: true,
  hints: true,
  href: true,
  id: true,
  items: true,
  jump: true,
  key: true,
  kind: true,
  label: true,
  lang: true,
  lead: true,
  level: true,
  links: true,
  marks: true,
  metas: true,
  more: true,
  name: true,
  nav: true,
  next: true,
  note: true,
  numbers: true,
  ordered: true,
  page: true,
  pager: true,
  path: true,
  previous: true,
  publisher: true,
  question: true,
  report: true,
  rest: true,
  root: true,
  rows: true,
  sections: true,
  shape: true,
  shapes: true,
  sheet: true,
  site: true,
  size: true,
  start: true,
  steps: true,
  stroke: true,
  strong: true,
  structured: true,
  summary: true,
  tags: true,
  text: true,
  ticks: true,
  title: true,
  tone: true,
  total: true,
  trail: true,
  value: true,
  waived: true,
  weight: true,
  wide: true,
  width: true,
  words: true,
  x: true,
  y: true,
};

/** Whether a page has such a field anywhere. */
export function isField(name: string): boolean {
  return Object.hasOwn(FIELDS, name);
}
