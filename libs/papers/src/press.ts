import type { PrintedPaper } from '@trinhduyet/programme';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './thread';

/** What makes a paper's bytes of its words. */
export interface Press {
  print(paper: PrintedPaper): Promise<Buffer>;
  end(): Promise<void>;
}

/** Always the built one, also beside the sources: a thread starts from a file of JavaScript. */
const SCRIPT = join(__dirname, '../dist/thread.js');

export function startPress(script = SCRIPT): Press {
  return new ThreadPress(script);
}

interface Waiting {
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
}

/**
 * A paper takes some tens of milliseconds of work, in which a process that answers people would answer nobody. The
 * thread starts with the first paper; if it dies, what waits is refused and the next paper starts another.
 */
class ThreadPress implements Press {
  private worker?: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(private readonly script: string) {}

  print(paper: PrintedPaper): Promise<Buffer> {
    this.worker ??= this.start();
    const asked: Asked = { id: (this.last += 1), paper };
    return new Promise((resolve, reject) => {
      this.worker?.postMessage(asked);
      this.waiting.set(asked.id, { resolve, reject });
    });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.script);
    worker.unref();
    worker.on('message', (answered: Answered) => this.answer(answered));
    worker.on('error', (error: Error) => this.lost(worker, error));
    worker.on('exit', () => this.lost(worker, new Error('The press has stopped.')));
    return worker;
  }

  private answer({ id, bytes, error }: Answered): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (bytes) waiting?.resolve(Buffer.from(bytes));
    else waiting?.reject(new Error(error));
  }

  /** A thread ends after it has failed, when another one may print already: what that one was given is not refused. */
  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
