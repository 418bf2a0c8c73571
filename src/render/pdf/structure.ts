import type { PdfWriter, Reference } from './pdf-writer.ts';

/** Tags in use, with the names PDF 1.7 gives them. */
export type TagName =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'BlockQuote'
  | 'Note'
  | 'Sect'
  | 'Div'
  | 'Part'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Index'
  | 'Figure'
  | 'Link';

/** What a tag may say besides its name. */
export interface TagOptions {
  /** Text that stands for a picture. */
  readonly alt?: string;
  /** What a table head is the head of. */
  readonly scope?: 'Row' | 'Column';
  /** Columns a cell spans, when more than one. */
  readonly span?: number;
  readonly numbering?: 'Decimal' | 'Disc';
}

/** Content on a page, by its number there, or an annotation. */
export type Mark =
  | { readonly page: Reference; readonly content: number }
  | { readonly page: Reference; readonly annotation: Reference };

/** A node of the structure tree; children stand in reading order. */
export class Tag {
  readonly children: (Tag | Mark)[] = [];
  readonly name: TagName;
  readonly options: TagOptions;

  constructor(name: TagName, options: TagOptions = {}) {
    this.name = name;
    this.options = options;
  }

  /** Adds a child and returns it. */
  add(name: TagName, options: TagOptions = {}): Tag {
    const child = new Tag(name, options);
    this.children.push(child);
    return child;
  }
}

/**
 * Writes the tree of tags when all pages are drawn: only then are levels of headings known, and the
 * tags that stayed empty. `struct` of pdfkit fixes a tag's name when it is opened, knows neither
 * column spans nor the numbering of lists, and takes a link to stand on the page that is open when
 * its tag is written.
 */
export class StructureWriter {
  readonly #writer: PdfWriter;
  /** What a page or an annotation belongs to, by its key: the tags of a page's contents, or a tag. */
  readonly #owners: (Tag[] | Tag)[] = [];
  readonly #references = new Map<Tag, Reference>();
  /** Level of the last heading. */
  #level = 0;

  constructor(writer: PdfWriter) {
    this.#writer = writer;
  }

  /** Registers a new page; the list returned takes the owner of each marked content in turn. */
  page(): Tag[] {
    const tags: Tag[] = [];
    this.#writer.page.dictionary.data.StructParents = this.#owners.push(tags) - 1;
    return tags;
  }

  /** Gives the key by which an annotation finds its tag. */
  annotation(tag: Tag): number {
    return this.#owners.push(tag) - 1;
  }

  /** Writes all tags and what each page's content belongs to; call once, after the last page. */
  end(root: Tag): void {
    prune(root);
    const treeRoot = this.#writer.getStructTreeRoot();
    treeRoot.data.K = [this.#write(root, treeRoot)];
    const referenceOf = (tag: Tag) => this.#references.get(tag);
    const owners = this.#owners.map((owner) => {
      if (owner instanceof Tag) return referenceOf(owner);
      const list = this.#writer.ref(owner.map(referenceOf));
      list.end();
      return list;
    });
    treeRoot.data.ParentTree = { Nums: owners.flatMap((owner, key) => [key, owner]) };
    treeRoot.data.ParentTreeNextKey = owners.length;
  }

  /** The tag's name; a heading goes at most one level deeper than the one before it. */
  #nameOf({ name }: Tag): string {
    if (name.length !== 2 || !name.startsWith('H')) return name;
    this.#level = Math.min(Number(name.slice(1)), this.#level + 1);
    return `H${this.#level}`;
  }

  #write(tag: Tag, parent: Reference): Reference {
    const { children, options } = tag;
    const page = children.find(isMark)?.page;
    const data: Record<string, unknown> = { S: this.#nameOf(tag), P: parent, Pg: page };
    const reference = this.#writer.ref(data);
    this.#references.set(tag, reference);
    const kids = children.map((child) =>
      child instanceof Tag ? this.#write(child, reference) : markOf(child, page),
    );
    if (kids.length > 0) data.K = kids.length === 1 ? kids[0] : kids;
    if (options.alt !== undefined) data.Alt = new String(options.alt);
    data.A = attributesOf(options);
    reference.end();
    return reference;
  }
}

function attributesOf({ scope, span, numbering }: TagOptions): object | undefined {
  if (scope) return { O: 'Table', Scope: scope };
  if (span) return { O: 'Table', ColSpan: span };
  return numbering && { O: 'List', ListNumbering: numbering };
}

/** Tags that may stay empty: cells that are blank on paper. */
const MAY_BE_EMPTY: ReadonlySet<TagName> = new Set(['TD', 'TH', 'TR']);

/** Takes out tags that came to hold nothing; says whether this one holds something. */
function prune(tag: Tag): boolean {
  const { children } = tag;
  let kept = 0;
  for (const child of children) {
    if (!isMark(child) && !prune(child)) continue;
    children[kept] = child;
    kept += 1;
  }
  children.length = kept;
  return kept > 0 || MAY_BE_EMPTY.has(tag.name);
}

function isMark(child: Tag | Mark): child is Mark {
  return !(child instanceof Tag);
}

/** A mark in a tag whose content stands on `page`, as far as that does not say it already. */
function markOf(mark: Mark, page: Reference | undefined): unknown {
  if ('annotation' in mark) return { Type: 'OBJR', Obj: mark.annotation, Pg: mark.page };
  return mark.page === page ? mark.content : { Type: 'MCR', Pg: mark.page, MCID: mark.content };
}
