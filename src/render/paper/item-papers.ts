import { onPaper } from '../../guide/guide.ts';
import { composeBrief } from '../../guide/paper/brief.ts';
import { composeForm, type FormName } from '../../guide/paper/forms.ts';
import { composeLeaflet } from '../../guide/paper/leaflet.ts';
import { pathWord } from '../../text/path-word.ts';
import type { RenderContext, Renderer, Sheet } from '../output.ts';
import { countPages, renderGuidePdf } from '../pdf/guide-pdf.ts';
import { guideTheme, type Theme } from '../pdf/theme.ts';
import { words } from '../pdf/words.ts';
import { formFile } from './forms.ts';
import { briefThemes, largeTheme } from './large-theme.ts';
import { renderLeafletPdf } from './leaflet-pdf.ts';
import { missingIn, sharedFonts, sharedLook } from './paper-resources.ts';

/** Pages of the short guide when it can be helped: both sides of a sheet. */
const SIDES = 2;

function themed(theme: Theme, context: RenderContext): Theme {
  const { margins: _, ...colours } = sharedLook(context);
  return { ...theme, ...colours };
}

/** The short guide (简版) of each item. */
export function briefPdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const themes = briefThemes.map((theme) => themed(theme, context));
  return {
    item: ({ whole }) => {
      const guide = whole();
      const render = () => {
        const brief = composeBrief(guide);
        const fitting = themes.find((each) => countPages(brief, fonts, each) <= SIDES);
        const theme = fitting ?? themed(briefThemes[0] ?? guideTheme, context);
        const body = renderGuidePdf(brief, fonts, theme, words.brief);
        return { body, missing: missingIn(fonts, brief) };
      };
      return [{ file: 'brief.pdf', content: guide, render }];
    },
  };
}

/** The large-print edition (大字版) of each guide. */
export function largePdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const theme = themed(largeTheme, context);
  return {
    item: ({ whole }) => {
      const guide = whole();
      const render = () => {
        const body = renderGuidePdf(guide, fonts, theme, words.large);
        return { body, missing: missingIn(fonts, onPaper(guide)) };
      };
      return [{ file: 'large.pdf', content: guide, render }];
    },
  };
}

/** The three-fold leaflet of each item. */
export function leafletPdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const { accent } = sharedLook(context);
  return {
    item: ({ whole }) => {
      const guide = whole();
      const render = () => {
        const leaflet = composeLeaflet(guide);
        const { body, left } = renderLeafletPdf(leaflet, fonts, accent);
        const missing = missingIn(fonts, leaflet);
        return { body, missing, ...(left.length === 0 ? {} : { left }) };
      };
      return [{ file: 'leaflet.pdf', content: guide, render }];
    },
  };
}

/** Forms that belong to every item: labels and walk-through sheets, one a situation too. */
export function formPdfs(kind: FormName, context: RenderContext): Renderer {
  const { catalog } = context;
  return {
    item: ({ entry }) => {
      const { situations = [] } = entry.value;
      const editions = [undefined, ...(situations.length < 2 ? [] : situations)];
      return editions.flatMap((situation): Sheet[] => {
        const options = { kind, ...(situation === undefined ? {} : { situation: situation.id }) };
        const printed = composeForm(entry, catalog, options);
        const file =
          situation === undefined ? `${kind}.pdf` : `${kind}-${pathWord(situation.id)}.pdf`;
        if (printed === undefined) return [];
        return [{ file, content: printed, render: () => formFile(kind, printed, context) }];
      });
    },
  };
}
