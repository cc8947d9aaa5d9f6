import { z } from 'zod';
import { jsonIn } from '../json-in.ts';
import { grantsSchema } from './grants.ts';
import { subjectSchema, tokenIdSchema } from './person.ts';
import type { Writer } from './writer.ts';

/** The header of an internal call that names the person whose token was checked. */
export const WRITER_HEADER = 'x-zongheng-writer';

const writerSchema: z.ZodType<Writer> = z.strictObject({
  subject: subjectSchema,
  tokenId: tokenIdSchema,
  issuedAt: z.int().nonnegative(),
  grants: grantsSchema,
});

/** The text of the header: base64url of JSON whose members stand in one order, so that one writer has one text. */
export const encodeWriter = ({ subject, tokenId, issuedAt, grants }: Writer): string => {
  const plain = grants.map(({ role, region, levels }) => ({ role, region, levels }));
  return Buffer.from(JSON.stringify({ subject, tokenId, issuedAt, grants: plain })).toString('base64url');
};

/** The writer a header names; undefined for every text that `encodeWriter` does not make. */
export const decodeWriter = (text: string): Writer | undefined => {
  const writer = writerSchema.safeParse(jsonIn(Buffer.from(text, 'base64url').toString())).data;
  return writer !== undefined && encodeWriter(writer) === text ? writer : undefined;
};
