import { LauncherError } from './errors.mjs';

const FIRST_ANSWER = 5_000;
const NEXT_PIECE = 20_000;

/**
 * Downloads a file that may take minutes, but gives up soon when nobody answers or nothing more comes.
 * @param {string} url
 * @param {AbortSignal} [signal]
 * @returns {Promise<Buffer>}
 */
export async function download(url, signal) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), FIRST_ANSWER);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]) });
    if (!response.ok || !response.body) throw new LauncherError(`${url} answered ${response.status}.`);
    const pieces = [];
    for await (const piece of response.body) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), NEXT_PIECE);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch (error) {
    if (error instanceof LauncherError || signal?.aborted) throw error;
    throw new LauncherError(
      `${url} could not be downloaded (${silence.signal.aborted ? 'no answer' : reasonOf(error)}).`,
    );
  } finally {
    clearTimeout(timer);
  }
}

/** `fetch` says only that it failed; why stands in the cause. @param {any} error */
function reasonOf(error) {
  return error.cause?.code ?? error.cause?.message ?? error.message;
}
