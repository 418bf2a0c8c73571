import type { Reporter } from './report.ts';

/** The report as JSON: a summary and the findings, flat, in the order of their places. */
export const jsonReport: Reporter = ({ summary, findings }, { lang }) => {
  const { files, items, errors, warnings, ...more } = summary;
  const body = {
    summary: { files, items, errors, warnings, ...more },
    findings: findings.map(({ rule, severity, path, pointer, span, message, hint, citation }) => ({
      rule,
      severity,
      path,
      ...span,
      pointer,
      message: message[lang],
      hint: hint?.[lang],
      citation,
    })),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
};
