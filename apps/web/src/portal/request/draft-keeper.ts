import type { Data } from '@trinhduyet/form';
import { isPassing, isProblem } from '../../shared/api';

/** What becomes of what was typed. */
export type Kept =
  | { readonly phase: 'saved'; readonly at: string }
  | { readonly phase: 'saving' }
  | { readonly phase: 'here'; readonly at: string }
  | { readonly phase: 'elsewhere' }
  | { readonly phase: 'refused'; readonly error: unknown };

export interface DraftContent {
  readonly document: Data;
  readonly page: string;
}
export interface KeptCopy extends DraftContent {
  /** The version that the server had when this was typed. */
  readonly version: number;
}

export interface KeeperTools {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  save(content: DraftContent, version: number): Promise<{ readonly version: number; readonly updatedAt: string }>;
  now(): string;
}

const PAUSE = 1_200;
const AGAIN = 15_000;
const nameOf = (draft: string) => `draft-${draft}`;

export function copyKeptHere(storage: KeeperTools['storage'], draft: string): KeptCopy | undefined {
  const text = storage.getItem(nameOf(draft));
  return text === null ? undefined : (JSON.parse(text) as KeptCopy);
}

/**
 * Keeps a draft: on this device with every key, on the server a moment later. Once the server has it, nothing of it stays
 * on the device, which may be a shared one. One save is under way at a time, so versions follow each other.
 */
export class DraftKeeper {
  readonly #id: string;
  readonly #tools: KeeperTools;
  #version: number;
  #waiting: DraftContent | undefined;
  #saving: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #kept: Kept;
  #listeners = new Set<() => void>();

  constructor(
    draft: { readonly id: string; readonly version: number; readonly updatedAt: string },
    tools: KeeperTools,
  ) {
    this.#id = draft.id;
    this.#version = draft.version;
    this.#kept = { phase: 'saved', at: draft.updatedAt };
    this.#tools = tools;
  }

  get kept(): Kept {
    return this.#kept;
  }

  get version(): number {
    return this.#version;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(content: DraftContent): void {
    this.#waiting = content;
    this.#tools.storage.setItem(nameOf(this.#id), JSON.stringify({ ...content, version: this.#version }));
    this.#later(PAUSE);
  }

  /** Saves what waits, now. Resolves to whether the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (this.#waiting && this.#kept.phase !== 'elsewhere') await this.#save();
    return this.#waiting === undefined;
  }

  /** The person has decided between two devices: from now on this goes on from the server's newer version. */
  goOnFrom(version: number, content?: DraftContent): void {
    this.#version = version;
    this.#waiting = content;
    this.#tell({ phase: 'saving' });
    if (content) this.change(content);
    else this.#isSaved(this.#tools.now());
  }

  /** The draft has become a dossier, or is gone. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    this.#tools.storage.removeItem(nameOf(this.#id));
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  async #save(): Promise<void> {
    const content = this.#waiting;
    if (!content) return;
    this.#waiting = undefined;
    this.#tell({ phase: 'saving' });
    this.#saving = this.#tools.save(content, this.#version).then(
      ({ version, updatedAt }) => {
        this.#version = version;
        if (this.#waiting === undefined) this.#isSaved(updatedAt);
      },
      (error: unknown) => this.#failed(content, error),
    );
    await this.#saving;
    this.#saving = undefined;
  }

  #isSaved(at: string): void {
    this.#tools.storage.removeItem(nameOf(this.#id));
    this.#tell({ phase: 'saved', at });
  }

  #failed(content: DraftContent, error: unknown): void {
    this.#waiting ??= content;
    if (isProblem(error, 'draft-changed')) return this.#tell({ phase: 'elsewhere' });
    // Signed out or without a line: it is on this device, and goes out when it can.
    if (!isPassing(error) && !isProblem(error, 'not-signed-in')) return this.#tell({ phase: 'refused', error });
    this.#tell({ phase: 'here', at: this.#tools.now() });
    return this.#later(AGAIN);
  }

  #tell(kept: Kept): void {
    this.#kept = kept;
    for (const listener of this.#listeners) listener();
  }
}
