/** SQL states that pass by themselves: connection lost, server starting or stopping, too busy, a lock that took too long. */
const PASSING = new Set(['57P01', '57P02', '57P03', '53300', '55P03', '57014', '40001', '40P01']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the driver says without a code. */
const SAID =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Driver not Connected/i;

/** Whether an error says that the database is away, rather than that the statement was wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined && (PASSING.has(code) || NETWORK.has(code) || code.startsWith('08'))) return true;
  return SAID.test(error.message);
}

/** The name of the constraint that a statement ran into, if that is what happened. */
export function violatedConstraint(error: unknown): string | undefined {
  const driver = driverError(error);
  return driver && 'constraint' in driver && typeof driver.constraint === 'string' ? driver.constraint : undefined;
}

function codeOf(error: Error): string | undefined {
  const { code } = driverError(error) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function driverError(error: unknown): object {
  if (typeof error !== 'object' || error === null) return {};
  return 'driverError' in error && typeof error.driverError === 'object' && error.driverError
    ? error.driverError
    : error;
}
