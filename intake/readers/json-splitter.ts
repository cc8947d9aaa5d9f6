/** A place in a text: its line and the character within the line, both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** A piece of JSON text that can be parsed by itself. */
export interface JsonPiece {
  /** `ELEMENT`: of an array of objects. `VALUE`: what stands alone, the arrays cut into elements left empty. */
  readonly kind: 'ELEMENT' | 'VALUE';
  readonly text: string;
  readonly start: TextPlace;
  readonly end: TextPlace;
  /** Keys that lead to the arrays cut up so far: '' for the file's own, `data.list` within envelopes. */
  readonly arrays: readonly string[];
}

/** Where in a value the scan stands. */
type Frame =
  /** An object that may be an envelope; `due` says that what comes next is the value of `key`. */
  | { readonly kind: 'ENVELOPE'; readonly path: readonly string[]; key: string; due: boolean }
  /** An array in an envelope whose first element is not seen yet. */
  | { readonly kind: 'DOUBT'; readonly path: readonly string[] }
  /** An array whose elements are cut out; `depth` counts the brackets within the element. */
  | { readonly kind: 'ELEMENTS'; depth: number; commas: number }
  /** Anything else, taken along as it is: brackets are only counted, parsing tells whether they match. */
  | { readonly kind: 'OPAQUE'; depth: number };

type Elements = Frame & { readonly kind: 'ELEMENTS' };
type Envelope = Frame & { readonly kind: 'ENVELOPE' };

/** What services and databases wrap their rows in: {"code":0,"data":{"list":[…]}}, Navicat's {"RECORDS":[…]}. */
const ENVELOPE_KEY = /^(data|datas|datalist|list|rows|records|items|results?|content|page)$/iu;

/** Pieces held at once: those of a chunk full of the smallest objects take a hundred times the chunk. */
const HELD = 500;

const LINE_FEED = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const isBlank = (code: number): boolean => code === 32 || code === LINE_FEED || code === 13 || code === 9;
const opens = (code: number): boolean => code === OPEN_BRACE || code === OPEN_BRACKET;
const closes = (code: number): boolean => code === CLOSE_BRACE || code === CLOSE_BRACKET;

/**
 * Cuts JSON into pieces while chunks of the text come, wherever these end. It tells strings from brackets and
 * nothing more: where the whole is no JSON, one of the pieces is none.
 */
export class JsonSplitter {
  #frames: Frame[] = [];
  #pieces: JsonPiece[] = [];
  #arrays: readonly string[] = [];
  /** The value without the elements cut out of it. */
  #value = '';
  #valueStart: TextPlace = { line: 1, character: 1 };
  #element = '';
  #elementStart: TextPlace | undefined;
  #inString = false;
  #escaped = false;
  /** What the chunks before brought of the key that is being read: cutting keys out of the value copies all of it. */
  #key: string | undefined;
  /** Where in the chunk the rest of the key starts. */
  #keyFrom = 0;
  #line = 1;
  /** Characters of the text before the line, and before the chunk. */
  #lineStart = 0;
  #offset = 0;
  #chunk = '';
  /** From where the chunk is not yet in the value or the element. */
  #from = 0;

