import type { Facet } from './entries.ts';
import { ENVIRONMENT_FACETS } from './facets/environment.ts';
import { FARMING_FACETS } from './facets/farming.ts';
import { FIRE_FACETS } from './facets/fire.ts';
import { FISHERY_FACETS } from './facets/fishery.ts';
import { FORESTRY_FACETS } from './facets/forestry.ts';
import { LAND_FACETS } from './facets/land.ts';
import { MINERALS_FACETS } from './facets/minerals.ts';
import { OPERATIONS_FACETS } from './facets/operations.ts';
import { SAFETY_FACETS } from './facets/safety.ts';
import { WATER_FACETS } from './facets/water.ts';
import { WEATHER_FACETS } from './facets/weather.ts';

/** Every facet the engine asks of a name; their order is part of the model. */
export const FACETS: readonly Facet[] = [
  ...ENVIRONMENT_FACETS,
  ...FARMING_FACETS,
  ...FIRE_FACETS,
  ...FISHERY_FACETS,
  ...FORESTRY_FACETS,
  ...LAND_FACETS,
  ...MINERALS_FACETS,
  ...OPERATIONS_FACETS,
  ...SAFETY_FACETS,
  ...WATER_FACETS,
  ...WEATHER_FACETS,
];
