import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Door } from '@trinhduyet/persistence';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Operation } from '../http/operation';

const Live = z.object({ status: z.literal('ok') }).meta({ id: 'Live' });
const Ready = z
  .object({
    status: z.enum(['ok', 'degraded']),
    database: z.literal('up'),
    temporal: z.enum(['up', 'down']),
    worker: z.enum(['up', 'down']),
    oldestWakeSeconds: z.number(),
  })
  .meta({ id: 'Ready' });

const WORKER_SILENT_AFTER_SECONDS = 15;
const WAKE_LATE_AFTER_SECONDS = 60;

/** Ready while the database answers: people submit and decide then. Everything else only makes it degraded. */
@Controller('health')
export class HealthController {
  constructor(@Inject(Door) private readonly door: Door) {}

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
    const row = await this.door.asActor({ kind: 'public' }, (transaction) =>
      transaction.one<{ silent: number | null; temporal: boolean | null; polling: boolean | null; wake: number }>(
        `SELECT (SELECT extract(epoch FROM clock_timestamp() - at)::float8 FROM heartbeat WHERE process = 'worker') AS silent,
           (SELECT (detail ->> 'temporal')::boolean FROM heartbeat WHERE process = 'worker') AS temporal,
           (SELECT (detail ->> 'polling')::boolean FROM heartbeat WHERE process = 'worker') AS polling,
           coalesce((SELECT extract(epoch FROM clock_timestamp() - min(not_before))::float8 FROM wake
             WHERE told < sequence AND not_before < clock_timestamp()), 0) AS wake`,
      ),
    );
    const isHeard = row?.silent != null && row.silent < WORKER_SILENT_AFTER_SECONDS;
    const worker = isHeard && row.polling === true ? 'up' : 'down';
    const temporal = isHeard && row.temporal === true ? 'up' : 'down';
    const oldestWakeSeconds = Math.round(row?.wake ?? 0);
    const isWell = worker === 'up' && temporal === 'up' && oldestWakeSeconds < WAKE_LATE_AFTER_SECONDS;
    return { status: isWell ? 'ok' : 'degraded', database: 'up', temporal, worker, oldestWakeSeconds };
  }
}
