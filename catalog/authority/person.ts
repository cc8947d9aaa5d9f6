import { z } from 'zod';

/** Who somebody is: any alphabet, but nothing that a record or a log line would show as something else. */
export const subjectSchema = z.string().regex(/^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]{0,98}[^\p{C}\p{Z}])?$/u);

/** Which token it was: printable characters of ASCII. */
export const tokenIdSchema = z.string().regex(/^[!-~]{1,128}$/u);
