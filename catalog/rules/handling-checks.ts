/** Checks of how an item is handled: time limits, case type, visits, fees, contacts (CHK-01 to CHK-19). */
export const HANDLING_CHECKS = [] as const;
