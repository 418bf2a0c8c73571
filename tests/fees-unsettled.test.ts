import { describe, expect, it } from 'vitest';
import { CHARGED_UNSETTLED, isCharged, listedFees } from '../src/model/fees.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { readDate, readSerialDate } from '../src/phrase/date.ts';
import { FEE_FIGURES } from '../src/stats/figures/fees.ts';

describe('what is charged, but not settled', () => {
  const entry = (fees: Item['fees']) => ({ value: { fees } }) as never;
  const judge = (key: string, fees: Item['fees']): unknown =>
    FEE_FIGURES.find((figure) => figure.key === key)?.judge(entry(fees), {} as never);

  it('counts as charging, and is left out of sums with its reason', () => {
    expect(isCharged(CHARGED_UNSETTLED)).toBe(true);
    expect(isCharged('不收费')).toBe(false);
    expect(isCharged(undefined)).toBeUndefined();
    expect(listedFees(CHARGED_UNSETTLED)).toEqual([]);
    const charged = judge('charged', CHARGED_UNSETTLED);
    const named = judge('charged', [{ name: '登记费', standard: '80元/件' }]);
    expect((charged as { amount: unknown }).amount).toEqual((named as { amount: unknown }).amount);
    expect(charged).toMatchObject({ says: { zh: '收费，标准待整理' } });
    expect(judge('fee-total', CHARGED_UNSETTLED)).toMatchObject({
      pointer: '/fees',
      reason: { zh: '收费，标准还没有整理' },
    });
  });
});

describe('dates as tables have them', () => {
  it.each([
    ['2026年9月24日', '2026-09-24'],
    ['2026/9/24', '2026-09-24'],
    ['2026.9.4', '2026-09-04'],
    ['20260924', '2026-09-24'],
    ['2026-09-24 00:00:00', '2026-09-24'],
    ['2026-02-30', undefined],
    ['2026年9月', undefined],
    ['46289', undefined],
  ])('%s', (text, day) => expect(readDate(text)).toBe(day));

  it('counts the days of a spreadsheet', () => {
    expect(readSerialDate('46289')).toBe('2026-09-24');
    expect(readSerialDate('25569')).toBe('1970-01-01');
    for (const text of ['1', '12345', '99999', '46289.5', '2026']) {
      expect(readSerialDate(text)).toBeUndefined();
    }
  });
});
