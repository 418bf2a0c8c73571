import type { Block, Cell, Fact, Guide, Inline, Section } from '../../src/guide/guide.ts';
import { sectionNumber, words } from '../../src/render/pdf/words.ts';

/** A guide as a Typst source, written as someone would who knows Typst and likes its defaults. */
export function typstSource(guide: Guide): string {
  const { edition = '' } = guide.provenance;
  return [
    PREAMBLE,
    `#set document(title: ${quoted(guide.title)}, author: ${quoted(guide.department.name)})`,
    `#set page(header: context if here().page() > 1 [#set text(8.5pt); #set par(first-line-indent: 0em)
      #${text(guide.title)} #h(1fr) #${text(guide.department.name)} #v(-6pt) #line(length: 100%, stroke: .35pt)],
      footer: context [#set text(8.5pt); #set par(first-line-indent: 0em)
      #line(length: 100%, stroke: .35pt) #v(-6pt) #${text(edition)} #h(1fr)
      第 #here().page() 页 / 共 #counter(page).final().first() 页])`,
    `#align(center)[#set par(first-line-indent: 0em)
      #text(11pt)[${words.kind}]\n\n#text(22pt, weight: "bold")[#${text(guide.title)}]\n
      #${text(guide.department.name)}]`,
    guide.summary === '' ? '' : inlines([{ text: guide.summary }]),
    highlights(guide.highlights),
    ...[...guide.sections, ...(guide.appendix ?? [])].map(section),
  ].join('\n\n');
}

const PREAMBLE = `#set page(paper: "a4", margin: (x: 22mm, top: 24mm, bottom: 22mm))
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn",
  top-edge: .88em, bottom-edge: -.12em)
#set par(justify: true, leading: .62em, spacing: .74em, first-line-indent: (amount: 2em, all: true))
#show heading: set text(font: "Noto Sans SC", weight: "bold", size: 13pt)
#show heading: set block(above: 15pt, below: 6pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#show heading.where(level: 2): set block(above: 8pt, below: 5pt)
#show strong: set text(font: "Noto Sans SC", weight: "bold")
#set table(stroke: .35pt + luma(140), inset: (x: 5pt, y: 3.6pt), align: horizon + left)
#show table: set text(size: 9.5pt)
#show table: set par(first-line-indent: 0em, leading: .45em, spacing: .45em)
#set list(indent: 1em)
#set enum(indent: 1em)
#let body(content) = { set par(first-line-indent: 0em); content }`;

function section({ heading, blocks: content }: Section, index: number): string {
  return `= #${text(`${sectionNumber(index)}${heading}`)}\n\n${blocks(content)}`;
}

function highlights(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const cells = facts.map(
    ({ label, value }) => `[#text(8.5pt)[#${text(label)}] \\ #strong[${inlines(value)}]]`,
  );
  return `#table(columns: (1fr,) * ${Math.min(4, facts.length)}, align: center + horizon,
  fill: luma(241), ${cells.join(', ')})`;
}

function blocks(content: readonly Block[]): string {
  return content.map(block).join('\n\n');
}

function block(each: Block): string {
  switch (each.kind) {
    case 'paragraph':
      return inlines(each.text);
    case 'heading':
      return `== #${text(each.text)}`;
    case 'list': {
      const items = each.items.map((item) => `[#body[${blocks(item)}]]`).join(', ');
      return each.ordered ? `#enum(start: ${each.start ?? 1}, ${items})` : `#list(${items})`;
    }
    case 'facts':
      return factsTable(each.facts);
    case 'table':
      return table(each.columns, each.rows, each.caption);
    case 'checklist':
      return each.entries
        .map(({ title, details }) => `☐ *${inlines(title)}* ${details.map(inlines).join('　')}`)
        .join('\n\n');
    case 'steps':
      return steps(each.steps, each.total);
    case 'note':
      return `#rect(width: 100%, stroke: .5pt)[${blocks(each.blocks)}]`;
    case 'quote':
      return `#quote(block: true)[*${inlines(each.cite)}*\n\n${blocks(each.blocks)}]`;
    case 'questions':
      return each.entries
        .map(({ question, answer }) => `#body[*#${text(question)}*]\n\n${blocks(answer)}`)
        .join('\n\n');
    case 'code':
      return inlines([{ text: each.caption }]);
    case 'drawing':
      return inlines([{ text: each.alt }]);
  }
}

function steps(all: Extract<Block, { kind: 'steps' }>['steps'], total: string | undefined): string {
  const items = all.map(({ name, facts, blocks: more }) => {
    const line = facts.map(({ label, value }) => `#${text(`${label}：`)}${inlines(value)}`);
    return `[#body[*#${text(name)}*\n\n${line.join('#"　"')}\n\n${blocks(more)}]]`;
  });
  const sum = total === undefined ? '' : `\n\n#body[*#${text(total)}*]`;
  return `#enum(${items.join(', ')})${sum}`;
}

function factsTable(facts: readonly Fact[]): string {
  const cells = facts.flatMap(({ label, value }) => [
    `table.cell(fill: luma(241))[*#${text(label)}*]`,
    `[${inlines(value)}]`,
  ]);
  return `#table(columns: (auto, 1fr), ${cells.join(', ')})`;
}

function table(
  columns: readonly { readonly title: string; readonly weight: number }[],
  rows: readonly (readonly Cell[])[],
  caption: string | undefined,
): string {
  const widths = columns.map(({ weight }) => `${weight}fr`).join(', ');
  const head = columns
    .map(({ title }) => `table.cell(fill: luma(241))[*#${text(title)}*]`)
    .join(', ');
  const cells = rows.flat().map((cell) => `[${cell.map(inlines).join('\n\n')}]`);
  const named = caption === undefined ? '' : `#align(center)[*#${text(caption)}*]\n\n`;
  return `${named}#table(columns: (${widths},), table.header(${head}), ${cells.join(', ')})`;
}

function inlines(runs: readonly Inline[]): string {
  return runs
    .map(({ text: said, strong, emphasis, href }) => {
      const shown = `#${text(said)}`;
      const marked = strong ? `#strong[${shown}]` : emphasis ? `#emph[${shown}]` : shown;
      return href !== undefined && /^(https?|mailto|tel):/.test(href)
        ? `#link(${quoted(href)})[${marked}]`
        : marked;
    })
    .join('');
}

/** Text as an expression, so that no character of it means anything to Typst. */
function text(said: string): string {
  return `${quoted(said)};`;
}

function quoted(said: string): string {
  return `"${said.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
