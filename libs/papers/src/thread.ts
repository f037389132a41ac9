import type { PrintedPaper } from '@trinhduyet/programme';
import { parentPort } from 'node:worker_threads';
import { renderPaper } from './render';

export interface Asked {
  readonly id: number;
  readonly paper: PrintedPaper;
}
export interface Answered {
  readonly id: number;
  readonly bytes?: Uint8Array;
  readonly error?: string;
}

parentPort?.on('message', ({ id, paper }: Asked) => {
  renderPaper(paper).then(
    (bytes) => answer({ id, bytes }),
    // Only what kind of error: its words might quote the paper.
    (error: unknown) => answer({ id, error: error instanceof Error ? error.name : 'unknown error' }),
  );
});

function answer(answered: Answered): void {
  parentPort?.postMessage(answered);
}
