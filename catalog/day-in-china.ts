const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The calendar day of a moment in China, YYYY-MM-DD: life-cycle states begin and end at Beijing midnight. */
export const dayInChina = (moment: Date): string => CHINA.format(moment);
