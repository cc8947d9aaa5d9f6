/** A start that is refused for its keys, with the Chinese sentence that says which file and why, and never what they are. */
export class UnusableKeys extends Error {
  override readonly name = 'UnusableKeys';
}
