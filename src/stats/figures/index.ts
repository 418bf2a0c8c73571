import { COMPRESSION, MEAN_COMPRESSION } from '../compression.ts';
import type { FigureSpec } from '../figure.ts';
import { CHANNEL_FIGURES } from './channels.ts';
import { COVERAGE_FIGURES } from './coverage.ts';
import { FEE_FIGURES } from './fees.ts';
import { MATERIAL_FIGURES } from './materials.ts';
import { VISIT_FIGURES } from './visits.ts';

/** Every figure of a catalogue, in the order of the report; a figure is one entry of its file. */
export const FIGURES: readonly FigureSpec[] = [
  COMPRESSION,
  MEAN_COMPRESSION,
  ...VISIT_FIGURES,
  ...CHANNEL_FIGURES,
  ...MATERIAL_FIGURES,
  ...FEE_FIGURES,
  ...COVERAGE_FIGURES,
];
