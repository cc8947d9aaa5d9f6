import { userInfo } from 'node:os';
import { HUB } from '../db/record-trail.ts';

/** The login name of whoever runs the command, as the audit trail names them; the hub's own where there is none. */
export const operatorName = (): string => {
  try {
    return userInfo().username || HUB;
  } catch {
    // A container may run as a user that no list of users knows.
    return HUB;
  }
};
