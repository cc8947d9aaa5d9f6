import { thinned } from './chart.ts';
import type { Quality } from './quality.ts';

/** Digits of a published figure: more would differ from machine to machine. */
const DIGITS = 1e6;

const published = (key: string, value: unknown): unknown => {
  if (typeof value === 'number') return Math.round(value * DIGITS) / DIGITS + 0;
  return (key === 'curve' || key === 'riskCurve') && Array.isArray(value) ? thinned(value) : value;
};

/** The report for machines: one line of JSON, figures to six digits, curves to a few hundred points. */
export const jsonReport = (quality: Quality): string => `${JSON.stringify(quality, published)}\n`;
