import * as mupdf from 'mupdf';

/** A paragraph or row as it is spread over pages: how many lines stand on each. */
export interface Spread {
  readonly name: string;
  /** Lines by page, in order. */
  readonly lines: readonly number[];
  /** Height of the tallest page's part, in pt. */
  readonly height: number;
}

type Baselines = Map<number, number[]>;

/** Paragraphs and table rows that stand on more than one page. */
export function spreadTags(bytes: Uint8Array): Spread[] {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf') as mupdf.PDFDocument;
  const pages = new Map<number, Baselines>();
  for (let page = 0; page < document.countPages(); page += 1) {
    const object = document.findPage(page);
    pages.set(object.asIndirect(), baselinesOf(object));
  }
  const spreads: Spread[] = [];
  visit(document.getTrailer().get('Root', 'StructTreeRoot', 'K', 0), pages, spreads);
  return spreads.filter(({ lines }) => lines.length > 1);
}

/** Baselines of each marked content of a page. */
function baselinesOf(page: mupdf.PDFObject): Baselines {
  const stream = page.get('Contents').readStream().asString();
  const found: Baselines = new Map();
  let current: number[] = [];
  for (const [, id, y] of stream.matchAll(/<<\/MCID (\d+)>> BDC|1 0 0 -1 [\d.-]+ ([\d.-]+) Tm/g)) {
    if (id !== undefined) {
      current = found.get(Number(id)) ?? [];
      found.set(Number(id), current);
    } else current.push(Number(y));
  }
  return found;
}

/** Collects the tag's baselines by page; paragraphs and rows are noted on the way. */
function visit(
  tag: mupdf.PDFObject,
  pages: ReadonlyMap<number, Baselines>,
  spreads: Spread[],
): Map<number, Set<number>> {
  const own = new Map<number, Set<number>>();
  const add = (page: number, lines: Iterable<number>): void => {
    const set = own.get(page) ?? new Set<number>();
    for (const line of lines) set.add(line);
    own.set(page, set);
  };
  const kids = tag.get('K');
  const list: mupdf.PDFObject[] = [];
  if (kids.isArray()) for (let at = 0; at < kids.length; at += 1) list.push(kids.get(at));
  else if (!kids.isNull()) list.push(kids);
  for (const kid of list) {
    if (kid.isNumber()) {
      const page = tag.get('Pg').asIndirect();
      add(page, pages.get(page)?.get(kid.asNumber()) ?? []);
    } else if (kid.get('Type').isNull()) {
      for (const [page, lines] of visit(kid, pages, spreads)) add(page, lines);
    } else if (kid.get('Type').asName() === 'MCR') {
      const page = kid.get('Pg').asIndirect();
      add(page, pages.get(page)?.get(kid.get('MCID').asNumber()) ?? []);
    }
  }
  const name = tag.get('S').asName();
  if (name === 'P' || name === 'TR') spreads.push(spreadOf(name, own));
  return own;
}

function spreadOf(name: string, own: ReadonlyMap<number, ReadonlySet<number>>): Spread {
  const sets = [...own.values()];
  const heights = sets.map((set) => Math.max(...set) - Math.min(...set));
  return { name, lines: sets.map((set) => set.size), height: Math.max(0, ...heights) };
}
