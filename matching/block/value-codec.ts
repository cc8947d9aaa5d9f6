/** What JSON can say; properties that are undefined are left out, as JSON does. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [name: string]: Value | undefined };

const TAG = { NULL: 0, FALSE: 1, TRUE: 2, NATURAL: 3, FLOAT: 4, TEXT: 5, LIST: 6, RECORD: 7 } as const;

/** Largest whole number written with seven bits a byte. */
const MOST_NATURAL = 2 ** 31 - 1;

const encoder = new TextEncoder();

/** Bytes that grow as they are written. */
const byteWriter = () => {
  let bytes = new Uint8Array(1 << 16);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const room = (more: number): void => {
    if (at + more <= bytes.length) return;
    const larger = new Uint8Array(2 * (at + more));
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  const byte = (value: number): void => {
    room(1);
    bytes[at] = value;
    at += 1;
  };
  return {
    byte,
    natural: (value: number): void => {
      let rest = value;
      for (; rest > 127; rest >>>= 7) byte((rest & 127) | 128);
      byte(rest);
    },
    float: (value: number): void => {
      room(8);
      view.setFloat64(at, value, true);
      at += 8;
    },
    text: (text: string): void => {
      room(3 * text.length);
      at += encoder.encodeInto(text, bytes.subarray(at)).written;
    },
    units: (text: string): void => {
      room(2 * text.length);
      for (let index = 0; index < text.length; index += 1)
        view.setUint16(at + 2 * index, text.charCodeAt(index), true);
      at += 2 * text.length;
    },
    taken: () => bytes.slice(0, at),
  };
};

type ByteWriter = ReturnType<typeof byteWriter>;

/** Numbers texts in order of first sight. */
const numbering = () => {
  const numbers = new Map<string, number>();
  return {
    of: (text: string): number => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    texts: () => [...numbers.keys()],
  };
};

/**
 * A value as bytes: every text and every set of property names once, numbers exactly. Equal values with their
 * properties in the same order give equal bytes. About a fifth of the value's JSON for judgements.
 */
export function encodeValue(value: Value): Uint8Array<ArrayBuffer> {
  const body = byteWriter();
  const texts = numbering();
  const shapes = numbering();
  const write = (one: Value): void => {
    if (one === null) body.byte(TAG.NULL);
    else if (typeof one === 'boolean') body.byte(one ? TAG.TRUE : TAG.FALSE);
    else if (typeof one === 'number') writeNumber(body, one);
    else if (typeof one === 'string') {
      body.byte(TAG.TEXT);
      body.natural(texts.of(one));
    } else if (isList(one)) {
      body.byte(TAG.LIST);
      body.natural(one.length);
      for (const member of one) write(member);
    } else {
      const names = Object.keys(one).filter((name) => one[name] !== undefined);
      body.byte(TAG.RECORD);
      body.natural(shapes.of(JSON.stringify(names)));
      for (const name of names) write(one[name] as Value);
    }
  };
  write(value);
  const head = byteWriter();
  for (const list of [texts.texts(), shapes.texts()]) {
    head.natural(list.length);
    for (const text of list) writeText(head, text);
  }
  const [front, back] = [head.taken(), body.taken()];
  const whole = new Uint8Array(front.length + back.length);
  whole.set(front);
  whole.set(back, front.length);
  return whole;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const writeNumber = (body: ByteWriter, value: number): void => {
  if (Number.isInteger(value) && value >= 0 && value <= MOST_NATURAL && !Object.is(value, -0)) {
    body.byte(TAG.NATURAL);
    body.natural(value);
  } else {
    body.byte(TAG.FLOAT);
    body.float(value);
  }
};

/** Length doubled, plus 1 where the text holds half a character that UTF-8 cannot: such texts keep their units. */
const writeText = (head: ByteWriter, text: string): void => {
  if (text.isWellFormed()) {
    head.natural(2 * Buffer.byteLength(text));
    head.text(text);
  } else {
    head.natural(2 * text.length + 1);
    head.units(text);
  }
};

/** Bytes read one after the other; past their end it throws. */
const byteReader = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let at = 0;
  const byte = (): number => {
    at += 1;
    return view.getUint8(at - 1);
  };
  const natural = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte();
      value |= (next & 127) << shift;
      if (next < 128) return value;
    }
  };
  return {
    byte,
    natural,
    float: (): number => {
      at += 8;
      return view.getFloat64(at - 8, true);
    },
    text: (): string => {
      const length = natural();
      const begin = at;
      if (length % 2 === 0) {
        at += length / 2;
        return decoder.decode(bytes.subarray(begin, at));
      }
      at += length - 1;
      let units = '';
      for (let unit = begin; unit < at; unit += 2) units += String.fromCharCode(view.getUint16(unit, true));
      return units;
    },
  };
};

/** Also a property called __proto__, which JSON may have, is a property of its own. */
const setOwn = (record: Record<string, Value>, name: string, value: Value): void => {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
};

/** The value `encodeValue` was given; bytes of anything else throw or give some other value. */
export function decodeValue(bytes: Uint8Array): Value {
  const { byte, natural, float, text } = byteReader(bytes);
  const texts = Array.from({ length: natural() }, text);
  const shapes = Array.from({ length: natural() }, () => JSON.parse(text()) as string[]);
  const read = (): Value => {
    const tag = byte();
    switch (tag) {
      case TAG.NULL:
        return null;
      case TAG.FALSE:
      case TAG.TRUE:
        return tag === TAG.TRUE;
      case TAG.NATURAL:
        return natural();
      case TAG.FLOAT:
        return float();
      case TAG.TEXT:
        return texts[natural()] as string;
      case TAG.LIST: {
        const list: Value[] = [];
        for (let left = natural(); left > 0; left -= 1) list.push(read());
        return list;
      }
      case TAG.RECORD: {
        const record: Record<string, Value> = {};
        for (const name of shapes[natural()] as string[]) setOwn(record, name, read());
        return record;
      }
      default:
        throw new Error(`no value begins with ${tag}`);
    }
  };
  return read();
}
