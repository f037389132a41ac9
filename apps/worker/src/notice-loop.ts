import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Notices } from '@trinhduyet/notify';
import { Loop } from './loop';

const EVERY_MS = 1_000;

/** Delivers what people are to be told. */
@Injectable()
export class NoticeLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new Loop('notices', EVERY_MS, async () => (await this.notices.deliver()) > 0);

  constructor(private readonly notices: Notices) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
