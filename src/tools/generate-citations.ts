import { parse } from 'yaml';

interface Row {
  readonly citation: string;
  readonly types?: readonly string[];
  readonly fields?: readonly string[];
  readonly place?: readonly string[];
}

/** How far each article that we cite reaches, for the program: data/citations.yaml without words. */
export function generateCitations(read: (path: string) => string): string {
  const rows = parse(read('data/citations.yaml')) as readonly Row[];
  const reach = rows.map(({ citation, types, fields, place }) => [
    citation,
    { ...(types && { types }), ...(fields && { fields }), ...(place && { place }) },
  ]);
  return (
    '/** Articles that rules and standards cite, and how far they reach. */\n' +
    `export const REACH = ${JSON.stringify(Object.fromEntries(reach))} as const;\n`
  );
}
