import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Account } from '@trinhduyet/identity';
import type { FastifyReply } from 'fastify';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Operation } from '../http/operation';
import { Me, type Request } from '../http/requests';
import { Streams } from './streams';

@Controller('events')
export class EventsController {
  constructor(private readonly streams: Streams) {}

  @Get()
  @Operation({
    id: 'events',
    tag: 'events',
    summary: 'A stream that tells in which dossiers, of those that I may read, something was recorded',
    policy: 'signed-in',
    media: 'text/event-stream',
  })
  async events(@Me() me: Account, @Req() { told }: Request, @Res() reply: FastifyReply): Promise<void> {
    await this.streams.open(me, told?.token ?? '', () => begin(reply));
  }
}

/** From here on the response is the stream's own, with the headers that every answer has. */
function begin(reply: FastifyReply): ServerResponse {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  return reply.raw;
}
