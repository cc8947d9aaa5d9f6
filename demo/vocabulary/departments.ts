import { CIVIL_AFFAIRS, JUSTICE } from './civil-and-justice.ts';
import { LABOUR, MEDICAL_INSURANCE } from './labour-and-insurance.ts';
import { HEALTH, MARKET } from './market-and-health.ts';
import type { DepartmentWords } from './subject.ts';

/** Every department of the demonstration province, in the order of its catalog. */
export const DEPARTMENTS: readonly DepartmentWords[] = [
  CIVIL_AFFAIRS,
  JUSTICE,
  LABOUR,
  MEDICAL_INSURANCE,
  MARKET,
  HEALTH,
];
