import type { SchemaNode } from '../../model/schema-node.ts';
import { readAudience } from '../../phrase/audience.ts';
import { readDate } from '../../phrase/date.ts';
import { strictLimit } from '../../phrase/limit.ts';
import { parseDuration } from '../../text/duration.ts';
import { parseChineseNumeral, toHalfWidth } from '../../text/numeral.ts';
import { coerceScalar } from '../scalars.ts';

/** What was meant by a text that does not fit where it stands. */
export interface Meant {
  /** As it is to be written. */
  readonly text: string;
  /** Whether nothing else can have been meant. */
  readonly sure: boolean;
}

/** What a text that a field does not take was meant to say; undefined when that cannot be told. */
export function meantValue(written: string, schema: SchemaNode): Meant | undefined {
  const bare = written.trim().replace(/^[“”"'‘’「『](.*)[“”"'‘’」』]$/s, '$1');
  if (schema.enum !== undefined) return meantTerm(bare, schema.enum);
  switch (schema.type) {
    case 'integer':
    case 'number':
      return meantNumber(bare, schema);
    case 'boolean':
      return meantAnswer(bare);
    default:
      return schema.format === undefined ? undefined : meantFormat(bare, schema.format);
  }
}

const COUNTED =
  /^(\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)(?:份|次|个|件|张|套|页|人|遍|趟|处|元)?$/;

function meantNumber(written: string, schema: SchemaNode): Meant | undefined {
  const clean = toHalfWidth(written).replace(/\s/g, '');
  const amount = COUNTED.exec(clean)?.[1];
  if (amount === undefined) return undefined;
  const value = /\d/.test(amount) ? Number(amount) : parseChineseNumeral(amount);
  if (value === undefined || !Number.isSafeInteger(Math.trunc(value))) return undefined;
  const text = String(value);
  return coerceScalar(text, schema) === undefined ? undefined : { text, sure: true };
}

const YES = /^(?:支持|可以?|能够?|有|需要?|是的|已?进驻|开通|已开通|√|✓|✔|☑|1|对)$/;
const NO = /^(?:不支持|不可以?|不能|没有|无|不需要?|不是|未进驻|未开通|×|✗|✘|☐|0)$/;
/** Words that say no more than yes or no, of whatever is asked. */
const CERTAIN = /^(?:不?支持|√|✓|✔|☑|×|✗|✘|是的|不是)$/;

function meantAnswer(written: string): Meant | undefined {
  const clean = toHalfWidth(written).replace(/[\s。，]/g, '');
  const sure = CERTAIN.test(clean);
  if (YES.test(clean)) return { text: '是', sure };
  return NO.test(clean) ? { text: '否', sure } : undefined;
}

/** One of some terms, but for blanks, brackets, quotes and a stop; 企业 among those of audiences. */
function meantTerm(written: string, allowed: readonly string[]): Meant | undefined {
  const key = (text: string): string =>
    toHalfWidth(text).replace(/[\s\u200b-\u200d\ufeff“”"'‘’「」『』【】[\]、，。.;；:：]/g, '');
  const found = allowed.filter((term) => key(term) === key(written));
  if (found.length === 1 && found[0] !== undefined) return { text: found[0], sure: true };
  const [term, ...more] = readAudience(written).value ?? [];
  const fits = term !== undefined && more.length === 0 && allowed.includes(term);
  return fits ? { text: term, sure: false } : undefined;
}

function meantFormat(written: string, format: string): Meant | undefined {
  switch (format) {
    case 'date': {
      const date = readDate(written);
      return date === undefined ? undefined : { text: date, sure: true };
    }
    case 'duration': {
      const limit = strictLimit(written);
      const isKnown = limit !== undefined && parseDuration(limit) !== undefined;
      return isKnown ? { text: limit, sure: true } : undefined;
    }
    case 'web-address': {
      const clean = toHalfWidth(written)
        .replace(/\s/g, '')
        .replace(/^(https?):\/*(?=\w)/i, '$1://');
      const isWhole = /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(clean) && clean !== written;
      if (isWhole) return { text: clean, sure: true };
      return /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(clean)
        ? { text: `https://${clean}`, sure: false }
        : undefined;
    }
    case 'form-path': {
      const clean = written
        .trim()
        .replaceAll('\\', '/')
        .replace(/^(?:\.?\/)+/, '');
      return /^forms\/\S/.test(clean) && clean !== written
        ? { text: clean, sure: true }
        : undefined;
    }
    default:
      return undefined;
  }
}
