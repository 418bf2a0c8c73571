const known: string[] = [];

/** A number below 65,536 as four hexadecimal digits. */
export function hex(value: number): string {
  const digits = known[value] ?? (0x10000 + value).toString(16).slice(1);
  known[value] = digits;
  return digits;
}
