import { CHAIN_MUTATIONS } from './chains.ts';
import { DUTY_MUTATIONS } from './duties.ts';
import { LAW_MUTATIONS } from './law.ts';
import { LIMIT_MUTATIONS } from './limits.ts';
import { MATERIAL_MUTATIONS } from './materials.ts';
import type { Mutation } from './mutation.ts';
import { PROSE_MUTATIONS } from './prose.ts';
import { RECORD_MUTATIONS } from './records.ts';
import { SERVICE_MUTATIONS } from './services.ts';

/** Every single change that the suite makes to the sample catalogue. */
export const MUTATIONS: readonly Mutation[] = [
  ...LIMIT_MUTATIONS,
  ...SERVICE_MUTATIONS,
  ...MATERIAL_MUTATIONS,
  ...LAW_MUTATIONS,
  ...DUTY_MUTATIONS,
  ...RECORD_MUTATIONS,
  ...PROSE_MUTATIONS,
  ...CHAIN_MUTATIONS,
];
