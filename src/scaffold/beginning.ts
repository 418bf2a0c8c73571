import type { KeyLanguage } from '../model/key-names.ts';
import type { Ci } from './recipes.ts';

/** What a new catalogue is to be. */
export interface Beginning {
  readonly title: string;
  readonly region: string;
  readonly regionCode?: string | undefined;
  readonly publisher?: string | undefined;
  readonly jurisdiction: string;
  readonly keys: KeyLanguage;
  readonly ci: Ci;
  /** Whether an item is written; without it, items come from elsewhere. */
  readonly withItem: boolean;
}
