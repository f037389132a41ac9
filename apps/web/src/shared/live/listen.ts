/** What one tab of a browser hears for all of them. */
export type Heard =
  | { readonly type: 'news'; readonly news: News }
  | { readonly type: 'notice' }
  /** What colleagues say or mark beside the record of a dossier. */
  | { readonly type: 'beside'; readonly beside: Beside }
  /** A fresh stream: whatever happened before it may have been missed. */
  | { readonly type: 'opened' }
  /** Another tab's stream, which was there before. */
  | { readonly type: 'alive' }
  | { readonly type: 'closed' }
  /** The server does not want it: the session may be over. */
  | { readonly type: 'refused' };

/** In which dossier something was recorded. It is a hint to ask again, and holds nothing to show. */
export interface News {
  readonly dossier: string;
  readonly sequence: number;
  readonly kind: 'claimed' | 'released' | 'assigned' | 'moved' | 'noted' | 'arrived';
  readonly tasks: readonly string[];
}

export interface Beside {
  readonly dossier: string;
  readonly what: 'talk' | 'marks';
}

const NAME = 'trinhduyet-live';
const AGAIN_MS = 60_000;

type Tell = (heard: Heard) => void;

/**
 * Listens to the server by one connection for all tabs of a browser, of which there are six to a server: the tab that
 * holds the lock listens and tells the others; when it goes, the next one has the lock. Where a browser lacks the means
 * (an address without https has no locks) nothing is heard, and pages ask by themselves. Answers how to stop.
 */
export function listen(hear: Tell): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window) || !('EventSource' in window)) return () => undefined;
  const channel = new BroadcastChannel(NAME);
  const over = new AbortController();
  let isOpen = false;
  const tell: Tell = (heard) => {
    if (heard.type === 'opened' || heard.type === 'closed') isOpen = heard.type === 'opened';
    if (over.signal.aborted) return;
    channel.postMessage(heard);
    hear(heard);
  };
  channel.onmessage = ({ data }: MessageEvent<Heard | { readonly type: 'hello' }>) => {
    if (data.type !== 'hello') hear(data);
    else if (isOpen) channel.postMessage({ type: 'alive' } satisfies Heard);
  };
  channel.postMessage({ type: 'hello' });
  navigator.locks.request(NAME, { signal: over.signal }, () => lead(tell, over.signal)).catch(() => undefined);
  return () => {
    if (isOpen) tell({ type: 'closed' });
    over.abort();
    channel.close();
  };
}

/** Keeps a stream open until told to stop. The browser comes back by itself unless the server said no. */
function lead(tell: Tell, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      const stream = new EventSource('/api/events');
      source = stream;
      stream.addEventListener('listening', () => tell({ type: 'opened' }));
      stream.addEventListener('notice', () => tell({ type: 'notice' }));
      stream.addEventListener('beside', ({ data }: MessageEvent<string>) =>
        tell({ type: 'beside', beside: JSON.parse(data) as Beside }),
      );
      stream.addEventListener('news', ({ data }: MessageEvent<string>) =>
        tell({ type: 'news', news: JSON.parse(data) as News }),
      );
      stream.onerror = () => {
        const isRefused = stream.readyState === EventSource.CLOSED;
        tell({ type: 'closed' });
        if (!isRefused) return;
        tell({ type: 'refused' });
        timer = setTimeout(open, AGAIN_MS);
      };
    };
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      resolve();
    });
    open();
  });
}
