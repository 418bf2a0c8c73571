import type { Block, BlockKind } from '../../guide/guide.ts';
import { drawChecklist } from './drawers/checklist.ts';
import { drawCode } from './drawers/code.ts';
import { drawDrawing } from './drawers/drawing.ts';
import { drawFacts } from './drawers/facts.ts';
import { drawHeading } from './drawers/heading.ts';
import { drawList } from './drawers/list.ts';
import { drawNote } from './drawers/note.ts';
import { drawParagraph } from './drawers/paragraph.ts';
import { drawQuestions } from './drawers/questions.ts';
import { drawQuote } from './drawers/quote.ts';
import { drawSteps } from './drawers/steps.ts';
import { drawTable } from './drawers/table.ts';
import type { Place } from './place.ts';
import { type Strip, spaced } from './strip.ts';

type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

/** Lays out one kind of block as strips. */
export type Drawer<K extends BlockKind> = (block: BlockOf<K>, place: Place) => Strip[];

/** One drawer a kind; a kind without one does not compile. */
export const drawers: { readonly [K in BlockKind]: Drawer<K> } = {
  paragraph: drawParagraph,
  heading: drawHeading,
  list: drawList,
  facts: drawFacts,
  table: drawTable,
  checklist: drawChecklist,
  steps: drawSteps,
  note: drawNote,
  quote: drawQuote,
  questions: drawQuestions,
  code: drawCode,
  drawing: drawDrawing,
};

/** Lays out blocks one below the other, with the blank between them that their kinds want. */
export function layBlocks(blocks: readonly Block[], place: Place): Strip[] {
  return blocks.flatMap((block, index) => {
    const strips = drawBlock(block, place);
    return index === 0 ? strips : spaced(strips, gapAbove(block, blocks[index - 1], place));
  });
}

function drawBlock<K extends BlockKind>(block: BlockOf<K> & Block, place: Place): Strip[] {
  const drawer = drawers[block.kind] as Drawer<K>;
  return drawer(block, place);
}

function gapAbove(block: Block, previous: Block | undefined, place: Place): number {
  const { theme } = place.kit;
  const running = (kind: BlockKind | undefined) => kind === 'paragraph' || kind === 'list';
  if (block.kind === 'heading') return theme.blockGap * 1.5;
  if (previous?.kind === 'heading') return theme.paragraphGap;
  return running(block.kind) && running(previous?.kind) ? theme.paragraphGap : theme.blockGap;
}
