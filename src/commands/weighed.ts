import { Linter } from '../lint/lint.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import type { Catalog } from '../model/catalog.ts';
import type { FigureSpec } from '../stats/figure.ts';
import { reviewedFigure, soundFigure } from '../stats/figures/kept.ts';

/** Figures that the ranking has only where the settings weigh them: items are checked for them. */
export function weighedFigures(catalog: Catalog, today: string): readonly FigureSpec[] {
  const { sound = 0, reviewed = 0 } = catalog.settings.value.counting?.weights ?? {};
  const specs: FigureSpec[] = [];
  if (sound > 0) {
    const linter = new Linter(ALL_RULES, { catalog, today });
    specs.push(
      soundFigure((entry) => linter.file(entry).filter((one) => one.severity === 'error').length),
    );
  }
  if (reviewed > 0) specs.push(reviewedFigure(today));
  return specs;
}
