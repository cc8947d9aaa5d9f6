/** Checks of what an item says: materials, wording, bases, completeness, exclusions (CHK-20 to CHK-36 and the notices). */
export const CONTENT_CHECKS = [] as const;
