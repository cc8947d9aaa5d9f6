interface Held {
  weight: number;
  readonly value: Promise<unknown>;
}

/**
 * Keeps answers that cost much to work out, those used last, as many as weigh `most` together (items, each some 2 KB).
 * Each weighs `bare` besides what is in it: what has nothing in it takes room too, and gives way like the others.
 * One that many ask for at once is worked out once; one that failed is tried again. A key must say everything the
 * answer depends on, its release above all: what is kept is never looked at again.
 */
export const createKept = (most: number, bare = 1) => {
  const held = new Map<string, Held>();
  const makeRoom = (newest: string): void => {
    let weight = [...held.values()].reduce((sum, one) => sum + one.weight, 0);
    for (const [key, one] of held) {
      if (weight <= most) return;
      if (key === newest) continue;
      held.delete(key);
      weight -= one.weight;
    }
  };
  const hold = <Value>(key: string, read: () => Promise<Value>, weightOf: (value: Value) => number): Held => {
    const value = read();
    const one: Held = { weight: bare, value };
    value.then(
      (found) => {
        one.weight = bare + weightOf(found);
        makeRoom(key);
      },
      () => held.delete(key),
    );
    return one;
  };
  return {
    has: (key: string): boolean => held.has(key),
    /** Lets go of an answer, unless another has taken its place. */
    drop: (key: string, value: Promise<unknown>): void => {
      if (held.get(key)?.value === value) held.delete(key);
    },
    get: <Value>(
      key: string,
      read: () => Promise<Value>,
      weightOf: (value: Value) => number,
    ): Promise<Value> => {
      const one = held.get(key) ?? hold(key, read, weightOf);
      held.delete(key);
      held.set(key, one);
      return one.value as Promise<Value>;
    },
  };
};

export type Kept = ReturnType<typeof createKept>;
