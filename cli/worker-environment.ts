type Environment = Readonly<Record<string, string | undefined>>;

/** What a process that does match runs reads: where the database is, and what the system around it needs. */
const NEEDED: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'ZONGHENG_HOME',
  'LOG_LEVEL',
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'TMPDIR',
  'TMP',
  'TEMP',
  'TZ',
  'LANG',
  'LANGUAGE',
  'LD_LIBRARY_PATH',
  'NODE_ENV',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  // Without these no process starts on Windows.
  'SystemRoot',
  'ComSpec',
  'PATHEXT',
]);

/** Locales, and what PostgreSQL's clients read beside the address. */
const FAMILIES = /^(LC_|PG)[A-Z]+$/u;

/** The variables a process that does match runs is given: nothing of who may write. */
export const workerEnvironment = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => NEEDED.has(name) || FAMILIES.test(name)));
