import type { FormName } from '../../guide/paper/forms.ts';
import type { Printed } from '../../guide/paper/printed.ts';
import type { Rendered, Studio } from '../output.ts';
import { describePrinted } from '../pdf/description.ts';
import type { Look } from '../pdf/look.ts';
import { type PaperPdf, renderPaperPdf, type Sizes } from './paper-pdf.ts';
import { formSizes, labelSizes } from './paper-themes.ts';
import { missingIn, sharedFonts, sharedLook } from './studio.ts';

/** Sets a composed form as PDF. */
export function formPdf(kind: FormName, printed: Printed, studio: Studio): PaperPdf {
  const look = sharedLook(studio);
  const fonts = sharedFonts(studio);
  return renderPaperPdf(printed, describePrinted(printed), fonts, sizesOf(kind, look));
}

/** A composed form as a file of the output. */
export function formFile(kind: FormName, printed: Printed, studio: Studio): Omit<Rendered, 'file'> {
  const { body, pages } = formPdf(kind, printed, studio);
  return { body, pages, missing: missingIn(sharedFonts(studio), printed) };
}

function sizesOf(kind: FormName, look: Look): Sizes {
  return kind === 'label' ? labelSizes(look) : formSizes(look);
}
