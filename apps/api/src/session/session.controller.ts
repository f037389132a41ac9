import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { postsInWords } from '@trinhduyet/directory';
import { type Account, Identity, sessionKey } from '@trinhduyet/identity';
import { Channel, Door } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { ApiSettings } from '@trinhduyet/settings';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import * as contract from '../contract/session';
import { cookieRules, giveSession, takeSession } from '../http/cookies';
import { SIGNED_OUT } from '../events/streams';
import { Operation } from '../http/operation';
import { Me, type Request } from '../http/requests';
import { SETTINGS } from '../tokens';

type MeView = z.infer<typeof contract.Me>;

@Controller('session')
export class SessionController {
  constructor(
    private readonly identity: Identity,
    private readonly door: Door,
    private readonly channel: Channel,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Post()
  @Operation({
    id: 'signIn',
    tag: 'session',
    summary: 'Sign in',
    policy: 'public',
    body: contract.SignIn,
    response: contract.Me,
    problems: ['wrong-credentials', 'locked-out'],
  })
  async signIn(
    @Body() { login, password }: z.infer<typeof contract.SignIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const { token, account } = await this.identity.signIn({ login, password, address: request.ip });
    giveSession(reply, token, cookieRules(this.settings));
    return meView(this.door, account);
  }

  @Get()
  @Operation({ id: 'me', tag: 'session', summary: 'Who is signed in', policy: 'signed-in', response: contract.Me })
  me(@Me() account: Account): Promise<MeView> {
    return meView(this.door, account);
  }

  @Delete()
  @Operation({ id: 'signOut', tag: 'session', summary: 'Sign out', policy: 'signed-in', status: 204 })
  async signOut(@Req() { told }: Request, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = told?.token ?? '';
    await this.identity.signOut(token);
    this.channel.poke(SIGNED_OUT, sessionKey(token));
    takeSession(reply, cookieRules(this.settings));
    void reply.header('clear-site-data', '"cache"'); // not the storage: what could not be sent yet is the person's own
  }

  @Get('demo')
  @Operation({
    id: 'demoAccounts',
    tag: 'session',
    summary: 'Demo accounts, on this machine only',
    policy: 'public',
    response: contract.DemoAccount.array(),
    problems: ['not-found'],
  })
  demo(@Req() request: Request): Promise<z.infer<typeof contract.DemoAccount>[]> {
    this.requireDemo(request);
    return this.identity.demoAccounts().then((accounts) => [...accounts]);
  }

  @Post('demo')
  @Operation({
    id: 'signInToDemo',
    tag: 'session',
    summary: 'Sign in to a demo account by one click',
    policy: 'public',
    body: contract.DemoSignIn,
    response: contract.Me,
    problems: ['not-found'],
  })
  async signInToDemo(
    @Body() { login }: z.infer<typeof contract.DemoSignIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    this.requireDemo(request);
    const { token, account } = await this.identity.signInToDemo(login);
    giveSession(reply, token, cookieRules(this.settings));
    return meView(this.door, account);
  }

  /** Only when seeded, and only from this machine: whoever sits here may be anybody in the demo. */
  private requireDemo({ ip }: Request): void {
    const isHere = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip);
    if (!this.settings.DEMO || !isHere) throw new Problem('not-found');
  }
}

/** Somebody with the posts that they hold today, in words. */
function meView(door: Door, { id, kind, name, language }: Account): Promise<MeView> {
  return door.asActor({ kind: 'account', account: id }, async (transaction) => ({
    account: id,
    kind,
    name,
    language,
    posts: [...(await postsInWords(transaction))],
  }));
}
