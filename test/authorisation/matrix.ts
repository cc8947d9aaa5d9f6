import { encodeWriter, WRITER_HEADER } from '../../catalog/authority/writer-header.ts';
import { openMatching } from '../../subgraphs/matching/subgraph.ts';
import { serveSubgraph } from '../../subgraphs/serve.ts';
import { type Answer, fetched } from '../gateway/ask.ts';
import { signedHeaders, verifierOf } from '../signing/signed-call.ts';
import { DEMO_NOW, startHubOver } from '../support/hub.ts';
import { type TestIssuer, testIssuer } from '../support/tokens.ts';
import { ACTIONS, type Action } from './actions.ts';
import { idsOf, PLACES, type TestPlace } from './places.ts';
import { ROUTES, type Route } from './routes.ts';
import { holds, SUBJECTS, type Subject, saidBy } from './subjects.ts';
import { storeWorld, type World } from './world.ts';

/** One try: somebody, something, somewhere, somehow. */
export interface Attempt {
  readonly subject: Subject;
  readonly action: Action;
  readonly where: TestPlace;
  readonly route: Route;
}

/** Every try there is. */
export const allAttempts = (): readonly Attempt[] =>
  SUBJECTS.flatMap((subject) =>
    ACTIONS.flatMap((action) =>
      PLACES.flatMap((where) => ROUTES.map((route) => ({ subject, action, where, route }))),
    ),
  );

const nameOf = ({ subject, action, where, route }: Attempt): string =>
  [subject.name, action.name, `${where.region} ${where.level}`, route.name].join(' | ');

/** Whether the rules let somebody in; a revoked, forged or missing token opens nothing. */
const isAllowed = ({ subject, action, where, route }: Attempt): boolean =>
  subject.token === 'good' && route.leadsAnywhere && action.isAllowed(subject, where);

/** A hub, and the matching subgraph by itself, over one world. */
interface Targets {
  readonly world: World;
  readonly issuer: TestIssuer;
  readonly isLeftToDatabase: boolean;
  readonly gateway: string;
  readonly subgraph: string;
}

const headersOf = ({ issuer }: Targets, subject: Subject): Record<string, string> => {
  if (subject.token === 'none') return {};
  const said = saidBy(subject);
  const expired = { issuedAt: Math.floor(Date.parse(DEMO_NOW) / 1000) - 7_200 };
  if (subject.token === 'expired') return issuer.bearing({ ...said, ...expired });
  const good = issuer.bearing(said);
  if (subject.token !== 'forged') return good;
  const [header, claims, signature = ''] = good.authorization.split('.');
  return { authorization: `${header}.${claims}.${signature.split('').reverse().join('')}` };
};

/** Past the gateway nobody comes with a forged token: those are as nobody there. */
const directHeaders = (subject: Subject, body: string): Record<string, string> => {
  const isSomebody = subject.token === 'good' || subject.token === 'revoked';
  const { subject: name = '', tokenId = '', grants = [] } = saidBy(subject);
  const issuedAt = Math.floor(Date.parse(DEMO_NOW) / 1000);
  const headers = isSomebody
    ? { [WRITER_HEADER]: encodeWriter({ subject: name, tokenId, issuedAt, grants }) }
    : {};
  return { ...signedHeaders(body, { subgraph: 'matching', headers }) };
};

const answerTo = (targets: Targets, { subject, action, where, route }: Attempt): Promise<Answer> => {
  const body = JSON.stringify(route.body(action.asked(where, targets.world)));
  const who = route.isDirect ? directHeaders(subject, body) : headersOf(targets, subject);
  return fetched(route.isDirect ? targets.subgraph : targets.gateway, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...who,
    },
    body,
  });
};

/** Proposals of places that are not the reader's. */
const foreignIn = ({ data }: Answer, { subject }: Attempt): readonly string[] => {
  const payload = Object.values(data ?? {})[0] as { nodes?: readonly { left?: { id: string } }[] } | null;
  return (payload?.nodes ?? []).flatMap(({ left }) => {
    const where = PLACES.find((one) => idsOf(one).item === left?.id);
    const isTheirs = where !== undefined && holds(subject, ['PROPOSER', 'REVIEWER', 'AUDITOR'], where);
    return left === undefined || isTheirs ? [] : [left.id];
  });
};

const KNOWN_CODES = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'DOCUMENT_NOT_FOUND']);

