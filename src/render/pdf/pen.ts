import { FaceSubset } from './face-subset.ts';
import type { Fonts } from './fonts.ts';
import { Operators, operand } from './operators.ts';
import type { EmbeddedPicture, PdfWriter, Reference } from './pdf-writer.ts';
import type { Picture } from './picture.ts';
import type { StructureWriter, Tag } from './structure.ts';
import type { Colour } from './theme.ts';

/** A grey from 0 (black) to 1, or a colour. */
export type Ink = number | Colour;

/** Whose content is being drawn: a tag's, or no part of the text, as headers and rules are. */
export type Owner = Tag | 'artifact';

/** One face used by the document, with the name pages call it by. */
export interface UsedFace {
  readonly name: string;
  readonly reference: Reference;
  readonly subset: FaceSubset;
}

/** What all pages of a document share. */
export class PenResources {
  readonly writer: PdfWriter;
  readonly structure: StructureWriter;
  readonly used: (UsedFace | undefined)[] = [];
  readonly #fonts: Fonts;
  readonly #pictures = new Map<Picture, EmbeddedPicture>();

  constructor(writer: PdfWriter, structure: StructureWriter, fonts: Fonts) {
    this.writer = writer;
    this.structure = structure;
    this.#fonts = fonts;
  }

  /** A picture, taken into the document at first use. */
  picture(picture: Picture): EmbeddedPicture {
    const known = this.#pictures.get(picture);
    if (known) return known;
    const fresh = this.writer.openImage(picture.bytes);
    fresh.embed(this.writer);
    this.#pictures.set(picture, fresh);
    return fresh;
  }

  /** The face by index, taken into the document at first use. */
  face(index: number): UsedFace {
    const known = this.used[index];
    if (known) return known;
    const face = this.#fonts.faces[index] ?? this.#fonts.faces[0];
    const reference = this.writer.ref({});
    const fresh = { name: `F${index + 1}`, reference, subset: new FaceSubset(face) };
    this.used[index] = fresh;
    return fresh;
  }
}

/** Writes one page: lengths in pt, y from the page's top, greys from 0 (black) to 1. */
export class Pen {
  readonly resources: PenResources;
  readonly #page: PdfWriter['page'];
  readonly #owners: Tag[];
  /** Lowest the grounds, above them the rules, above both the text. */
  readonly #grounds = new Operators();
  readonly #rules = new Operators();
  readonly #text = new Operators();
  #owner: Owner | undefined;
  /** How far to the right everything is drawn. */
  #shift = 0;

  /** Opens the pen on the writer's current page. */
  constructor(resources: PenResources) {
    this.resources = resources;
    this.#page = resources.writer.page;
    this.#owners = resources.structure.page();
  }

  /** Moves everything drawn from now on to the right of where it says, by `shift` pt. */
  shift(shift: number): void {
    if (shift === this.#shift) return;
    if (this.#owner) this.#text.add('EMC\n');
    this.#owner = undefined;
    if (this.#shift !== 0) this.#text.add('Q\n');
    if (shift !== 0) this.#text.add(`q 1 0 0 1 ${operand(shift)} 0 cm\n`);
    this.#shift = shift;
  }

  /** A straight rule on the ground. */
  rule(x1: number, y1: number, x2: number, y2: number, width: number, ink: Ink): void {
    const [from, to] = [x1 + this.#shift, x2 + this.#shift];
    const rules = this.#rules;
    addInk(rules, ink, 'G');
    rules.number(width, ' w ');
    rules.number(from, ' ');
    rules.number(y1, ' m ');
    rules.number(to, ' ');
    rules.number(y2, ' l S\n');
  }

  /** A filled rectangle on the ground. */
  ground(x: number, y: number, width: number, height: number, ink: Ink): void {
    addInk(this.#grounds, ink, 'g');
    addBox(this.#grounds, x + this.#shift, y, width, height, ' re f\n');
  }

  /** A rectangle's outline on the ground. */
  outline(x: number, y: number, width: number, height: number, line: number, ink: Ink): void {
    addInk(this.#rules, ink, 'G');
    this.#rules.number(line, ' w ');
    addBox(this.#rules, x + this.#shift, y, width, height, ' re S\n');
  }

  /** Says whose the following content is. */
  mark(owner: Owner): void {
    if (owner === this.#owner) return;
    if (this.#owner) this.#text.add('EMC\n');
    this.#owner = owner;
    if (owner === 'artifact') {
      this.#text.add('/Artifact BMC\n');
      return;
    }
    const content = this.#owners.length;
    this.#owners.push(owner);
    owner.children.push({ page: this.#page.dictionary, content });
    this.#text.add('/');
    this.#text.add(owner.name);
    this.#text.add(' <</MCID ');
    this.#text.number(content, '>> BDC\n');
  }

  /** Where operators on behalf of the owner go. */
  get operators(): Operators {
    return this.#text;
  }

  /** Raw operators on behalf of the owner. */
  draw(operators: string): void {
    this.#text.add(operators);
  }

  /** A picture on behalf of the owner, its upper left corner at (x, y). */
  picture(picture: Picture, x: number, y: number, width: number, height: number): void {
    const { label, obj } = this.resources.picture(picture);
    if (obj) this.#page.xobjects[label] = obj;
    const place = [width, 0, 0, -height, x, y + height].map(operand).join(' ');
    this.#text.add(`q ${place} cm /${label} Do Q\n`);
  }

  /** The face by index, made a resource of this page. */
  face(index: number): UsedFace {
    const face = this.resources.face(index);
    this.#page.fonts[face.name] = face.reference;
    return face;
  }

  /** A link over a rectangle, belonging to `tag`; `#name` leads to an anchor, `words` tell where. */
  link(
    x: number,
    y: number,
    width: number,
    height: number,
    address: string,
    tag: Tag,
    words = address,
  ): void {
    const { writer, structure } = this.resources;
    const options = { Contents: new String(words), StructParent: structure.annotation(tag) };
    const left = x + this.#shift;
    if (address.startsWith('#')) writer.goTo(left, y, width, height, address.slice(1), options);
    else writer.link(left, y, width, height, encodeURI(decodeSafely(address)), options);
    const annotation = this.#page.annotations.at(-1);
    if (annotation) tag.children.push({ page: this.#page.dictionary, annotation });
  }

  /** Writes what was drawn to the page. */
  end(): void {
    if (this.#owner) this.#text.add('EMC\n');
    if (this.#grounds.length + this.#rules.length > 0) {
      this.#page.write(ARTIFACT);
      this.#page.write(this.#grounds.take());
      this.#page.write(this.#rules.take());
      this.#page.write(ARTIFACT_END);
    }
    this.#page.write(this.#text.take());
  }
}

const ARTIFACT = Buffer.from('/Artifact BMC\n', 'latin1');
const ARTIFACT_END = Buffer.from('0 g 0 G\nEMC\n', 'latin1');

/** Takes up an ink for strokes (`G`) or fills (`g`). */
function addInk(to: Operators, ink: Ink, operator: 'G' | 'g'): void {
  if (typeof ink === 'number') to.number(ink, operator === 'G' ? ' G ' : ' g ');
  else {
    for (const part of ink) to.number(part, ' ');
    to.add(operator === 'G' ? 'RG ' : 'rg ');
  }
}

function addBox(
  to: Operators,
  x: number,
  y: number,
  width: number,
  height: number,
  after: string,
): void {
  to.number(x, ' ');
  to.number(y, ' ');
  to.number(width, ' ');
  to.number(height, after);
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
