import { Controller, Get, Inject, Res } from '@nestjs/common';
import { pulse } from '@trinhduyet/dossiers';
import { Door } from '@trinhduyet/persistence';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Streams } from '../events/streams';
import { Operation } from '../http/operation';

const Live = z.object({ status: z.literal('ok') }).meta({ id: 'Live' });
const Ready = z
  .object({
    status: z.enum(['ok', 'degraded']),
    database: z.literal('up'),
    temporal: z.enum(['up', 'down']),
    worker: z.enum(['up', 'down']),
    oldestWakeSeconds: z.number(),
    listening: z.int().meta({ description: 'Browsers that are told of news by this process.' }),
  })
  .meta({ id: 'Ready' });

const WORKER_SILENT_AFTER_SECONDS = 15;
const WAKE_LATE_AFTER_SECONDS = 60;

/** Ready while the database answers: people submit and decide then. Everything else only makes it degraded. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly streams: Streams,
  ) {}

  @Get('live')
  @Operation({ id: 'live', tag: 'health', summary: 'Whether the process lives', policy: 'public', response: Live })
  live(): z.infer<typeof Live> {
    return { status: 'ok' };
  }

  @Get('ready')
  @Operation({
    id: 'ready',
    tag: 'health',
    summary: 'Whether requests can be served',
    policy: 'public',
    response: Ready,
    problems: ['unavailable'],
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<z.infer<typeof Ready>> {
    void reply.header('cache-control', 'no-store');
    const { silent, temporal, polling, oldestWake } = await this.door.asActor({ kind: 'public' }, pulse);
    const isHeard = silent !== null && silent < WORKER_SILENT_AFTER_SECONDS;
    const isUp = (part: boolean | null) => (isHeard && part === true ? 'up' : 'down');
    const parts = { temporal: isUp(temporal), worker: isUp(polling) } as const;
    const isWell = Object.values(parts).every((part) => part === 'up') && oldestWake < WAKE_LATE_AFTER_SECONDS;
    return {
      status: isWell ? 'ok' : 'degraded',
      database: 'up',
      ...parts,
      oldestWakeSeconds: Math.round(oldestWake),
      listening: this.streams.count,
    };
  }
}
