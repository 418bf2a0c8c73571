import type { FormName } from '../../guide/paper/forms.ts';
import type { Printed } from '../../guide/paper/printed.ts';
import type { RenderContext, Rendered } from '../output.ts';
import { describePrinted } from '../pdf/description.ts';
import type { Look } from '../pdf/look.ts';
import { type PaperPdf, renderPaperPdf, type Sizes } from './paper-pdf.ts';
import { missingIn, sharedFonts, sharedLook } from './paper-resources.ts';
import { formSizes, labelSizes } from './paper-themes.ts';

/** Sets a composed form as PDF. */
export function formPdf(kind: FormName, printed: Printed, context: RenderContext): PaperPdf {
  const look = sharedLook(context);
  const fonts = sharedFonts(context);
  return renderPaperPdf(printed, describePrinted(printed), fonts, sizesOf(kind, look));
}

/** A composed form as a file of the output. */
export function formFile(
  kind: FormName,
  printed: Printed,
  context: RenderContext,
): Omit<Rendered, 'file'> {
  const { body, pages } = formPdf(kind, printed, context);
  return { body, pages, missing: missingIn(sharedFonts(context), printed) };
}

function sizesOf(kind: FormName, look: Look): Sizes {
  return kind === 'label' ? labelSizes(look) : formSizes(look);
}
