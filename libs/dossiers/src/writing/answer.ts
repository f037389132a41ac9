import type { Refusal } from '@trinhduyet/approval';
import type { Data } from '@trinhduyet/form';
import { violatedConstraint } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { createHash } from 'node:crypto';
import { canonical } from './kept';

/** What a command is answered, and answered again to the same key: success, or the core's refusal. */
export interface Answer {
  readonly status: number;
  readonly body: Data;
}

export interface Accepted {
  readonly dossier: string;
  readonly sequence: number;
  readonly inTransit: boolean;
}

export const accepted = (body: Accepted & Data, status = 200): Answer => ({ status, body });
export const refused = (status: number, { code, from }: Refusal): Answer => ({ status, body: { refusal: code, from } });

export function refusalOf({ body }: Answer): Refusal | undefined {
  return typeof body['refusal'] === 'string' ? ({ code: body['refusal'], from: body['from'] } as Refusal) : undefined;
}

/** What was answered to a key, and what had been asked then. */
export type AnswerBefore = Answer & { readonly digest: Buffer };

/** The same key with the same request gets the same answer; with another one it is refused. */
export function sameAnswer({ digest, ...answer }: AnswerBefore, asked: Buffer): Answer {
  if (!digest.equals(asked)) throw new Problem('key-reused');
  return answer;
}

/** What makes two requests the same. */
export function requestDigest(asked: object): Buffer {
  return createHash('sha256').update(canonical(asked)).digest();
}

const TRIES = 3;

/** Tries again, a few times, where something ran into a constraint that another try does not run into. */
export async function retried<T>(attempt: () => Promise<T>, passing: RegExp): Promise<T> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 1 || !passing.test(violatedConstraint(error) ?? '')) throw error;
    }
  }
}
