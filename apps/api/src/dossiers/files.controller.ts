import { Controller, Delete, Get, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { addFile, dropFile, fileToSend, Journals, requireFileSeen, requireUploadable } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import { FileStore } from '@trinhduyet/storage';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DossierParams, Id } from '../contract/common';
import { FileView } from '../contract/drafts';
import { Operation } from '../http/operation';
import { Me, type Request } from '../http/requests';
import { takeOnlyFile } from './upload';

const FileParams = DossierParams.extend({ file: Id });
const UploadQuery = z.object({ field: z.string().regex(/^\/[A-Za-z0-9/_-]{1,100}$/) });

/** Photos and papers of a draft or a dossier: streamed in, and out to nobody but who may see the dossier. */
@Controller('dossiers/:dossier/files')
export class FilesController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly files: FileStore,
    private readonly journals: Journals,
  ) {}

  @Post()
  @Operation({
    id: 'uploadFile',
    tag: 'files',
    summary: 'Add a photo or paper',
    policy: 'signed-in',
    params: DossierParams,
    query: UploadQuery,
    upload: true,
    status: 201,
    response: FileView,
    problems: ['not-found', 'too-many-files'],
  })
  async upload(
    @Me() me: Account,
    @Param() { dossier }: z.infer<typeof DossierParams>,
    @Query() { field }: z.infer<typeof UploadQuery>,
    @Req() request: Request,
  ): Promise<z.infer<typeof FileView>> {
    const actor = { kind: 'account', account: me.id, dossier } as const;
    await this.door.asActor(actor, (transaction) => requireUploadable(transaction, dossier, me.id));
    const { name, kept: file } = await takeOnlyFile(
      request,
      (part) => this.files.put(part.file),
      ({ key }) => this.files.remove(key),
    );
    try {
      return await this.door.asActor(actor, async (transaction) => {
        await requireUploadable(transaction, dossier, me.id);
        return addFile(transaction, dossier, me.id, { field, name, file });
      });
    } catch (error) {
      await this.files.remove(file.key);
      throw error;
    }
  }

  @Get(':file')
  @Operation({
    id: 'file',
    tag: 'files',
    summary: 'A photo or paper',
    policy: 'signed-in',
    params: FileParams,
    media: 'application/octet-stream',
    problems: ['not-found'],
  })
  async download(
    @Me() me: Account,
    @Param() { dossier, file }: z.infer<typeof FileParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const actor = { kind: 'account', account: me.id, dossier } as const;
    const { key, name, mediaType, bytes } = await this.door.asActor(actor, async (transaction) => {
      const found = await fileToSend(transaction, dossier, file);
      await requireFileSeen({ transaction, types: this.types }, dossier, { account: me.id, field: found.field });
      return found;
    });
    this.journals.read({ account: me.id, dossier, what: 'attachment' });
    void reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(this.files.get(key), { type: mediaType, length: bytes });
  }

  @Delete(':file')
  @Operation({
    id: 'dropFile',
    tag: 'files',
    summary: 'Take away a file of a draft, or of a supplement that was not sent',
    policy: 'signed-in',
    params: FileParams,
    status: 204,
    problems: ['not-found'],
  })
  async drop(@Me() me: Account, @Param() { dossier, file }: z.infer<typeof FileParams>): Promise<void> {
    const actor = { kind: 'account', account: me.id, dossier } as const;
    const key = await this.door.asActor(actor, (transaction) => dropFile(transaction, dossier, file, me.id));
    await this.files.remove(key);
  }
}
