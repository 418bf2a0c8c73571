import type { Rule } from '../rule.ts';
import { committedOverStatutory } from './committed-over-statutory.ts';
import { noticeElements } from './notice-elements.ts';

/** Every rule, in the order in which they are asked: one line each. */
export const ALL_RULES: readonly Rule[] = [noticeElements, committedOverStatutory];
