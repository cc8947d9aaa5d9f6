/**
 * Keeps the newest `most` answers of a reading that costs much, each read once even when many ask together. What is
 * kept must never change: a release does not.
 */
export const remembering = <Value>(most: number) => {
  const known = new Map<string, Promise<Value>>();
  return (key: string, read: () => PromiseLike<Value>): Promise<Value> => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.delete(known.keys().next().value ?? '');
    const value = Promise.resolve(read());
    known.set(key, value);
    value.catch(() => known.delete(key));
    return value;
  };
};
