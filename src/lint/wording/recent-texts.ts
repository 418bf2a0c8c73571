/** How many texts are remembered since when; those asked for again stay. */
const MOST = 1000;
/** Longer ones hardly recur. */
const LONGEST = 300;

/**
 * What was worked out of the texts of a run that were met last, for those that recur: the same
 * sentences stand in thousands of items. Few are held, since each may hold the file it is from.
 */
export class RecentTexts<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  get(text: string, workOut: (text: string) => T): T {
    if (text.length > LONGEST) return workOut(text);
    const known = this.young.get(text);
    if (known !== undefined) return known;
    const result = this.old.get(text) ?? workOut(text);
    if (this.young.size >= MOST) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(text, result);
    return result;
  }
}