/** What is wrong with the answer to a try; undefined where it is as the rules have it. */
const wrongIn = (answer: Answer, attempt: Attempt): string | undefined => {
  const strange = (answer.errors ?? []).filter(({ extensions }) => !KNOWN_CODES.has(extensions.code));
  if (strange.length > 0) return `${nameOf(attempt)}: ${answer.text}`;
  const { route, action, where } = attempt;
  const isIn = route.leadsAnywhere
    ? action.isLetIn(answer.data, where)
    : /"(?:totalCount":[1-9]|decisions":\[\{)/u.test(answer.text);
  const foreign = route.leadsAnywhere && action.name === 'proposals' ? foreignIn(answer, attempt) : [];
  if (foreign.length > 0) return `${nameOf(attempt)}: shown ${foreign.join(' ')}`;
  const should = isAllowed(attempt);
  if (isIn === should) return undefined;
  return `${nameOf(attempt)}: ${should ? 'wrongly denied' : 'LET IN'}: ${answer.text}`;
};

/** What the database holds that nobody was allowed to write: rows of writers in places that are not theirs. */
const foreignRows = async ({ sql }: World): Promise<readonly string[]> => {
  const rows = await sql<{ action: string; left: string | null; actor: string; token: string }[]>`
    select r.action, r.actor, r.token_id as token,
      coalesce(r.left_id, d.left_id, p.left_id, 'list ' || array_to_string(r.lists, ' ')) as left
    from matching.request r
    left join matching.decision d on d.decision_id = r.revokes
    left join matching.request p on p.request_id = r.proposal_id
    where r.token_id <> 'earlier'`;
  return rows
    .filter(({ action, left, actor }) => {
      const subject = SUBJECTS.find(({ name }) => name === actor);
      const where = PLACES.find((one) => [idsOf(one).item, `list ${idsOf(one).list}`].includes(left ?? ''));
      const name = { DECIDE: 'decideMatch', REVOKE: 'revokeDecision', RUN: 'runMatching' }[action];
      const rule = ACTIONS.find(
        (one) => one.name === (name ?? (action === 'PROPOSE' ? 'proposeDecision' : 'settleProposal')),
      );
      const everything = ACTIONS.find((one) => one.name === 'runMatching (everything)');
      if (subject?.token !== 'good') return true;
      if (where === undefined)
        return !(action === 'RUN' && everything?.isAllowed(subject, PLACES[0] as TestPlace));
      return rule?.isAllowed(subject, where) !== true;
    })
    .map((row) => JSON.stringify(row));
};

export interface MatrixResult {
  readonly tried: number;
  readonly allowed: number;
  readonly wrong: readonly string[];
  readonly foreignRows: readonly string[];
  /** Entries of the trail there are, and should be: one for each thing that somebody known has asked for. */
  readonly entries: number;
  readonly wantedEntries: number;
}

/** What a mutation has reached the subgraph with, the trail tells: each of what it asks for. */
const entriesFor = (
  { data, errors }: Answer,
  { subject, action, where, route }: Attempt,
  { world, isLeftToDatabase }: Pick<Targets, 'world' | 'isLeftToDatabase'>,
): number => {
  const { kind, variables } = action.asked(where, world);
  const isKnown = subject.token === 'good' || subject.token === 'revoked';
  if (kind === 'query' || !route.leadsAnywhere || !isKnown) return 0;
  const isTold = !isLeftToDatabase && errors?.[0]?.extensions.code === 'UNAUTHENTICATED';
  const isAnswered = data != null && Object.values(data)[0] != null;
  const { input } = variables;
  return isAnswered || isTold ? (Array.isArray(input) ? input.length : 1) : 0;
};

const entriesOf = async ({ sql }: World): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from audit.entry where request_id <> 'setup'`;
  return row?.count ?? 0;
};

const LANES = 4;

/** Tries all of it against a real gateway, a real subgraph and a real database. */
export const tryAll = async (
  attempts: readonly Attempt[],
  { isLeftToDatabase }: { readonly isLeftToDatabase: boolean },
): Promise<MatrixResult> => {
  await using world = await storeWorld();
  using issuer = testIssuer();
  await using hub = await startHubOver(world.url, { tokens: issuer.tokens, isLeftToDatabase });
  const matching = openMatching({ url: world.url, isLeftToDatabase });
  const now = () => new Date(DEMO_NOW);
  const served = await serveSubgraph(matching, { port: 0, verify: verifierOf('matching'), now });
  const targets = { world, issuer, isLeftToDatabase, gateway: hub.url, subgraph: served.url };
  const wrong: string[] = [];
  let wantedEntries = 0;
  const waiting = attempts.values();
  const lane = async (): Promise<void> => {
    for (const attempt of waiting) {
      const answer = await answerTo(targets, attempt);
      const found = wrongIn(answer, attempt);
      if (found !== undefined) wrong.push(found);
      wantedEntries += entriesFor(answer, attempt, targets);
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
    return {
      ...{ tried: attempts.length, allowed: attempts.filter(isAllowed).length, wrong },
      foreignRows: await foreignRows(world),
      entries: await entriesOf(world),
      wantedEntries,
    };
  } finally {
    await served.close();
    await matching.close();
  }
};
