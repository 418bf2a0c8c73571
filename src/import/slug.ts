import { pinyin } from 'pinyin-pro';

const FULL = 40;
const LONGEST = 60;

/** Ids made from Chinese names and codes, each given once. */
export class Slugs {
  private readonly taken = new Set<string>();
  /** The first number after an id that may be free. */
  private readonly next = new Map<string, number>();

  /** Toneless pinyin run together; the initials where that is long. */
  ofName(name: string): string {
    const full = spelled(name, 'pinyin');
    return this.unique(full.length <= FULL ? full : spelled(name, 'first'));
  }

  /** The initials of a name. */
  ofInitials(name: string): string {
    return this.unique(spelled(name, 'first'));
  }

  /** A code in lower case, hyphens for whatever is no letter or digit; `''` if none is left. */
  static ofCode(code: string): string {
    return code
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, LONGEST)
      .replace(/-+$/, '');
  }

  /** The id itself, or with the first number after it that is free. */
  unique(id: string): string {
    const base = id === '' ? 'x' : id;
    let free = base;
    let number = this.next.get(base) ?? 2;
    for (; this.taken.has(free); number += 1) free = `${base}-${number}`;
    if (free !== base) this.next.set(base, number);
    this.taken.add(free);
    return free;
  }
}

function spelled(name: string, pattern: 'pinyin' | 'first'): string {
  const syllables = pinyin(name, { toneType: 'none', pattern, type: 'array', v: true });
  return syllables
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, LONGEST);
}
