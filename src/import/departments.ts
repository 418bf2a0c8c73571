import { toHalfWidth } from '../text/numeral.ts';
import { editDistance } from '../text/similar.ts';
import { MOST } from './bounds.ts';
import { Slugs } from './slug.ts';

/** A department made from the names found in the records. */
export interface ImportedBody {
  readonly id: string;
  readonly name: string;
  /** Every way the name was written; more than one where only brackets or spaces differ. */
  readonly names: Set<string>;
}

/** The departments of an import, one for each name. Names are never merged by likeness. */
export class Departments {
  private readonly byName = new Map<string, ImportedBody>();
  private readonly slugs = new Slugs();

  /** The department of a name; only the width of brackets and spaces make no difference. */
  of(written: string): ImportedBody {
    const key = toHalfWidth(written).replace(/\s+/g, '');
    let body = this.byName.get(key);
    if (body === undefined) {
      body = { id: this.slugs.ofName(written), name: written, names: new Set() };
      this.byName.set(key, body);
    }
    body.names.add(written);
    return body;
  }

  all(): ImportedBody[] {
    return [...this.byName.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Pairs whose names are so alike that one body may be meant; none where there are too many. */
  alike(): [ImportedBody, ImportedBody][] {
    const bodies = this.all();
    if (bodies.length > MOST.compared) return [];
    return bodies.flatMap((a, at) =>
      bodies
        .slice(at + 1)
        .filter((b) => mayBeSame(a.name, b.name))
        .map((b): [ImportedBody, ImportedBody] => [a, b]),
    );
  }
}

interface Stem {
  /** 省, 市, 县 … of the region named in front, `''` if none is. */
  readonly level: string;
  readonly core: string;
}

function mayBeSame(a: string, b: string): boolean {
  const [first, second] = [stemOf(a), stemOf(b)];
  if (first.level !== '' && second.level !== '' && first.level !== second.level) return false;
  if (first.core === second.core) return true;
  const distance = editDistance(first.core, second.core);
  return distance === 1 && Math.min(first.core.length, second.core.length) >= 6;
}

const REGION = /^(?:[^省市县区旗（(、]{2,7}?(省|自治区|市|县|区|旗)|(省|市|县|区)级?)(?=.{3,})/;

/** The name without the region in front: 黑龙江省文化厅 and 省文化厅 are both 文化厅 of a 省. */
function stemOf(name: string): Stem {
  let core = toHalfWidth(name).replace(/\s+/g, '');
  let level = '';
  for (let match = REGION.exec(core); match !== null; match = REGION.exec(core)) {
    level = match[1] ?? match[2] ?? level;
    core = core.slice(match[0].length);
  }
  return { level: level === '自治区' ? '省' : level, core };
}
