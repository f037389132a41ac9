import { Controller, Get, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { Journals, PaperFiles, paperPage, requirePaperSeen } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DossierParams, Id } from '../contract/common';
import * as contract from '../contract/dossiers';
import { PAPER_POLICY } from '../http/headers';
import { Operation } from '../http/operation';
import { Me, type Request } from '../http/requests';

const PaperParams = DossierParams.extend({ paper: Id });
type Params = z.infer<typeof PaperParams>;

/** Papers that offices draw up: their words to read on screen, and the file that is the paper. */
@Controller('dossiers/:dossier/papers/:paper')
export class PapersController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly papers: PaperFiles,
    private readonly journals: Journals,
  ) {}

  @Get()
  @Operation({
    id: 'paper',
    tag: 'dossiers',
    summary: 'A paper as it was drawn up',
    policy: 'signed-in',
    params: PaperParams,
    response: contract.PaperView,
    problems: ['not-found'],
  })
  async paper(@Me() me: Account, @Param() { dossier, paper }: Params): Promise<z.infer<typeof contract.PaperView>> {
    const page = await this.door.asActor({ kind: 'account', account: me.id, dossier }, async (transaction) => {
      await requirePaperSeen({ transaction, types: this.types }, dossier, { account: me.id, paper });
      return paperPage(transaction, dossier, paper);
    });
    this.journals.read({ account: me.id, dossier, what: 'paper' });
    return page as z.infer<typeof contract.PaperView>;
  }

  @Get('pdf')
  @Operation({
    id: 'paperPdf',
    tag: 'dossiers',
    summary: 'The paper itself, as PDF: made once, the same ever after',
    policy: 'signed-in',
    params: PaperParams,
    media: 'application/pdf',
    problems: ['not-found', 'paper-not-issued', 'paper-differs'],
  })
  async pdf(
    @Me() me: Account,
    @Param() { dossier, paper }: Params,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const actor = { kind: 'account', account: me.id, dossier } as const;
    const { content, sha256, name } = await this.papers.of(actor, paper, (transaction) =>
      requirePaperSeen({ transaction, types: this.types }, dossier, { account: me.id, paper }),
    );
    this.journals.read({ account: me.id, dossier, what: 'paper' });
    const tag = `"${sha256}"`;
    void reply.headers({ etag: tag, 'cache-control': 'private, no-cache', 'content-security-policy': PAPER_POLICY });
    if (request.headers['if-none-match'] === tag) {
      void reply.status(304);
      return undefined;
    }
    void reply.header('content-disposition', `inline; filename="${name}.pdf"`);
    return new StreamableFile(content, { type: 'application/pdf', length: content.length });
  }
}
