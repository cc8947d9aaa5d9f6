import { userInfo } from 'node:os';

/**
 * Who runs the command, as the audit trail names them: the login name, or `uid` and the number of a user whom no list of
 * users knows, as in a container. Never the hub's own name: what a person did is not the hub's doing.
 */
export const operatorName = (nameOf = (): string => userInfo().username): string => {
  try {
    return nameOf() || byNumber();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
    return byNumber();
  }
};

const byNumber = (): string => `uid ${process.getuid?.() ?? '?'}`;
