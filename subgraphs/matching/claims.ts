import { may } from '../../catalog/authority/may.ts';
import type { Action } from '../../catalog/authority/rules.ts';
import type { Writer } from '../../catalog/authority/writer.ts';
import type { Level } from '../../catalog/levels.ts';
import type { SubgraphContext } from '../context.ts';
import { refusal } from '../refusal.ts';

/** Where something belongs: the region by its 12 digits, and the level. */
export interface Place {
  readonly region: string;
  readonly level: Level;
}

/** The subgraph's own look at what the gateway says of a writer. */
export interface Claims {
  /** False in tests that leave everything to the database. */
  readonly areChecked: boolean;
  /** The writer of a request; refuses with UNAUTHENTICATED where there is none. */
  readonly writerOf: (context: SubgraphContext) => Writer | undefined;
  readonly may: (writer: Writer | undefined, action: Action, place: Place) => boolean;
}

/** The claims of each request, looked at anew whatever the gateway has let pass. */
export const checkedClaims: Claims = {
  areChecked: true,
  writerOf: ({ writer }) => {
    if (writer === undefined) throw refusal('UNAUTHENTICATED');
    return writer;
  },
  may: (writer, action, { region, level }) => writer !== undefined && may(writer, action, region, level),
};

/** No look at all: how tests prove that the database alone holds. */
export const uncheckedClaims: Claims = {
  areChecked: false,
  writerOf: ({ writer }) => writer,
  may: () => true,
};
