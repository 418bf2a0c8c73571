import { foldScript } from '../text/script.ts';
import { UNIT } from './measure.ts';

/** Which of the two limits; `plain` where nothing says it. */
export type LimitSide = 'statutory' | 'committed' | 'plain';

/** What the head of a column says of the limits below it. */
export interface LimitHead {
  readonly side: LimitSide;
  /** 工作日 in `承诺时限（工作日）`. */
  readonly unit?: string;
}

const UNIT_IN_HEAD = new RegExp(`（(?:单位：?)?个?(${UNIT})）$|单位：?个?(${UNIT})$|(工作日)数?$`);

/** `法定时限（工作日）` is statutory and in working days; a head of both limits names neither. */
export function readLimitHead(head = ''): LimitHead {
  const clean = foldScript(head).replace(/\s+/g, '');
  const statutory = /法定|法律规定|anticipate/i.test(clean);
  const committed = /承诺|promise/i.test(clean);
  const one = statutory ? 'statutory' : 'committed';
  const match = UNIT_IN_HEAD.exec(clean);
  const unit = match?.[1] ?? match?.[2] ?? match?.[3];
  return {
    side: statutory === committed ? 'plain' : one,
    ...(unit === undefined ? {} : { unit }),
  };
}
