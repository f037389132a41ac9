import { Injectable } from '@nestjs/common';
import { type CommandInput, type CommandRequest, DossierService } from '@trinhduyet/dossiers';
import { Problem } from '@trinhduyet/problems';
import type { Language } from '@trinhduyet/text';
import type { z } from 'zod';
import type { ActResult, ManyActs } from '../contract/inbox';
import { requireUsableKey } from '../http/requests';

type Asked = z.infer<typeof ManyActs>;
type Result = z.infer<typeof ActResult>;
type Input = Extract<CommandInput, { readonly type: Asked['act'] }>;

/** So many at a time: more than half of the connections stay for everybody else. */
const AT_ONCE = 4;

/** The same act on many tasks: each judged, recorded and answered by itself, as if it had been asked alone. */
@Injectable()
export class ManyActsService {
  constructor(private readonly service: DossierService) {}

  async give(account: string, { act, to, items }: Asked, language: Language): Promise<Result[]> {
    for (const { key } of items) requireUsableKey(key);
    const results: Result[] = [];
    const waiting = [...items.entries()];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, { dossier, task, key }] = next;
        const input = inputOf(act, task, to);
        results[index] = { dossier, task, ...(await this.one({ account, dossier, key, input }, language)) };
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return results;
  }

  private async one(request: CommandRequest, language: Language): Promise<Pick<Result, 'done' | 'problem'>> {
    try {
      await this.service.give(request);
      return { done: true };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, title, detail } = error.details(language);
      return { done: false, problem: { code, title, detail } };
    }
  }
}

function inputOf(act: Asked['act'], task: string, to = ''): Input {
  return act === 'assign' ? { type: act, task, to } : { type: act, task };
}
