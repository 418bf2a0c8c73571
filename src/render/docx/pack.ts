import { strToU8, zipSync } from 'fflate';
import { xmlText } from '../../text/xml-text.ts';
import { guideTheme } from '../pdf/theme.ts';
import { type Flow, GREY, RULE, runProperties, SIZE, twips } from './kit.ts';

/** A document before it is packed. */
export interface WordDocument {
  readonly title: string;
  /** YYYY-MM-DD; the same content and day give the same bytes. */
  readonly today: string;
  /** Each begins on a page of its own and has a foot of its own. */
  readonly parts: readonly { readonly body: readonly Flow[]; readonly foot: string }[];
  readonly links: readonly (readonly [id: string, href: string])[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The bytes of a DOCX file. */
export function packDocument(document: WordDocument): Uint8Array {
  const { parts, links, title, today } = document;
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(parts.length),
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(title, today),
    'word/styles.xml': styles(),
    'word/document.xml': body(document),
    'word/_rels/document.xml.rels': relations([
      ['styles', `${OFFICE}/styles`, 'styles.xml'],
      ...parts.map((_, at) => [`foot${at}`, `${OFFICE}/footer`, `footer${at}.xml`] as const),
      ...links.map(([id, href]) => [id, `${OFFICE}/hyperlink`, href, true] as const),
    ]),
  };
  for (const [at, { foot }] of parts.entries()) files[`word/footer${at}.xml`] = footer(foot);
  const [year = 2000, month = 1, day = 1] = today.split('-').map(Number);
  const bytes = Object.entries(files).map(([path, text]) => [path, strToU8(HEAD + text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(year, month - 1, day) });
}

function body({ parts }: WordDocument): string {
  const last = parts.length - 1;
  const flows = parts.map(({ body: flow }, at) => {
    const section = sectionProperties(at);
    // The properties of all sections but the last stand in their last paragraph.
    const end = at === last ? section : `<w:p><w:pPr>${section}</w:pPr></w:p>`;
    return flow.join('') + end;
  });
  return `<w:document ${W} ${R}><w:body>${flows.join('')}</w:body></w:document>`;
}

function sectionProperties(at: number): string {
  const { page, margins } = guideTheme;
  const sides = (['top', 'right', 'bottom', 'left'] as const).map(
    (side) => `w:${side}="${twips(margins[side])}"`,
  );
  return (
    `<w:sectPr><w:footerReference w:type="default" r:id="foot${at}"/><w:type w:val="nextPage"/>` +
    `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/>` +
    `<w:pgMar ${sides.join(' ')} w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>`
  );
}

function footer(text: string): string {
  const properties = runProperties({ size: SIZE.small, sans: true, colour: GREY });
  const run = (inner: string): string => `<w:r>${properties}${inner}</w:r>`;
  const words = (each: string): string => run(`<w:t xml:space="preserve">${xmlText(each)}</w:t>`);
  const field = (name: string): string =>
    `<w:fldSimple w:instr=" ${name} ">${words('1')}</w:fldSimple>`;
  return (
    `<w:ftr ${W} ${R}><w:p><w:pPr><w:pBdr>` +
    `<w:top w:val="single" w:sz="4" w:space="4" w:color="${RULE}"/></w:pBdr>` +
    `<w:jc w:val="center"/></w:pPr>${words(text === '' ? '第 ' : `${text}　第 `)}` +
    `${field('PAGE')}${words(' 页 / 共 ')}${field('NUMPAGES')}${words(' 页')}</w:p></w:ftr>`
  );
}

function styles(): string {
  const heading = (level: number): string =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>` +
    `<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`;
  return (
    `<w:styles ${W}><w:docDefaults><w:rPrDefault>${runProperties({ size: SIZE.body })}` +
    '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" ' +
    `w:styleId="Normal"><w:name w:val="Normal"/></w:style>${heading(1)}${heading(2)}</w:styles>`
  );
}

function coreProperties(title: string, today: string): string {
  const day = `${today}T00:00:00Z`;
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created></cp:coreProperties>`
  );
}

function contentTypes(parts: number): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="${type}"/>`;
  const feet = Array.from({ length: parts }, (_, at) =>
    override(`/word/footer${at}.xml`, `${WORD_TYPE}.footer+xml`),
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ' +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/word/document.xml', `${WORD_TYPE}.document.main+xml`) +
    override('/word/styles.xml', `${WORD_TYPE}.styles+xml`) +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    `${feet.join('')}</Types>`
  );
}

type Relation = readonly [id: string, type: string, target: string, isExternal?: true];

function relations(list: readonly Relation[]): string {
  const all = list.map(([id, type, target, isExternal]) => {
    const mode = isExternal === true ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${type}" Target="${xmlText(target)}"${mode}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}
