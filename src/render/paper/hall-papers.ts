import { departmentBoard, hallBoard } from '../../guide/paper/board.ts';
import { itemsAt } from '../../guide/paper/halls.ts';
import { composeHandbooks } from '../../guide/paper/handbook.ts';
import { hallPlates } from '../../guide/paper/plate.ts';
import type { Printed } from '../../guide/paper/printed.ts';
import { routingTable } from '../../guide/paper/routing.ts';
import { pathWord } from '../../text/path-word.ts';
import type { RenderContext, Rendered, Renderer } from '../output.ts';
import { describePrinted } from '../pdf/description.ts';
import { guideTheme } from '../pdf/theme.ts';
import { renderHandbook } from './handbook-pdf.ts';
import { renderPaperPdf, type Sizes } from './paper-pdf.ts';
import { missingIn, sharedFonts, sharedLook } from './paper-resources.ts';
import { boardSizes, formSizes } from './paper-themes.ts';
import { renderPlates } from './plate-pdf.ts';

function file(name: string, printed: Printed, sizes: Sizes, context: RenderContext): Rendered {
  const fonts = sharedFonts(context);
  const { body, pages } = renderPaperPdf(printed, describePrinted(printed), fonts, sizes);
  return { file: name, body, pages, missing: missingIn(fonts, printed) };
}

/** The notice boards (公示栏) of every hall and department that has items. */
export function boardPdfs(context: RenderContext): Renderer {
  const { catalog } = context;
  const sizes = boardSizes(sharedLook(context));
  const halls = [...catalog.halls.keys()].filter((id) => itemsAt(catalog, id).length > 0);
  const departments = [...catalog.departments.keys()].filter((id) =>
    catalog.items.some(({ value }) => value.department === id),
  );
  return {
    catalogue: () => [
      ...halls.map((id) => file(`boards/hall-${id}.pdf`, hallBoard(id, catalog), sizes, context)),
      ...departments.map((id) =>
        file(`boards/department-${id}.pdf`, departmentBoard(id, catalog), sizes, context),
      ),
    ],
  };
}

/** The table by which a counter sends people on, for every hall. */
export function routingPdfs(context: RenderContext): Renderer {
  const { catalog } = context;
  const sizes = formSizes(sharedLook(context));
  return {
    catalogue: () =>
      [...catalog.halls.values()].map(({ id, value }) =>
        file(`routing/${id}.pdf`, routingTable(value, catalog), sizes, context),
      ),
  };
}

/** The window plates of every hall. */
export function platePdfs(context: RenderContext): Renderer {
  const { catalog } = context;
  const { accent } = sharedLook(context);
  const fonts = sharedFonts(context);
  return {
    catalogue: () =>
      [...catalog.halls.values()].map(({ id, value }) => {
        const plates = hallPlates(value, catalog);
        const body = renderPlates(plates, fonts, accent);
        return { file: `plates/${id}.pdf`, body, missing: missingIn(fonts, plates) };
      }),
  };
}

/** The handbooks of the catalogue, of departments, halls and windows. */
export function handbookPdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const theme = { ...guideTheme, ...sharedLook(context) };
  return {
    catalogue: (guides) =>
      composeHandbooks(context.catalog, guides).map((book) => ({
        file: `handbooks/${pathWord(book.id)}.pdf`,
        body: renderHandbook(book, fonts, theme),
        missing: missingIn(fonts, book),
      })),
  };
}
