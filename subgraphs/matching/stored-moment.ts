const MOMENT =
  /^((?!0000)\d{4}-\d\d-\d\d) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/u;

/** Whether a text is a moment as the database writes it: a cursor may be anybody's invention. */
export const isMoment = (text: string): boolean => {
  const [, day] = MOMENT.exec(text) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
};
