import { type RawConnection, rawConnection, rawPost } from './raw-connection.ts';

/** Requests of one kind: their bodies, in which `%` stands for a number that no other request has. */
export interface Kind {
  readonly name: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Requests a second, sent whether or not those before are answered. */
  readonly rate: number;
}

export interface LoadPlan {
  readonly url: string;
  readonly kinds: readonly Kind[];
  readonly seconds: number;
  /** Instead of rates: so many of the first kind under way at any moment. */
  readonly closed?: number;
  /** The first number for `%`. */
  readonly from: number;
}

export interface KindSeen {
  /** Milliseconds of each answer with data, and seconds after the beginning it came. */
  readonly good: readonly (readonly [milliseconds: number, second: number])[];
  /** The same of each refusal that says when to come back. */
  readonly refused: readonly (readonly [milliseconds: number, second: number])[];
  /** Anything else. */
  readonly wrong: readonly string[];
  /** For which there was no connection to be had. */
  readonly unsent: number;
}

export type LoadSeen = Readonly<Record<string, KindSeen>>;

/** Connections at most: the gateway takes two thousand. */
const MOST_CONNECTIONS = 1_500;
/** Connections open beforehand, as those of balancers are. */
const KEPT = 400;
/** Milliseconds the last answers are waited for. */
const LAST = 3_000;

interface Gathered {
  readonly good: [number, number][];
  readonly refused: [number, number][];
  readonly wrong: string[];
  unsent: number;
}

interface Asking {
  readonly connection: RawConnection;
  pending: { readonly kind: Kind; readonly at: number } | undefined;
}

const openBeforehand = async (open: () => Asking, idle: Asking[]): Promise<void> => {
  for (let one = 0; one < KEPT; one += 1) {
    idle.push(open());
    if (one % 10 === 0) await new Promise((done) => setTimeout(done, 5));
  }
  await new Promise((done) => setTimeout(done, 100));
};

/** Puts a load and tells what came of it. */
export const putLoad = async (plan: LoadPlan): Promise<LoadSeen> => {
  const url = new URL(plan.url);
  const seen = Object.fromEntries(
    plan.kinds.map(({ name }): [string, Gathered] => [name, { good: [], refused: [], wrong: [], unsent: 0 }]),
  );
  let elapsed = (): number => 0;
  const idle: Asking[] = [];
  const all = new Set<Asking>();
  let number = plan.from;
  const textOf = ({ body, headers }: Kind): string => {
    number += 1;
    return rawPost(url, body.replace('%', String(number)), headers);
  };
  const open = (): Asking => {
    const asking: Asking = {
      connection: rawConnection(
        url,
        ({ status, head, body }) => {
          const { pending } = asking;
          if (pending === undefined) return;
          asking.pending = undefined;
          note(pending, status, head, body);
          idle.push(asking);
          if (plan.closed !== undefined && elapsed() < plan.seconds * 1_000) send(pending.kind);
        },
        () => {
          all.delete(asking);
          const at = idle.indexOf(asking);
          if (at >= 0) idle.splice(at, 1);
          if (asking.pending !== undefined)
            seen[asking.pending.kind.name]?.wrong.push('the connection ended');
        },
      ),
      pending: undefined,
    };
    all.add(asking);
    return asking;
  };
  const note = ({ kind, at }: NonNullable<Asking['pending']>, status: number, head: string, body: string) => {
    const into = seen[kind.name] as Gathered;
    const took = performance.now() - at;
    if (status === 200 && !body.includes('"errors"')) into.good.push([took, elapsed() / 1_000]);
    else if (status === 503 && /^retry-after: \d/imu.test(head) && body.includes('"OVERLOADED"'))
      into.refused.push([took, elapsed() / 1_000]);
    else into.wrong.push(`${status} ${body.slice(0, 200)}`);
  };
  const send = (kind: Kind): void => {
    const asking = idle.pop() ?? (all.size < MOST_CONNECTIONS ? open() : undefined);
    if (asking === undefined) {
      (seen[kind.name] as Gathered).unsent += 1;
      return;
    }
    asking.pending = { kind, at: performance.now() };
    asking.connection.send(textOf(kind));
  };
  if (plan.closed === undefined) await openBeforehand(open, idle);
  const begun = performance.now();
  elapsed = () => performance.now() - begun;
  if (plan.closed !== undefined) for (let one = 0; one < plan.closed; one += 1) send(plan.kinds[0] as Kind);
  const sent = plan.kinds.map(() => 0);
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      const now = elapsed();
      if (now >= plan.seconds * 1_000) {
        clearInterval(timer);
        done();
        return;
      }
      if (plan.closed !== undefined) return;
      for (const [index, kind] of plan.kinds.entries())
        for (; (sent[index] ?? 0) < (now * kind.rate) / 1_000; sent[index] = (sent[index] ?? 0) + 1)
          send(kind);
    }, 1);
  });
  const until = performance.now() + LAST;
  while (performance.now() < until && [...all].some(({ pending }) => pending !== undefined))
    await new Promise((done) => setTimeout(done, 20));
  for (const { connection, pending } of all) {
    if (pending !== undefined) seen[pending.kind.name]?.wrong.push('no answer');
    connection.end();
  }
  return seen;
};
