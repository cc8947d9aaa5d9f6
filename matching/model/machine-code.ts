/** Instructions of WebAssembly, as bytes. */
export type Code = readonly number[];

const unsigned = (value: number): Code => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
};

const signed = (value: number): Code => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest < -64 || rest > 63; rest >>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest & 127];
};

const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const list = (members: readonly Code[]): Code => [...unsigned(members.length), ...members.flat()];

/** Types of locals. */
export const [INT, FLOAT, FLOATS] = [0x7f, 0x7c, 0x7b] as const;
const NO_RESULT = 0x40;

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const int = (value: number): Code => [0x41, ...signed(value)];

const access =
  (operation: Code, align: number) =>
  (address: number): Code => [...operation, align, ...unsigned(address)];

/** Loads from, and stores to, a fixed address plus the number on the stack. */
export const loadInt = access([0x28], 2);
export const loadFloat = access([0x2b], 3);
export const loadShort = access([0x2f], 1);
export const storeInt = access([0x36], 2);
export const storeFloat = access([0x39], 3);
/** Two floats side by side. */
export const loadFloats = access([0xfd, 0x00], 4);
export const storeFloats = access([0xfd, 0x0b], 4);
/** One float, twice. */
export const loadFloatTwice = access([0xfd, 0x0a], 3);

export const LESS: Code = [0x48];
export const ADD: Code = [0x6a];
export const SUBTRACT: Code = [0x6b];
export const MULTIPLY: Code = [0x6c];
export const SHIFT_LEFT: Code = [0x74];
export const FLOAT_ADD: Code = [0xa0];
export const FLOATS_ADD: Code = [0xfd, 0xf0, 0x01];
/** All bits of each float set where the first is above the second, none elsewhere. */
export const FLOATS_ABOVE: Code = [0xfd, 0x4a];
export const BITS_BOTH: Code = [0xfd, 0x4e];
/** The same bits in both halves. */
export const twice = (value: number): Code => [
  0xfd,
  0x0c,
  ...Array.from({ length: 16 }, (_, at) => (at % 8 === 0 ? value : 0)),
];

export const loop = (body: Code): Code => [0x03, NO_RESULT, ...body, 0x0b];
/** To the beginning of the loop from within, where the number on the stack is not 0. */
export const AGAIN: Code = [0x0d, 0];

/** A function without parameters and results. */
export interface MachineFunction<Name extends string = string> {
  readonly name: Name;
  readonly locals: readonly number[];
  readonly body: Code;
}

const PAGE = 1 << 16;
const nameOf = (name: string): Code => sized([...new TextEncoder().encode(name)]);
const section = (number: number, members: readonly Code[]): Code => [number, ...sized(list(members))];

/** Functions made ready to be called, over one memory of so many bytes. */
export function machine<Name extends string>(
  bytes: number,
  functions: readonly MachineFunction<Name>[],
): { readonly memory: ArrayBuffer; readonly call: Readonly<Record<Name, () => void>> } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const code = [
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [[0x60, 0, 0]]),
    ...section(2, [[...nameOf('m'), ...nameOf('memory'), 2, 0, ...unsigned(Math.ceil(bytes / PAGE))]]),
    ...section(
      3,
      functions.map(() => [0]),
    ),
    ...section(
      7,
      functions.map(({ name }, place) => [...nameOf(name), 0, ...unsigned(place)]),
    ),
    ...section(
      10,
      functions.map(({ locals, body }) => sized([...list(locals.map((type) => [1, type])), ...body, 0x0b])),
    ),
  ];
  const module = new WebAssembly.Module(Uint8Array.from(code));
  const { exports } = new WebAssembly.Instance(module, { m: { memory } });
  return { memory: memory.buffer, call: exports as Record<Name, () => void> };
}
