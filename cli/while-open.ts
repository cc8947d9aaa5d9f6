interface Closable {
  readonly close: () => Promise<unknown>;
}

/** Opens a second thing beside an open one and acts while both are; closes each that was opened, however that ends. */
export const whileOpen = async (
  first: Closable,
  openSecond: () => Promise<Closable>,
  act: () => Promise<void>,
): Promise<void> => {
  let second: Closable | undefined;
  try {
    second = await openSecond();
    await act();
  } finally {
    try {
      await first.close();
    } finally {
      await second?.close();
    }
  }
};
