export type DemoSize = 'small' | 'province';

/** How large a demonstration province is; every number of it is a number of things, nothing is random. */
export interface SizeParameters {
  /** False takes only the leading subjects of each department (rank 0), true the whole vocabulary. */
  readonly wholeVocabulary: boolean;
  readonly referenceItems: number;
  readonly cities: number;
  readonly countiesPerCity: number;
  readonly townshipsPerCounty: number;
  readonly villagesPerTownship: number;
  /** Reference items a county, and a city, may exercise. */
  readonly countyMenu: number;
  readonly cityMenu: number;
  readonly rowsPerTownship: number;
  readonly rowsPerVillage: number;
  /** Guides per township list, beside one for every county and city implementation row. */
  readonly guidesPerTownship: number;
  /** Complete guides carry every element; short ones only what must be there. */
  readonly completeGuides: boolean;
}

export const SIZES: Readonly<Record<DemoSize, SizeParameters>> = {
  small: {
    wholeVocabulary: false,
    referenceItems: 300,
    cities: 1,
    countiesPerCity: 3,
    townshipsPerCounty: 2,
    villagesPerTownship: 2,
    countyMenu: 80,
    cityMenu: 48,
    rowsPerTownship: 26,
    rowsPerVillage: 12,
    guidesPerTownship: 3,
    completeGuides: true,
  },
  province: {
    wholeVocabulary: true,
    referenceItems: 5000,
    cities: 10,
    countiesPerCity: 10,
    townshipsPerCounty: 14,
    villagesPerTownship: 12,
    countyMenu: 715,
    cityMenu: 500,
    rowsPerTownship: 120,
    rowsPerVillage: 73,
    guidesPerTownship: 76,
    completeGuides: false,
  },
};
