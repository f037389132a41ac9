/**
 * A failure that the person can do something about. It is shown without a stack: what is wrong in one sentence, what
 * helps in another, and before them what the failing tool itself printed.
 */
export class LauncherError extends Error {
  name = 'LauncherError';

  /**
   * @param {string} wrong
   * @param {string} [helps]
   * @param {string} [details]
   */
  constructor(wrong, helps, details) {
    super(helps ? `${wrong} ${helps}` : wrong);
    this.details = details;
  }
}
