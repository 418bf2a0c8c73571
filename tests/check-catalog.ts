import { type Checked, CheckPass, type LedgerPlace } from '../src/ledger/check-pass.ts';
import type { CheckRequest } from '../src/ledger/inputs.ts';
import type { Files } from '../src/model/files.ts';

/** The answer of a check, and what is left to do when it has been given. */
export interface CheckAnswer {
  readonly checked: Checked;
  /** Remembers what the next check can use. */
  keep(): void;
}

/**
 * Reads and checks a catalogue in this thread. With a ledger, what an earlier check found is used
 * again for every item that says the same among the same shared files; the answer is that of a
 * check without one.
 */
export function checkCatalog(
  files: Files,
  request: CheckRequest,
  place?: LedgerPlace,
): CheckAnswer {
  const pass = new CheckPass(files, request, place);
  return { checked: pass.runHere(), keep: () => pass.save() };
}