  /** The pieces that end in the chunk, to be taken to the last one before the next chunk comes. */
  *take(chunk: string): Generator<JsonPiece, void, undefined> {
    this.#chunk = chunk;
    this.#from = 0;
    this.#keyFrom = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      this.#step(chunk.charCodeAt(index), index);
      if (this.#pieces.length >= HELD) yield* this.#given();
    }
    if (this.#key !== undefined) this.#key += chunk.slice(this.#keyFrom);
    this.#keep(chunk.length);
    this.#offset += chunk.length;
    yield* this.#given();
  }

  /** What is left at the end of the file; it cannot be parsed if something is not closed. */
  finish(): readonly JsonPiece[] {
    this.#chunk = '';
    this.#from = 0;
    if (this.#elementStart !== undefined) this.#giveElement(0);
    if (this.#frames.length > 0) this.#giveValue(0);
    return this.#given();
  }

  /** Characters kept because the piece they belong to is not complete. */
  get waiting(): number {
    return this.#value.length + this.#element.length;
  }

  /** The line the scan stands on, counted from 1. */
  get line(): number {
    return this.#line;
  }

  #given(): readonly JsonPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #step(code: number, index: number): void {
    const top = this.#frames.at(-1);
    if (code === LINE_FEED) {
      this.#line += 1;
      this.#lineStart = this.#offset + index + 1;
    }
    if (this.#inString) this.#inQuotation(code, index);
    else if (isBlank(code)) {
      // A word that stands alone ends with its line.
      if (code === LINE_FEED && top?.kind === 'OPAQUE' && top.depth === 0) this.#close(index);
    } else if (top === undefined) this.#begin(code, index);
    else this.#inFrame(top, code, index);
  }

  #inQuotation(code: number, index: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === BACKSLASH) this.#escaped = true;
    else if (code === QUOTE) {
      this.#inString = false;
      const top = this.#frames.at(-1);
      if (this.#key === undefined || top?.kind !== 'ENVELOPE') return;
      top.key = this.#key + this.#chunk.slice(this.#keyFrom, index);
      this.#key = undefined;
    }
  }

  #begin(code: number, index: number): void {
    this.#from = index;
    this.#valueStart = this.#place(index);
    if (code === OPEN_BRACKET) {
      this.#value = '[';
      this.#from = index + 1;
      this.#startElements([], index + 1);
    } else if (code === OPEN_BRACE) this.#frames.push({ kind: 'ENVELOPE', path: [], key: '', due: false });
    else {
      this.#frames.push({ kind: 'OPAQUE', depth: 0 });
      this.#inString = code === QUOTE;
    }
  }

  #inFrame(frame: Frame, code: number, index: number): void {
    if (frame.kind === 'DOUBT') {
      this.#frames.pop();
      if (code === OPEN_BRACE) this.#startElements(frame.path, index);
      else this.#frames.push({ kind: 'OPAQUE', depth: 1 });
      const now = this.#frames.at(-1);
      if (now !== undefined) this.#inFrame(now, code, index);
      return;
    }
    if (frame.kind === 'ELEMENTS') this.#inElements(frame, code, index);
    else if (frame.kind === 'ENVELOPE') this.#inEnvelope(frame, code, index);
    else if (opens(code)) frame.depth += 1;
    else if (closes(code)) {
      frame.depth -= 1;
      if (frame.depth <= 0) this.#close(index + 1);
    }
    if (code === QUOTE) this.#inString = true;
  }

  #inElements(frame: Elements, code: number, index: number): void {
    if (frame.depth > 0) {
      if (opens(code)) frame.depth += 1;
      else if (closes(code)) frame.depth -= 1;
    } else if (code === COMMA) {
      this.#giveElement(index);
      frame.commas += 1;
      this.#from = index + 1;
    } else if (code === CLOSE_BRACKET) {
      // Blank after a comma is an element that is missing: it goes out, and cannot be parsed.
      if (frame.commas > 0 || this.#elementStart !== undefined) this.#giveElement(index);
      this.#element = '';
      this.#from = index;
      this.#close(index + 1);
    } else {
      if (this.#elementStart === undefined) this.#startElement(index);
      if (opens(code)) frame.depth = 1;
    }
  }

  #inEnvelope(frame: Envelope, code: number, index: number): void {
    if (code === COLON) frame.due = true;
    else if (code === COMMA) frame.due = false;
    else if (code === QUOTE && !frame.due) {
      this.#key = '';
      this.#keyFrom = index + 1;
    } else if (closes(code)) this.#close(index + 1);
    else if (opens(code)) {
      const path = [...frame.path, frame.key];
      const wraps = frame.due && ENVELOPE_KEY.test(frame.key);
      frame.due = false;
      if (!wraps) this.#frames.push({ kind: 'OPAQUE', depth: 1 });
      else if (code === OPEN_BRACE) this.#frames.push({ kind: 'ENVELOPE', path, key: '', due: false });
      else this.#frames.push({ kind: 'DOUBT', path });
    }
  }

  #startElements(path: readonly string[], index: number): void {
    this.#keep(index);
    this.#arrays = [...this.#arrays, path.join('.')];
    this.#frames.push({ kind: 'ELEMENTS', depth: 0, commas: 0 });
  }

  #place(index: number): TextPlace {
    return { line: this.#line, character: this.#offset + index - this.#lineStart + 1 };
  }

  /** Puts the chunk up to `end` where it belongs; blanks between values belong nowhere. */
  #keep(end: number): void {
    const part = this.#chunk.slice(this.#from, end);
    this.#from = end;
    const top = this.#frames.at(-1);
    if (top?.kind === 'ELEMENTS') this.#element += part;
    else if (top !== undefined) this.#value += part;
  }

  #startElement(index: number): void {
    this.#elementStart = this.#place(index);
    this.#element = '';
    this.#from = index;
  }

  #giveElement(end: number): void {
    if (this.#elementStart === undefined) this.#startElement(end);
    this.#keep(end);
    const [start, stop] = [this.#elementStart ?? this.#place(end), this.#place(end)];
    this.#pieces.push({ kind: 'ELEMENT', text: this.#element, start, end: stop, arrays: this.#arrays });
    this.#element = '';
    this.#elementStart = undefined;
  }

  #close(end: number): void {
    this.#frames.pop();
    if (this.#frames.length === 0) this.#giveValue(end);
  }

  #giveValue(end: number): void {
    this.#value += this.#chunk.slice(this.#from, end);
    this.#from = end;
    const place = { start: this.#valueStart, end: this.#place(end) };
    this.#pieces.push({ kind: 'VALUE', text: this.#value, ...place, arrays: this.#arrays });
    this.#value = '';
    this.#arrays = [];
  }
}
