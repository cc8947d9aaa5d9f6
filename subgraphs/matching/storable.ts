/**
 * The same value as JSON whose texts PostgreSQL can hold: U+0000, and halves of a surrogate pair, which are no
 * character, become U+FFFD, which matches nothing stored.
 */
export const storable = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (_name, member: unknown) =>
    typeof member === 'string' ? member.replaceAll('\0', '\ufffd').toWellFormed() : member,
  );
