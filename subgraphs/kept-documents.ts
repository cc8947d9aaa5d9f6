/** Values made from documents, by their texts. */
export interface KeptDocuments<Value> {
  readonly get: (text: string) => Value | undefined;
  /** Keeps a value; the texts kept longest are let go where all together have too many characters. */
  readonly keep: (text: string, value: Value) => void;
}

/** Room for texts of so many characters together: what is made of a text takes memory by its length. */
export const keptDocuments = <Value>(mostCharacters: number): KeptDocuments<Value> => {
  const values = new Map<string, Value>();
  let characters = 0;
  return {
    get: (text) => values.get(text),
    keep(text, value) {
      if (values.has(text)) characters -= text.length;
      values.set(text, value);
      characters += text.length;
      for (const oldest of values.keys()) {
        if (characters <= mostCharacters) break;
        values.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
};
