import { Controller, Delete, Get, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { addPhoto, dropPhoto, Journals, photoToSend, requireRoom, type TalkParts } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import { FileStore } from '@trinhduyet/storage';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import * as contract from '../contract/talk';
import { takeOnlyFile } from '../dossiers/upload';
import { Operation, type Policy } from '../http/operation';
import { Me, type Request } from '../http/requests';

const policy: Policy = { action: 'read', subject: 'Inbox' };

/** Photos of notes: as harmless as every other file, and drawn anew without place or camera. */
@Controller('dossiers/:dossier/talk')
export class TalkPhotosController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly files: FileStore,
    private readonly journals: Journals,
  ) {}

  @Post('notes/:note/photos')
  @Operation({
    id: 'addTalkPhoto',
    tag: 'talk',
    summary: 'Send a photo for a note that is to come',
    policy,
    params: contract.NoteParams,
    upload: true,
    status: 201,
    response: contract.TalkPhoto,
    problems: ['not-found', 'talk-closed', 'talk-full'],
  })
  async add(
    @Me() { id: account }: Account,
    @Param() { dossier, note }: z.infer<typeof contract.NoteParams>,
    @Req() request: Request,
  ): Promise<z.infer<typeof contract.TalkPhoto>> {
    await this.of(account, dossier, (parts) => requireRoom(parts, dossier, { account, note }));
    const { name, kept: file } = await takeOnlyFile(
      request,
      (part) => this.files.put(part.file),
      ({ key }) => this.files.remove(key),
    );
    try {
      const sent = { account, note, name, file };
      const { photo, forgotten } = await this.of(account, dossier, (parts) => addPhoto(parts, dossier, sent));
      for (const key of forgotten) await this.files.remove(key);
      return photo;
    } catch (error) {
      await this.files.remove(file.key);
      throw error;
    }
  }

  @Get('photos/:photo')
  @Operation({
    id: 'talkPhoto',
    tag: 'talk',
    summary: 'A photo of a note',
    policy,
    params: contract.PhotoParams,
    media: 'application/octet-stream',
    problems: ['not-found'],
  })
  async photo(
    @Me() { id: account }: Account,
    @Param() { dossier, photo }: z.infer<typeof contract.PhotoParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { key, name, mediaType, bytes } = await this.of(account, dossier, (parts) =>
      photoToSend(parts, dossier, { account, photo }),
    );
    this.journals.read({ account, dossier, what: 'attachment' });
    void reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(this.files.get(key), { type: mediaType, length: bytes });
  }

  @Delete('photos/:photo')
  @Operation({
    id: 'dropTalkPhoto',
    tag: 'talk',
    summary: 'Take back a photo whose note was not written yet',
    policy,
    params: contract.PhotoParams,
    status: 204,
    problems: ['not-found'],
  })
  async drop(
    @Me() { id: account }: Account,
    @Param() { dossier, photo }: z.infer<typeof contract.PhotoParams>,
  ): Promise<void> {
    const key = await this.of(account, dossier, (parts) => dropPhoto(parts, dossier, { account, photo }));
    await this.files.remove(key);
  }

  private of<T>(account: string, dossier: string, work: (parts: TalkParts) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'account', account, dossier }, (transaction) =>
      work({ transaction, types: this.types }),
    );
  }
}
