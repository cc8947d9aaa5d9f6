import type { Writer } from '../../catalog/authority/writer.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import { refusal } from '../refusal.ts';

/** The setting by which the policies of the database know who asks; nobody is the empty text. */
const settingOf = (writer: Writer | undefined): string => {
  if (writer === undefined) return '';
  const { subject, tokenId, issuedAt, grants } = writer;
  return JSON.stringify({ subject, tokenId, issuedAt, grants });
};

/** Says for this transaction alone who asks; true where their token is revoked. */
export const becomeWriter = async (
  transaction: TransactionSql,
  writer: Writer | undefined,
): Promise<boolean> => {
  const [row] = await transaction<{ revoked: boolean }[]>`
    select set_config('zongheng.writer', ${settingOf(writer)}, true),
      authority.is_revoked(${writer?.subject ?? null}, ${writer?.tokenId ?? null}, ${writer?.issuedAt ?? null}) as revoked`;
  return row?.revoked ?? true;
};

/** Reads what is not public as a writer; refuses with UNAUTHENTICATED where the token is revoked. */
export const readAs = async <Read>(
  sql: Sql,
  { writer, isTrusted }: { readonly writer: Writer | undefined; readonly isTrusted: boolean },
  read: (transaction: TransactionSql) => Promise<Read>,
): Promise<Read> =>
  (await sql.begin('read only', async (transaction) => {
    const isRevoked = await becomeWriter(transaction, writer);
    if (isRevoked && !isTrusted) throw refusal('UNAUTHENTICATED', writer && 'TOKEN_REVOKED');
    return await read(transaction);
  })) as Read;
