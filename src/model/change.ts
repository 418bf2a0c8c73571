import type { Words } from './words.ts';

/** Whether a change asks more or less of the applicant (增负/减负); most do neither. */
export type Burden = '增负' | '减负' | '中性';

/** One field of a file that is not as it was. */
export interface FieldChange {
  /** JSON pointer, in the file as it is now; for what was dropped, as it was. */
  readonly pointer: string;
  /** The field's Chinese name (x-label), e.g. 承诺办结时限. */
  readonly label: string;
  /** The entries of lists that the field belongs to: 申请材料“取水许可申请书”; empty elsewhere. */
  readonly of: string;
  /** A whole entry of a list came or went: `before` or `after` is its name. */
  readonly entry?: true;
  /** As written; empty when there was nothing. */
  readonly before: string;
  /** As written; empty when there is nothing any more. */
  readonly after: string;
  readonly burden: Burden;
  /** Why it is weighed so, or what nobody but a person can tell. */
  readonly reason: Words;
}
