/**
 * An id as a part of a path: the id itself when it is one, else without what could lead elsewhere.
 * A catalogue that is built in spite of its errors may hold any id.
 */
export function pathWord(id: string): string {
  return /^[\w-]+$/.test(id) ? id : id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 100);
}
