import { createHash } from 'node:crypto';
import { renderNoticePdf } from '../src/render/notice/notice-pdf.ts';
import { renderGuidePdf } from '../src/render/pdf/guide-pdf.ts';
import { fonts } from './pdf-reader.ts';
import { sampleGuide } from './sample-guide.ts';

/** Digest of the sample guide and its notice sheet, printed when run as a program. */
export function pdfHash(): string {
  const hash = createHash('sha256');
  hash.update(renderGuidePdf(sampleGuide, fonts));
  return hash.update(renderNoticePdf(sampleGuide, fonts).body).digest('hex');
}

if (process.argv[1]?.endsWith('pdf-hash.ts')) console.log(pdfHash());
