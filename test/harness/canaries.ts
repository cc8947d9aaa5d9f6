/**
 * Canaries: words that nothing but the inside of the hub knows, planted there by a test. Whatever a client is sent, body
 * and headers, is looked through for them, in every form in which they might get out.
 */
export interface Canary {
  readonly name: string;
  /** The word, or what gives an inside away whatever its words are: the frame of a stack, say. */
  readonly sign: string | RegExp;
}

/** What a client was sent: text, bytes, or an answer with its headers. */
export type Sent = string | Uint8Array | SentAnswer;

export interface SentAnswer {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers: Iterable<readonly [string, string]> | Readonly<Record<string, unknown>>;
  readonly body: string | Uint8Array;
}

/** A canary in what a client was sent. */
export interface Sighting {
  readonly canary: string;
  /** What had been asked. */
  readonly where: string;
  /** Some characters around it. */
  readonly excerpt: string;
}

export interface CanaryWatch {
  /** Looks through what a client was sent. */
  readonly look: (where: string, sent: Sent) => void;
  readonly sightings: () => readonly Sighting[];
  /** How much was looked through: nothing found in nothing is no proof. */
  readonly looked: () => { readonly answers: number; readonly bytes: number };
}

/** Around a sighting. */
const EXCERPT = 60;

/** Watches for the given canaries. A word is found as it is, escaped, encoded (base64, hexadecimal, UTF-16), in capitals. */
export const watchFor = (canaries: readonly Canary[]): CanaryWatch => {
  const signs = canaries.flatMap(({ name, sign }) => formsOf(sign).map((form) => ({ name, form })));
  const sightings: Sighting[] = [];
  let [answers, bytes] = [0, 0];
  const look = (where: string, sent: Sent): void => {
    const text = latinText(sent);
    const small = text.toLowerCase();
    answers += 1;
    bytes += text.length;
    for (const { name, form } of signs) {
      const place = typeof form === 'string' ? small.indexOf(form) : text.search(form);
      if (place < 0) continue;
      const excerpt = text.slice(Math.max(0, place - EXCERPT), place + EXCERPT);
      sightings.push({ canary: name, where, excerpt });
    }
  };
  return { look, sightings: () => sightings, looked: () => ({ answers, bytes }) };
};

/** Bytes as text of as many characters: what was cut off in the middle of a letter is found as well. */
const latinText = (sent: Sent): string => {
  if (typeof sent === 'string') return Buffer.from(sent).toString('latin1');
  if (sent instanceof Uint8Array) return Buffer.from(sent).toString('latin1');
  const { status, statusText, headers, body } = sent;
  const pairs = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const lines = pairs.map(([name, value]) => `${name}: ${String(value)}`);
  return [`${status} ${statusText}`, ...lines].map((line) => latinText(line)).join('\n') + latinText(body);
};

/** The ways a word may be written, in small letters; base64 at each of the three places it may begin at. */
const formsOf = (sign: string | RegExp): readonly (string | RegExp)[] => {
  if (typeof sign !== 'string') return [sign];
  const plain = Buffer.from(sign);
  const escaped = JSON.stringify(sign).slice(1, -1);
  const unicode = [...sign]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const base64 = [0, 1, 2].map((before) => innerBase64(plain, before));
  const forms = [
    plain.toString('latin1'),
    Buffer.from(escaped).toString('latin1'),
    unicode,
    encodeURIComponent(sign),
    plain.toString('hex'),
    Buffer.from(sign, 'utf16le').toString('latin1'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(forms.map((form) => form.toLowerCase()))];
};

/** The characters of base64 that stand for these bytes alone, so many bytes being before them. */
const innerBase64 = (bytes: Buffer, before: number): string => {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + bytes.length) * 8) / 6);
  return text.slice(first, last);
};

/** What no answer of the hub ever has: frames of stacks, folders of packages, names of drivers' errors, statements. */
export const INSIDE: readonly Canary[] = [
  { name: 'a frame of a stack', sign: /\n\s+at |\\n\s+at /u },
  {
    name: 'a source file of ours',
    sign: /\b(gateway|subgraphs|db|cli|fusion|linkage|signing|cost|trail|catalog|matching|comparison|intake)\/[\w/-]+\.ts\b/u,
  },
  { name: 'the folder of packages', sign: 'node_modules' },
  { name: 'a module of Node', sign: /\bnode:(internal|http|net|fs|crypto)\b/u },
  {
    name: 'an error of the system',
    sign: /\bE(CONN(REFUSED|RESET|ABORTED)|PIPE|NOENT|ADDRINUSE|TIMEDOUT|HOSTUNREACH)\b/u,
  },
  { name: 'an error of the parser of HTTP', sign: /\bHPE_\w+/u },
  {
    name: 'an error of the driver',
    sign: /PostgresError|CONNECTION_(ENDED|CLOSED|DESTROYED)|\bCONNECT_TIMEOUT\b/u,
  },
  {
    name: 'words of the database',
    sign: /(relation|column|function|schema|role) \\?"[\w.]+\\?" does not exist/u,
  },
  {
    name: 'a statement',
    sign: /\bselect\s[\s\S]{1,300}\sfrom\s+(county|township|guide|matching|reference|intake|release|audit|authority|report|public)\./iu,
  },
  { name: 'the address of a database', sign: /postgres(ql)?:\/\//iu },
  { name: 'a private key', sign: /-----BEGIN [A-Z ]*PRIVATE KEY|"d"\s*:\s*"[\w-]{43}"/u },
  {
    name: 'an error class',
    sign: /\b(TypeError|RangeError|SyntaxError|ReferenceError|AggregateError|SubgraphFailure)\b/u,
  },
  {
    name: 'a signature between processes',
    sign: /x-zongheng-signature|\b1\.[\w-]{1,32}\.\d{13}\.[\w-]{22}\./u,
  },
];
