import { Logger } from '@nestjs/common';

/** Whether there was something to do: then it is done again at once. */
export type Turn = () => Promise<boolean>;

/**
 * Does the same thing again and again until it is stopped: at once while there is work, when it is poked, and every
 * `pauseMs` in any case. A turn that fails is logged by its name and kind only, and tried again.
 */
export class Loop {
  private stopped = false;
  private poked = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly pauseMs: number,
    private readonly turn: Turn,
  ) {}

  start(): void {
    this.running = this.run();
  }

  poke(): void {
    this.poked = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.poked = false;
      const busy = await this.turn().catch((error: unknown) => this.failed(error));
      if (!busy && !this.poked && !this.stopped) await this.pause();
    }
  }

  private failed(error: unknown): false {
    logFailure(this.name, error);
    return false;
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pauseMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Says that something failed, by its name and the error's kind only. */
export function logFailure(name: string, error: unknown): void {
  Logger.warn(`${name}: ${kindOf(error)}`, 'Loop');
}

/** What kind of error it is, without its words: a database's message may quote what somebody typed. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
