import type { Refusal } from '@trinhduyet/approval';
import type { Data } from '@trinhduyet/form';

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
