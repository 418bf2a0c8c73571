import type {
  Block,
  BlockKind,
  ChecklistBlock,
  ListBlock,
  QuestionsBlock,
  QuoteBlock,
  StepsBlock,
} from '../../guide/guide.ts';
import { type Flow, GREY, type Kit, plainText, SIZE, twips } from './kit.ts';
import { factsTable, tableOf } from './tables.ts';

const BODY = { size: SIZE.body } as const;
const HEAD = { size: SIZE.body, sans: true } as const;
/** Blanks before what stands within something else. */
const STEP = twips(21);

type Drawer<Kind extends BlockKind> = (
  kit: Kit,
  block: Extract<Block, { kind: Kind }>,
  indent: number,
) => Flow[];

/** One a kind: what is missing does not compile. */
const DRAWERS: { readonly [Kind in BlockKind]: Drawer<Kind> } = {
  paragraph: (kit, { text }, indent) => [kit.paragraph(text, BODY, { left: indent })],
  heading: (kit, { text }, indent) => [
    kit.paragraph(plainText(text), HEAD, {
      ...{ keepNext: true, left: indent, before: twips(6), after: twips(2) },
    }),
  ],
  list: drawList,
  facts: (kit, { facts }) => [factsTable(kit, facts), gap(kit)],
  table: (kit, block) => [
    ...(block.caption === undefined
      ? []
      : [kit.paragraph(plainText(block.caption), HEAD, { keepNext: true })]),
    tableOf(kit, block),
    gap(kit),
  ],
  checklist: drawChecklist,
  steps: drawSteps,
  note: (kit, { blocks }, indent) => drawBlocks(kit, blocks, indent + twips(8)),
  quote: drawQuote,
  questions: drawQuestions,
  drawing: (kit, { alt }, indent) => [kit.paragraph([{ text: alt }], BODY, { left: indent })],
  code: (kit, { caption, content }) => [
    kit.paragraph([{ text: `${caption} ` }, { text: content, href: content }], {
      ...{ size: SIZE.small, colour: GREY },
    }),
  ],
};

/** Blocks one below the other, each line after `indent` twentieths of a point. */
export function drawBlocks(kit: Kit, blocks: readonly Block[], indent = 0): Flow[] {
  return blocks.flatMap((block) => drawBlock(kit, block, indent));
}

function drawBlock<Kind extends BlockKind>(
  kit: Kit,
  block: Extract<Block, { kind: Kind }>,
  indent: number,
): Flow[] {
  // The table has for each kind the drawer of that kind.
  const draw = DRAWERS[block.kind as Kind] as Drawer<Kind>;
  return draw(kit, block, indent);
}

function drawList(kit: Kit, { ordered, start = 1, items }: ListBlock, indent: number): Flow[] {
  return items.flatMap((blocks, at) => {
    const mark = ordered ? `${start + at}.` : '•';
    return marked(kit, mark, blocks, indent);
  });
}

/** Blocks with a mark before the first line of the first. */
function marked(kit: Kit, mark: string, blocks: readonly Block[], indent: number): Flow[] {
  const [first, ...others] = blocks;
  const text = first?.kind === 'paragraph' ? first.text : [];
  const rest = first?.kind === 'paragraph' ? others : blocks;
  return [
    kit.paragraph([{ text: `${mark}\u2002` }, ...text], BODY, {
      ...{ left: indent + STEP, hanging: STEP },
    }),
    ...drawBlocks(kit, rest, indent + STEP),
  ];
}

function drawChecklist(kit: Kit, { entries }: ChecklistBlock, indent: number): Flow[] {
  return entries.flatMap(({ title, details }) => [
    kit.paragraph([{ text: '□\u2002' }, ...title], BODY, {
      keepNext: details.length > 0,
      ...{ left: indent + STEP, hanging: STEP },
    }),
    ...details.map((text) => {
      const small = { size: SIZE.cell, colour: GREY };
      return kit.paragraph(text, small, { left: indent + STEP });
    }),
  ]);
}

function drawSteps(kit: Kit, { steps, total }: StepsBlock, indent: number): Flow[] {
  const drawn = steps.flatMap(({ name, facts, blocks }, at) => [
    kit.paragraph(plainText(`${at + 1}. ${name}`), HEAD, {
      keepNext: facts.length + blocks.length > 0,
      ...{ left: indent, before: twips(4), after: twips(1) },
    }),
    ...facts.map(({ label, value }) =>
      kit.paragraph([{ text: `${label}：` }, ...value], BODY, {
        ...{ left: indent + STEP, after: 0, line: 320 },
      }),
    ),
    ...drawBlocks(kit, blocks, indent + STEP),
  ]);
  return total === undefined ? drawn : [...drawn, kit.paragraph(plainText(total), HEAD)];
}

function drawQuote(kit: Kit, { cite, blocks }: QuoteBlock, indent: number): Flow[] {
  const left = indent + twips(10);
  return [
    kit.paragraph(cite, HEAD, { keepNext: true, left: indent }),
    ...blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [
            kit.paragraph(
              block.text,
              { size: SIZE.cell },
              {
                left,
                ruled: true,
              },
            ),
          ]
        : drawBlocks(kit, [block], left),
    ),
  ];
}

function drawQuestions(kit: Kit, { entries }: QuestionsBlock, indent: number): Flow[] {
  return entries.flatMap(({ question, answer }) => [
    kit.paragraph(plainText(question), HEAD, {
      ...{ keepNext: true, left: indent, before: twips(4), after: twips(1) },
    }),
    ...drawBlocks(kit, answer, indent),
  ]);
}

/** Two tables that follow each other would become one. */
function gap(kit: Kit): Flow {
  return kit.paragraph([], { size: 8 }, { after: 0, line: 160 });
}
