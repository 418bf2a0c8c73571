import { parseWholeNumber } from './numeral.ts';
import { remembered } from './remember.ts';

/** The article numbers that a reference names: `第十九条第一款` → 19, `第3条、第5条` → 3 and 5. */
export const articleNumbers: (reference: string) => readonly number[] = remembered(readNumbers);

function readNumbers(reference: string): readonly number[] {
  const numbers: number[] = [];
  for (const match of reference.matchAll(/第\s*([零〇一二三四五六七八九十百千两]+|\d+)\s*条/g)) {
    const value = parseWholeNumber(match[1] ?? '');
    if (value !== undefined) numbers.push(value);
  }
  return numbers;
}

/** A text with spaces gone and punctuation made half-width, for comparing quotations. */
export function bareText(text: string): string {
  return text
    .replace(/[\s\u3000“”"‘’'「」]/g, '')
    .replace(/[，,]/g, ',')
    .replace(/[；;]/g, ';')
    .replace(/[：:]/g, ':')
    .replace(/[（(]/g, '(')
    .replace(/[）)]/g, ')')
    .replace(/[。.]/g, '.');
}

/** A law's name without 《》, versions in brackets and the country's name, for comparing. */
export const bareTitle: (name: string) => string = remembered((name) =>
  name
    .replace(/[《》\s]/g, '')
    .replace(/[（(][^（）()]*(?:修[正订改]|年|版|令|号)[^（）()]*[）)]$/, '')
    .replace(/中华人民共和国/g, ''),
);
