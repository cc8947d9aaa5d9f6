import type { Command } from './command.ts';
import { compose } from './compose.ts';
import { importCommand } from './import.ts';
import { migrate } from './migrate.ts';
import { publish } from './publish.ts';
import { releases } from './releases.ts';
import { rollback } from './rollback.ts';
import { verify } from './verify.ts';

/** Every sub-command, in the order `--help` shows them. */
export const COMMANDS: readonly Command[] = [importCommand, publish, rollback, releases, verify, compose, migrate];
