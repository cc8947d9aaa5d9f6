/**
 * A reading of texts that keeps what it has read: lists repeat what the reference says, county after county. It starts
 * anew when it has kept `most`.
 */
export function remembered<Value>(read: (text: string) => Value, most = 20_000): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
