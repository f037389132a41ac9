import { Injectable } from '@nestjs/common';
import { type CommandInput, DossierService } from '@trinhduyet/dossiers';
import type { z } from 'zod';
import type { CommandAnswer } from '../contract/dossiers';
import { Waiting } from '../waiting';
import { answerHeaders, type Asked } from '../http/requests';

type Answer = z.infer<typeof CommandAnswer>;

/** Hands a command to the dossier's service, and waits a little if it was asked to. */
@Injectable()
export class Commands {
  constructor(
    private readonly service: DossierService,
    private readonly waiting: Waiting,
  ) {}

  async give({ me, dossier, headers, reply }: Asked, input: CommandInput): Promise<Answer> {
    const { key, seen, wait } = headers;
    const waiter = this.waiting.for(dossier, wait);
    try {
      const { status, body } = await this.service.give({ account: me.id, dossier, key, seen, input });
      const answer = body as Answer;
      const isCarried = answer.inTransit && (await waiter.past(answer.sequence));
      void reply.status(status);
      answerHeaders(reply, answer.sequence, headers);
      return { ...answer, inTransit: answer.inTransit && !isCarried };
    } finally {
      waiter.end();
    }
  }
}
