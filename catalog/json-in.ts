/**
 * The value that a text is the JSON of; undefined for what is no JSON. Why it is none is not told: the words of JSON.parse
 * repeat a part of the text, which may be a secret.
 */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A text of whoever likes: that it is none is nothing to be told of.
  }
  return undefined;
};
