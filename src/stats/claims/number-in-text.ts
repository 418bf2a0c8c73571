import type { Rational } from '../rational.ts';

/** A number as a sentence prints it, with the precision and the words around it. */
export interface Printed {
  readonly text: string;
  /** A percentage is a fraction: 95.8% is 0.958; 22万 is 220000. */
  readonly value: Rational;
  /** The value of one in the last printed digit: 0.001 for 95.8%, 10000 for 22万. */
  readonly step: Rational;
  readonly percent: boolean;
  /** The upper end of a range, 95% in 60%至95%; `value` is the lower. */
  readonly upTo?: Rational;
  /** 以上, 不少于: a lower bound; 以下, 不超过: an upper bound. */
  readonly bound?: 'at-least' | 'at-most';
  /** 超过, 低于, 不足 …: the bound itself does not count (民法典第一千二百五十九条). */
  readonly strict?: true;
  /** The word that makes it vague: 约, 左右, 余, 近. */
  readonly vague?: string;
  /** What is counted: 天, 件, 元; empty for a percentage. */
  readonly unit: string;
  /** There is no number that can be read. */
  readonly unread?: true;
}
