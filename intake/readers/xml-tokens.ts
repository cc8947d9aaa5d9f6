import { isUtf8 } from 'node:buffer';
import { Tokenizer } from 'htmlparser2';
import { problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';

/** What is told of an XML part, in its order; names are local names, without their prefix. */
export interface XmlHandler {
  open(name: string): void;
  attribute?(name: string, value: string): void;
  /** All attributes of the element opened last have been told. */
  opened?(): void;
  /** A text may come in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

/** An XML part that is given piece by piece. */
export interface XmlTokens {
  /** Throws `FileRefused` for what is not UTF-8, declares entities, or nests or runs on without end. */
  write(bytes: Buffer): void;
  end(): void;
}

/** Elements within one another: a worksheet has some ten, a document some fifty. */
const DEEPEST = 256;

/** Characters of one name, comment or declaration. */
const LONGEST_TOKEN = 1 << 20;

const damaged = (detail: string): FileRefused => new FileRefused(problem('FILE_UNREADABLE', { detail }));

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Whole characters of a stream of UTF-8: what a chunk cuts waits for the next one. */
const utf8Pieces = () => {
  let rest: Buffer | undefined;
  return (chunk: Buffer): string => {
    const bytes = rest === undefined ? chunk : Buffer.concat([rest, chunk]);
    let end = bytes.length;
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
      const byte = bytes[bytes.length - back]!;
      if (byte < 0x80) break;
      if (byte < 0xc0) continue;
      // A first byte tells how many follow: C0 one, E0 two, F0 three.
      if (back < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4)) end = bytes.length - back;
      break;
    }
    const whole = bytes.subarray(0, end);
    rest = end === bytes.length ? undefined : Buffer.from(bytes.subarray(end));
    if (!isUtf8(whole)) throw damaged('文件内部的文字不是 UTF-8 编码');
    return whole.toString('utf8');
  };
};

/** The text since the earliest token that has not been told; the tokenizer itself keeps positions only. */
const textWindow = () => {
  let text = '';
  let start = 0;
  return {
    add: (piece: string, told: number): void => {
      text = text.slice(Math.max(0, told - start)) + piece;
      start = Math.max(start, told);
      if (text.length - piece.length > LONGEST_TOKEN) throw damaged('文件内部的 XML 有一处过长');
    },
    slice: (from: number, to: number): string => text.slice(from - start, to - start),
  };
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/giu;

/** The references XML knows without a DTD; the tokenizer could do it, but then looks at each letter of each text. */
const resolved = (text: string): string =>
  text.includes('&')
    ? text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
        return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
      })
    : text;

/** Texts come in pieces; a reference that a piece cuts waits for the next one. */
const textPieces = (tell: (text: string) => void) => {
  let held = '';
  return {
    add: (piece: string): void => {
      const text = held + piece;
      const start = text.lastIndexOf('&');
      const cut = start >= 0 && text.length - start < 10 && !text.includes(';', start) ? start : text.length;
      held = text.slice(cut);
      if (cut > 0) tell(resolved(text.slice(0, cut)));
    },
    flush: (): void => {
      if (held !== '') tell(held);
      held = '';
    },
  };
};

/** How far an XML part has been told. */
interface XmlState {
  /** Position of the first character that no event has told. */
  told: number;
  depth: number;
  /** The element opened last. */
  element: string;
}

/** What the tokenizer calls for attributes; their values come in pieces. */
const attributeEvents = (
  state: XmlState,
  slice: (from: number, to: number) => string,
  handler: XmlHandler,
) => {
  let name = '';
  let value = '';
  return {
    onattribname: (start: number, end: number): void => {
      name = localName(slice(start, end));
      state.told = end;
    },
    onattribdata: (start: number, end: number): void => {
      value += slice(start, end);
      state.told = end;
    },
    onattribend: (_quote: unknown, end: number): void => {
      state.told = end;
      handler.attribute?.(name, resolved(value));
      value = '';
    },
    onattribentity: (): void => undefined,
  };
};

/** What the tokenizer calls for tags. */
const tagEvents = (
  state: XmlState,
  slice: (from: number, to: number) => string,
  handler: XmlHandler,
  flush: () => void,
) => {
  const closed = (name: string): void => {
    state.depth -= 1;
    handler.close?.(name);
  };
  const opened = (end: number): void => {
    state.told = end + 1;
    handler.opened?.();
  };
  return {
    onopentagname: (start: number, end: number): void => {
      state.depth += 1;
      if (state.depth > DEEPEST) throw damaged('文件内部的 XML 嵌套过深');
      flush();
      state.element = localName(slice(start, end));
      state.told = end;
      handler.open(state.element);
    },
    onopentagend: opened,
    onselfclosingtag: (end: number): void => {
      opened(end);
      closed(state.element);
    },
    onclosetag: (start: number, end: number): void => {
      flush();
      const name = localName(slice(start, end));
      state.told = end;
      closed(name);
    },
  };
};

/**
 * Tells the elements of an XML part to the handler. It is lenient as to which element a closing tag closes, but a
 * part that ends within an element is damaged. `fragment`: the first bytes stand in the middle of a part.
 */
export const xmlTokens = (handler: XmlHandler, fragment = false): XmlTokens => {
  const decode = utf8Pieces();
  const window = textWindow();
  const texts = textPieces((text) => handler.text?.(text));
  const state: XmlState = { told: 0, depth: 0, element: '' };
  const passed = (_start: number, end: number): void => {
    state.told = end + 1;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ...tagEvents(state, window.slice, handler, texts.flush),
      ...attributeEvents(state, window.slice, handler),
      ontext: (start, end) => {
        state.told = end;
        texts.add(window.slice(start, end));
      },
      oncdata: (start, end, offset) => {
        texts.flush();
        handler.text?.(window.slice(start, end - offset));
        state.told = end + 1;
      },
      // DOCTYPE and what stands in it: no office program writes one, and all that entities are good for is harm.
      ondeclaration: () => {
        throw new FileRefused(problem('FILE_DOCTYPE'));
      },
      oncomment: passed,
      onprocessinginstruction: passed,
      ontextentity: () => undefined,
      onend: () => undefined,
    },
  );
  return {
    write: (bytes) => {
      const piece = decode(bytes);
      window.add(piece, state.told);
      tokenizer.write(piece);
    },
    end: () => {
      tokenizer.end();
      texts.flush();
      if (state.depth !== 0 && !fragment) throw damaged('文件内部的 XML 不完整');
    },
  };
};

/** Tells a whole part to the handler. */
export const readXml = async (chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> => {
  const tokens = xmlTokens(handler);
  for await (const chunk of chunks) tokens.write(chunk);
  tokens.end();
};
