import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { postsHeldBy } from '@trinhduyet/directory';
import { BESIDE, type Beside, NEWS, type News } from '@trinhduyet/dossiers';
import { type Account, Identity, sessionKey } from '@trinhduyet/identity';
import { NOTICED } from '@trinhduyet/notify';
import { Channel, Door } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { ServerResponse } from 'node:http';
import { Audience, type Listener } from './audience';

interface Stream extends Listener {
  /** Names the session that it was opened by, and ends with it. */
  readonly session: string;
  readonly response: ServerResponse;
}

/** One for each browser of a person: of one browser only one tab listens. */
const MOST_OF_ONE = 6;
const MOST_OF_ALL = 5_000;
/** Shorter than what proxies take for silence. */
const HEARTBEAT_MS = 20_000;
const LOOK_EVERY_MS = 30_000;
/** Whoever reads so slowly is better served by asking anew. */
const MOST_UNREAD_BYTES = 64 * 1_024;
/** Browsers come back by themselves, not all at the same moment. */
const COME_BACK_MS = 1_000;
const SPREAD_MS = 4_000;

/** The poke that a session was ended by its owner; its payload is the session's key. */
export const SIGNED_OUT = 'td_signed_out';

/**
 * Tells browsers that something was recorded, so that their pages ask again. It is a level, not a message: a browser that
 * comes back asks for everything anew, so a stream may be closed at any time, and is whenever it is not sure that it has
 * heard all. Listening costs no statement; whether sessions and posts still hold is asked for all streams at once.
 */
@Injectable()
export class Streams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly audience = new Audience<Stream>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly identity: Identity,
    private readonly channel: Channel,
  ) {}

  get count(): number {
    return this.audience.size;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.channel.onInterruption(() => this.endAll());
    await this.channel.listen(NEWS, (payload) => this.news(JSON.parse(payload) as News));
    await this.channel.listen(BESIDE, (payload) => this.beside(JSON.parse(payload) as Beside));
    await this.channel.listen(NOTICED, (payload) => this.noticed(JSON.parse(payload) as string[]));
    await this.channel.listen(SIGNED_OUT, (session) => this.endWhere((stream) => stream.session === session));
    this.timers.push(
      setInterval(() => this.beat(), HEARTBEAT_MS).unref(),
      setInterval(() => void this.look(), LOOK_EVERY_MS).unref(),
    );
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.endAll();
  }

  /** Opens a stream. `response` has its headers by then; it ends with the session, with the posts, or with the reader. */
  async open({ id: account }: Account, token: string, begin: () => ServerResponse): Promise<void> {
    if (this.audience.size >= MOST_OF_ALL || this.audience.of(account).length >= MOST_OF_ONE)
      throw new Problem('too-many-requests', { retryAfter: 60 });
    const posts = await this.door.asActor({ kind: 'account', account }, (transaction) =>
      Promise.resolve(transaction.posts),
    );
    const response = begin();
    if (response.destroyed) return; // the reader has gone meanwhile, and nothing would say so again
    const stream: Stream = { account, posts, session: sessionKey(token), response };
    this.audience.join(stream);
    response.on('close', () => this.audience.leave(stream));
    write(stream, `retry: ${COME_BACK_MS + Math.round(Math.random() * SPREAD_MS)}\nevent: listening\ndata: {}\n\n`);
  }

  /** Ends the streams whose session is over, or whose holder has come to or lost a post. */
  async look(): Promise<void> {
    const streams = [...this.audience.all];
    if (streams.length === 0) return;
    try {
      const open = await this.identity.openSessions([...new Set(streams.map(({ session }) => session))]);
      const accounts = [...new Set(streams.map(({ account }) => account))];
      const held = await this.door.asActor({ kind: 'public' }, (transaction) => postsHeldBy(transaction, accounts));
      this.endWhere(({ session, account, posts }) => !open.has(session) || !isSame(posts, held.get(account)));
    } catch {
      Logger.warn('whether streams may go on could not be asked', 'Streams');
    }
  }

  private news(news: News): void {
    this.audience.hear(news, (stream, heard) => write(stream, `event: news\ndata: ${JSON.stringify(heard)}\n\n`));
  }

  private beside(beside: Beside): void {
    const heard = JSON.stringify({ dossier: beside.dossier, what: beside.what });
    this.audience.hearBeside(beside, (stream) => write(stream, `event: beside\ndata: ${heard}\n\n`));
  }

  private noticed(accounts: readonly string[]): void {
    for (const stream of accounts.flatMap((account) => this.audience.of(account)))
      write(stream, 'event: notice\ndata: {}\n\n');
  }

  private beat(): void {
    for (const stream of this.audience.all) write(stream, ':\n\n');
  }

  private endAll(): void {
    this.endWhere(() => true);
  }

  private endWhere(isOver: (stream: Stream) => boolean): void {
    for (const stream of [...this.audience.all].filter(isOver)) {
      this.audience.leave(stream);
      stream.response.end();
    }
  }
}

function write({ response }: Stream, text: string): void {
  if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  else response.write(text);
}

function isSame(posts: Listener['posts'], held: readonly string[] = []): boolean {
  const known = new Set(posts.map(({ post }) => post)); // a post may be held by two decisions
  return known.size === held.length && held.every((post) => known.has(post));
}
