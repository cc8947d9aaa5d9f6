/** A variable that the benchmark sets for the servers it starts; throws without it. */
export const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

/** Tells the benchmark where a server listens. */
export const tellReady = (url: string): void => {
  process.stdout.write(`ready ${url}\n`);
};
