import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { compose } from './compose.ts';
import { decide } from './decide.ts';
import { demo } from './demo.ts';
import { drafts } from './drafts.ts';
import { evaluate } from './evaluate.ts';
import { exportCommand } from './export.ts';
import { gateway } from './gateway.ts';
import { importCommand } from './import.ts';
import { keys } from './keys.ts';
import { match } from './match.ts';
import { migrate } from './migrate.ts';
import { publish } from './publish.ts';
import { releases } from './releases.ts';
import { revoke } from './revoke.ts';
import { rollback } from './rollback.ts';
import { start } from './start.ts';
import { subgraph } from './subgraph.ts';
import { token } from './token.ts';
import { trail } from './trail.ts';
import { verify } from './verify.ts';

/** Every sub-command, in the order `--help` shows them. */
export const COMMANDS: readonly Command[] = [
  start,
  subgraph,
  gateway,
  importCommand,
  exportCommand,
  drafts,
  publish,
  rollback,
  releases,
  verify,
  trail,
  match,
  decide,
  compare,
  evaluate,
  keys,
  token,
  revoke,
  demo,
  compose,
  migrate,
];
