import type { Block, Fact, Guide, Inline, Paper, Section } from '../src/guide/guide.ts';

/** Every string of a guide's body in reading order, blanks taken out, for comparing with paper. */
export function guideStrings(guide: Guide): string[] {
  return [
    guide.title,
    guide.department.name,
    guide.notice.code?.caption ?? '',
    guide.summary,
    ...guide.highlights.flatMap(factStrings),
    ...guide.sections.flatMap(sectionStrings),
    ...(guide.appendix ?? []).flatMap(sectionStrings),
  ]
    .map(squashed)
    .filter((text) => text !== '');
}

/** Every string of a notice sheet in reading order. */
export function noticeStrings(guide: Guide): string[] {
  return paperStrings(guide.notice);
}

/** Every string of a sheet in reading order. */
export function paperStrings(paper: Paper): string[] {
  const { title, subtitle, sections, code, signatures, footer, number, seal } = paper;
  return [
    number ?? '',
    title,
    subtitle,
    ...sections.flatMap(sectionStrings),
    ...(seal ?? []),
    code?.caption ?? '',
    ...signatures,
    footer,
  ]
    .map(squashed)
    .filter((text) => text !== '');
}

/** A text without blanks, which line ends swallow. */
export function squashed(text: string): string {
  return text.replace(/[\s\u3000]/gu, '');
}

/** Every string of a section, its heading first. */
export function sectionStrings(section: Section): string[] {
  return [section.heading, ...section.blocks.flatMap(blockStrings)];
}

/** Label and value of a fact. */
export function factStrings(fact: Fact): string[] {
  return [fact.label, inlineText(fact.value)];
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

function blockStrings(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inlineText(block.text)];
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.flatMap((blocks) => blocks.flatMap(blockStrings));
    case 'facts':
      return block.facts.flatMap(factStrings);
    case 'table':
      return [
        block.caption ?? '',
        ...block.columns.map((column) => column.title),
        ...block.rows.flatMap((row) => row.flatMap((cell) => cell.map(inlineText))),
      ];
    case 'checklist':
      return block.entries.flatMap((entry) =>
        [entry.title, ...entry.details].map((text) => inlineText(text)),
      );
    case 'steps':
      return [
        ...block.steps.flatMap((step) => [
          step.name,
          ...step.facts.flatMap(factStrings),
          ...step.blocks.flatMap(blockStrings),
        ]),
        block.total ?? '',
      ];
    case 'note':
      return block.blocks.flatMap(blockStrings);
    case 'quote':
      return [inlineText(block.cite), ...block.blocks.flatMap(blockStrings)];
    case 'questions':
      return block.entries.flatMap((entry) => [
        entry.question,
        ...entry.answer.flatMap(blockStrings),
      ]);
    case 'code':
      return [block.caption];
    case 'drawing':
      return block.shapes.flatMap(({ words = '' }) => (words === '' ? [] : [words]));
  }
}
