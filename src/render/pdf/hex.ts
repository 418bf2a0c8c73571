const known: string[] = [];

/** A number below 65,536 as four hexadecimal digits. */
export function hex(value: number): string {
  const digits = known[value] ?? (0x10000 + value).toString(16).slice(1);
  known[value] = digits;
  return digits;
}

/** A character in UTF-16, as hexadecimal digits. */
export function hexUtf16(code: number): string {
  if (code < 0x10000) return hex(code);
  const rest = code - 0x10000;
  return hex(0xd800 + (rest >> 10)) + hex(0xdc00 + (rest & 0x3ff));
}
