import { CIVIL_AFFAIRS, JUSTICE } from './civil-and-justice.ts';
import { COMMERCE, DEVELOPMENT, INDUSTRY, SCIENCE } from './economy.ts';
import { CULTURE, EDUCATION, SPORTS } from './education-and-culture.ts';
import { ENVIRONMENT, WEATHER } from './environment-and-weather.ts';
import { AGRICULTURE, GRAIN } from './farming.ts';
import { FINANCE, STATISTICS, TAXATION } from './finance-and-tax.ts';
import { HEALTH } from './health.ts';
import { HOUSING } from './housing.ts';
import { LABOUR, MEDICAL_INSURANCE } from './labour-and-insurance.ts';
import { CITY_MANAGEMENT, NATURAL_RESOURCES } from './land.ts';
import { MARKET } from './market.ts';
import { CIVIL_DEFENCE, MEDICINES, TOBACCO } from './monopolies-and-medicines.ts';
import { ARCHIVES, DISABLED_PERSONS, PEOPLES_ORGANISATIONS, RELIGION, VETERANS } from './people.ts';
import { POLICE } from './police.ts';
import { EMERGENCY, FIRE } from './safety.ts';
import type { DepartmentWords } from './subject.ts';
import { TRANSPORT } from './transport.ts';
import { GAS_SUPPLY, HOUSING_FUND, POWER_SUPPLY, WATER_SUPPLY } from './utilities.ts';
import { FORESTRY, WATER } from './water-and-forest.ts';

/** Every department of the demonstration province, in the order of its catalog. */
export const DEPARTMENTS: readonly DepartmentWords[] = [
  ...[CIVIL_AFFAIRS, JUSTICE, LABOUR, MEDICAL_INSURANCE, MARKET, HEALTH, POLICE, EDUCATION],
  ...[NATURAL_RESOURCES, HOUSING, CITY_MANAGEMENT, TRANSPORT, AGRICULTURE, WATER, FORESTRY, ENVIRONMENT],
  ...[EMERGENCY, FIRE, CULTURE, SPORTS, DEVELOPMENT, SCIENCE, INDUSTRY, COMMERCE, FINANCE, TAXATION],
  ...[VETERANS, DISABLED_PERSONS, RELIGION, ARCHIVES, TOBACCO, HOUSING_FUND, POWER_SUPPLY, WATER_SUPPLY],
  ...[GAS_SUPPLY, CIVIL_DEFENCE, MEDICINES, PEOPLES_ORGANISATIONS, STATISTICS, GRAIN, WEATHER],
];
