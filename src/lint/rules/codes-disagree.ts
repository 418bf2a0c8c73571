import type { Catalog } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import {
  codeFault,
  LEVEL_DIGITS,
  readBasicCode,
  splitImplementationCode,
} from '../../text/codes.ts';
import { usccFault } from '../../text/uscc.ts';
import type { Rule } from '../rule.ts';

interface Part {
  readonly range: readonly [number, number];
  readonly name: Words;
  readonly stated: string | undefined;
}

const IMPLEMENTATION = say('实施编码', 'implementation code');
const BODY = say('实施主体的代码', 'code of the body');
const LEVEL = say('行使层级', 'level');
const BASIC = say('基本编码', 'basic code');

/** The parts of a code say the same as the fields they are made of. */
export const codesDisagree: Rule = {
  id: 'codes-disagree',
  severity: 'error',
  title: say('编码与所在记录矛盾', 'a code contradicts its record'),
  why: say(
    '实施编码由实施主体的统一社会信用代码、行使层级和基本编码组成，业务办理项编码由实施编码加序号组成，各栏必须一致。',
    'An implementation code is made of the body’s code, the level and the basic code.',
  ),
  citation: 'GB/T 39554.1-2020（未核对原文）',
  bad: `level: 县级
codes:
  implementation: 11990123MB9K10019F3000119901000
  handling: null`,
  good: `level: 县级
codes:
  implementation: 11990123MB9K10019F4000119901000
  handling: null`,
  *item({ value }, { catalog }) {
    for (const key of ['implementation', 'handling'] as const) {
      const code = value.codes?.[key];
      if (code === undefined || codeFault(code, key === 'handling' ? 33 : 31)) continue;
      for (const { range, name, stated } of parts(value, catalog, key)) {
        const found = code.slice(...range);
        if (stated === undefined || stated === found) continue;
        yield {
          pointer: `/codes/${key}`,
          range,
          message: say(
            `第${range[0] + 1}至${range[1]}位“${found}”与${name.zh}“${stated}”不一致`,
            `“${found}” (from ${range[0] + 1}) differs from the ${name.en} “${stated}”`,
          ),
          hint: say('查对赋码系统，改正写错的一栏', 'mend whichever of the two is wrong'),
        };
      }
    }
  },
};

function parts(item: Item, catalog: Catalog, key: 'implementation' | 'handling'): Part[] {
  const { basic = '', implementation = '' } = item.codes ?? {};
  if (key === 'handling' && codeFault(implementation, 31) === undefined) {
    return [{ range: [0, 31], name: IMPLEMENTATION, stated: implementation }];
  }
  const { uscc } = catalog.departments.get(item.department)?.value ?? {};
  const level = item.level === undefined ? undefined : LEVEL_DIGITS[item.level];
  const code = item.codes?.[key] ?? '';
  const own = splitImplementationCode(code).uscc;
  return [
    {
      range: [0, 18],
      name: BODY,
      stated: isUscc(uscc) ? uscc : own,
    },
    { range: [18, 19], name: LEVEL, stated: level },
    { range: [19, 31], name: BASIC, stated: readBasicCode(basic) && basic },
  ];
}

/** A body’s own code that is wrong is reported there and compared with nothing. */
function isUscc(code: string | undefined): boolean {
  return code !== undefined && usccFault(code) === undefined;
}
