import type { Facet } from './entries.ts';
import { BIRTH_FACETS } from './facets/birth.ts';
import { CERTIFICATES_FACETS } from './facets/certificates.ts';
import { CITY_MANAGEMENT_FACETS } from './facets/city-management.ts';
import { COMMERCE_FACETS } from './facets/commerce.ts';
import { COMMUNICATIONS_FACETS } from './facets/communications.ts';
import { CULTURE_FACETS } from './facets/culture.ts';
import { DISABLED_FACETS } from './facets/disabled.ts';
import { EDUCATION_FACETS } from './facets/education.ts';
import { EMPLOYMENT_FACETS } from './facets/employment.ts';
import { ENERGY_FACETS } from './facets/energy.ts';
import { ENVIRONMENT_FACETS } from './facets/environment.ts';
import { EXIT_ENTRY_FACETS } from './facets/exit-entry.ts';
import { FARMING_FACETS } from './facets/farming.ts';
import { FINANCE_FACETS } from './facets/finance.ts';
import { FIRE_FACETS } from './facets/fire.ts';
import { FISHERY_FACETS } from './facets/fishery.ts';
import { FORESTRY_FACETS } from './facets/forestry.ts';
import { HEALTH_FACETS } from './facets/health.ts';
import { HOUSING_FACETS } from './facets/housing.ts';
import { HOUSING_FUND_FACETS } from './facets/housing-fund.ts';
import { INDUSTRY_FACETS } from './facets/industry.ts';
import { INSURANCE_FACETS } from './facets/insurance.ts';
import { JUSTICE_FACETS } from './facets/justice.ts';
import { LAND_FACETS } from './facets/land.ts';
import { LEGAL_PERSON_FACETS } from './facets/legal-persons.ts';
import { LIVESTOCK_FACETS } from './facets/livestock.ts';
import { MARKET_FACETS } from './facets/market.ts';
import { MARRIAGE_AND_DEATH_FACETS } from './facets/marriage-and-death.ts';
import { MEDIA_FACETS } from './facets/media.ts';
import { MEDICAL_INSURANCE_FACETS } from './facets/medical-insurance.ts';
import { MEDICINE_FACETS } from './facets/medicine.ts';
import { MINERALS_FACETS } from './facets/minerals.ts';
import { NOTARY_FACETS } from './facets/notary.ts';
import { OPERATIONS_FACETS } from './facets/operations.ts';
import { PARTY_AND_UNIONS_FACETS } from './facets/party-and-unions.ts';
import { PERSON_FACETS } from './facets/persons.ts';
import { PLANNING_FACETS } from './facets/planning.ts';
import { POLICE_FACETS } from './facets/police.ts';
import { POPULATION_FACETS } from './facets/population.ts';
import { QUALITY_FACETS } from './facets/quality.ts';
import { REAL_ESTATE_REGISTRATION_FACETS } from './facets/real-estate-registration.ts';
import { RELIGION_FACETS } from './facets/religion.ts';
import { RIGHTS_AND_REGISTERS_FACETS } from './facets/rights-and-registers.ts';
import { RURAL_FACETS } from './facets/rural.ts';
import { SAFETY_FACETS } from './facets/safety.ts';
import { SCIENCE_FACETS } from './facets/science.ts';
import { SOCIAL_WELFARE_FACETS } from './facets/social-welfare.ts';
import { SPORT_FACETS } from './facets/sport.ts';
import { STUDENTS_FACETS } from './facets/students.ts';
import { TAX_FACETS } from './facets/tax.ts';
import { TRAFFIC_POLICE_FACETS } from './facets/traffic-police.ts';
import { TRANSPORT_FACETS } from './facets/transport.ts';
import { VETERANS_FACETS } from './facets/veterans.ts';
import { VILLAGE_FACETS } from './facets/village.ts';
import { WATER_FACETS } from './facets/water.ts';
import { WEATHER_FACETS } from './facets/weather.ts';

/** Every facet the engine asks of a name; their order is part of the model. */
export const FACETS: readonly Facet[] = [
  ...BIRTH_FACETS,
  ...CERTIFICATES_FACETS,
  ...CITY_MANAGEMENT_FACETS,
  ...COMMERCE_FACETS,
  ...COMMUNICATIONS_FACETS,
  ...CULTURE_FACETS,
  ...DISABLED_FACETS,
  ...EDUCATION_FACETS,
  ...EMPLOYMENT_FACETS,
  ...ENERGY_FACETS,
  ...ENVIRONMENT_FACETS,
  ...EXIT_ENTRY_FACETS,
  ...FARMING_FACETS,
  ...FINANCE_FACETS,
  ...FIRE_FACETS,
  ...FISHERY_FACETS,
  ...FORESTRY_FACETS,
  ...HEALTH_FACETS,
  ...HOUSING_FUND_FACETS,
  ...HOUSING_FACETS,
  ...INDUSTRY_FACETS,
  ...INSURANCE_FACETS,
  ...JUSTICE_FACETS,
  ...LAND_FACETS,
  ...LEGAL_PERSON_FACETS,
  ...LIVESTOCK_FACETS,
  ...MARKET_FACETS,
  ...MARRIAGE_AND_DEATH_FACETS,
  ...MEDIA_FACETS,
  ...MEDICAL_INSURANCE_FACETS,
  ...MEDICINE_FACETS,
  ...MINERALS_FACETS,
  ...NOTARY_FACETS,
  ...OPERATIONS_FACETS,
  ...PARTY_AND_UNIONS_FACETS,
  ...PERSON_FACETS,
  ...PLANNING_FACETS,
  ...POLICE_FACETS,
  ...POPULATION_FACETS,
  ...QUALITY_FACETS,
  ...REAL_ESTATE_REGISTRATION_FACETS,
  ...RELIGION_FACETS,
  ...RIGHTS_AND_REGISTERS_FACETS,
  ...RURAL_FACETS,
  ...SAFETY_FACETS,
  ...SCIENCE_FACETS,
  ...SOCIAL_WELFARE_FACETS,
  ...SPORT_FACETS,
  ...STUDENTS_FACETS,
  ...TAX_FACETS,
  ...TRAFFIC_POLICE_FACETS,
  ...TRANSPORT_FACETS,
  ...VETERANS_FACETS,
  ...VILLAGE_FACETS,
  ...WATER_FACETS,
  ...WEATHER_FACETS,
];
