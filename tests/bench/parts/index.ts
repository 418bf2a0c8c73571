import { htmlPeers } from '../peers/html.ts';
import { typstPeer } from '../peers/typst.ts';
import { buildPart } from './build.ts';
import { checkPart } from './check.ts';
import { mergePart } from './merge.ts';
import type { Part } from './part.ts';
import { servePart } from './serve.ts';
import { startPart } from './start.ts';
import { statsPart } from './stats.ts';
import { wordingPart } from './wording.ts';

/** Every part, in the order of the report. */
export const PARTS: readonly Part[] = [
  startPart,
  checkPart,
  buildPart('html', '`build --only html`', { only: 'html', themed: true, peers: htmlPeers }),
  buildPart('pdf', '`build --only pdf`', { only: 'pdf', peers: typstPeer }),
  buildPart('notice', '`build --only notice`', { only: 'notice' }),
  buildPart('all', '`build`, all usual outputs', { themed: true }),
  mergePart,
  statsPart,
  wordingPart,
  servePart,
];
