import { pdfText } from './pdf-syntax.ts';
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
  /** Number of its object, once it is written. */
  id = 0;
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

/** Writes the tree under `root`; call once, after the last page. */
export class StructureWriter {
  readonly #writer: PdfWriter;
  /** Owner of each marked content, by page. */
  readonly #owners: { key: number; tags: Tag[] }[] = [];
  readonly #annotations: { key: number; tag: Tag }[] = [];
  /** Of the tags that pdfkit writes something about: the root, and those of annotations. */
  readonly #references = new Map<Tag, Reference | undefined>();
  /** Level of the last heading. */
  #level = 0;

  constructor(writer: PdfWriter) {
    this.#writer = writer;
  }

  /** Registers a new page; the list returned takes the owner of each marked content in turn. */
  page(): Tag[] {
    const tags: Tag[] = [];
    this.#owners.push({ key: this.#writer.page.structParentTreeKey, tags });
    return tags;
  }

  /** Reserves the key by which an annotation finds its tag. */
  annotation(tag: Tag): number {
    const key = this.#writer.createStructParentTreeNextKey();
    this.#annotations.push({ key, tag });
    this.#references.set(tag, undefined);
    return key;
  }

  /** Writes all tags and where each page's content belongs. */
  end(root: Tag): void {
    prune(root);
    const { file } = this.#writer;
    const treeRoot = this.#writer.getStructTreeRoot();
    this.#references.set(root, undefined);
    this.#write(root, treeRoot.id);
    treeRoot.data.K = [this.#references.get(root)];
    const tree = this.#writer.getStructParentTree();
    for (const { key, tags } of this.#owners) {
      const reference = this.#writer.ref({});
      file.add(reference, `[${tags.map(({ id }) => `${id} 0 R`).join(' ')}]`);
      tree.add(key, reference);
    }
    for (const { key, tag } of this.#annotations) tree.add(key, this.#references.get(tag));
  }

  /** The tag's name; a heading goes at most one level deeper than the one before it. */
  #nameOf({ name }: Tag): string {
    if (name.length !== 2 || !name.startsWith('H')) return name;
    this.#level = Math.min(Number(name.slice(1)), this.#level + 1);
    return `H${this.#level}`;
  }

  #write(tag: Tag, parent: number): void {
    const { file } = this.#writer;
    const reference = this.#references.has(tag) ? this.#writer.ref({}) : undefined;
    if (reference) this.#references.set(tag, reference);
    tag.id = reference?.id ?? file.reserve();
    let syntax = `<</S/${this.#nameOf(tag)}/P ${parent} 0 R`;
    const { children } = tag;
    const page = children.find(isMark)?.page.id;
    let kids = '';
    for (const child of children) {
      if (child instanceof Tag) this.#write(child, tag.id);
      kids += child instanceof Tag ? ` ${child.id} 0 R` : ` ${markSyntax(child, page)}`;
    }
    if (page !== undefined) syntax += `/Pg ${page} 0 R`;
    if (children.length > 0) syntax += `/K${children.length === 1 ? kids : `[${kids.slice(1)}]`}`;
    syntax += `${attributeSyntax(tag.options)}>>`;
    if (reference) file.add(reference, syntax);
    else file.put(tag.id, syntax);
  }
}

function attributeSyntax({ alt, scope, span, numbering }: TagOptions): string {
  let syntax = alt === undefined ? '' : `/Alt${pdfText(alt)}`;
  if (scope) syntax += `/A<</O/Table/Scope/${scope}>>`;
  if (span) syntax += `/A<</O/Table/ColSpan ${span}>>`;
  if (numbering) syntax += `/A<</O/List/ListNumbering/${numbering}>>`;
  return syntax;
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

/** A mark in a tag whose content stands on the page of this number. */
function markSyntax(mark: Mark, page: number | undefined): string {
  const { id } = mark.page;
  if ('annotation' in mark) return `<</Type/OBJR/Obj ${mark.annotation.id} 0 R/Pg ${id} 0 R>>`;
  return id === page ? `${mark.content}` : `<</Type/MCR/Pg ${id} 0 R/MCID ${mark.content}>>`;
}
