import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Calendars, ladderOn, receptionUnits } from '@trinhduyet/directory';
import {
  chainFor,
  fileAtCounter,
  Journals,
  type KnownPerson,
  MOST_PEOPLE,
  ownReception,
  pinOf,
  Register,
  untypedForms,
} from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door } from '@trinhduyet/persistence';
import { type PublishedType, RequestTypes } from '@trinhduyet/request-types';
import type { ApiSettings } from '@trinhduyet/settings';
import type { z } from 'zod';
import * as contract from '../contract/counter';
import { Operation } from '../http/operation';
import { answerHeaders, type Asked, Me, TheCommand } from '../http/requests';
import { titlesOf } from '../titles';
import { today } from '../today';
import { SETTINGS } from '../tokens';

const receiving = { action: 'read', subject: 'Counter' } as const;

/** The counter: who stands there, what they may hand in, and taking it. */
@Controller('counter')
export class CounterController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly journals: Journals,
    private readonly calendars: Calendars,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('desk')
  @Operation({
    id: 'counterDesk',
    tag: 'counter',
    summary: 'What can be handed in today with the papers of each, and for which communes of the province',
    policy: receiving,
    query: contract.CounterQuery,
    response: contract.CounterDesk,
  })
  desk(
    @Me() me: Account,
    @Query() { unit }: z.infer<typeof contract.CounterQuery>,
  ): Promise<z.infer<typeof contract.CounterDesk>> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      await ownReception(transaction, unit);
      const day = await today(transaction);
      const types = await this.types.inForceOn(transaction, day);
      const ladder = (await ladderOn(transaction, unit, day)) ?? [];
      const services = types.flatMap((type) => serviceOf(type, chainFor(type, ladder)));
      const communes = await receptionUnits(transaction, unit, day);
      return { services, communes: communes.map((each) => ({ ...each })) };
    });
  }

  @Get('untyped-forms')
  @Operation({
    id: 'untypedForms',
    tag: 'counter',
    summary: 'Paper forms that I may type in, the oldest first',
    policy: { action: 'read', subject: 'Inbox' },
    response: contract.UntypedLine.array(),
  })
  untyped(@Me() me: Account): Promise<z.infer<typeof contract.UntypedLine>[]> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const lines = await untypedForms(transaction);
      const titleOf = await titlesOf({ transaction, types: this.types });
      return lines.map(({ requestType, ...line }) => ({ ...line, title: titleOf(requestType) }));
    });
  }

  @Post('people')
  @Operation({
    id: 'findPeople',
    tag: 'counter',
    summary: 'A person by citizen number, or those of the commune by name, with household and open dossiers',
    policy: receiving,
    body: contract.PeopleSought,
    response: contract.PeopleFound,
  })
  async people(
    @Me() me: Account,
    @Body() { unit, by }: z.infer<typeof contract.PeopleSought>,
  ): Promise<z.infer<typeof contract.PeopleFound>> {
    const found = await this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const { training } = await ownReception(transaction, unit);
      const register = new Register(transaction, this.settings.SECRET_KEY);
      if ('words' in by) return { people: await register.byWords(by.words, unit), openDossiers: [] };
      const person =
        'person' in by ? await register.byId(by.person) : await register.byNumber(by.citizenNumber, training);
      const number = 'citizenNumber' in by ? by.citizenNumber : person?.citizenNumber;
      return {
        people: person ? [person] : [],
        openDossiers: number ? await register.openDossiers(number, training) : [],
      };
    });
    const shown = found.people.slice(0, MOST_PEOPLE);
    for (const { card } of shown) this.journals.read({ account: me.id, dossier: card.id, what: 'person' });
    for (const { dossier } of found.openDossiers) this.journals.read({ account: me.id, dossier, what: 'open-dossier' });
    return {
      people: shown.map(cardOf),
      isMore: found.people.length > MOST_PEOPLE,
      openDossiers: found.openDossiers.map((each) => ({ ...each })),
    };
  }

  @Post('dossiers')
  @Operation({
    id: 'fileAtCounter',
    tag: 'counter',
    summary: 'Take a dossier on paper: receive it (form 01), ask for what is missing (02), or refuse it (03)',
    policy: receiving,
    command: true,
    status: 201,
    body: contract.FileDossier,
    response: contract.Filed,
    problems: [
      ...(['duplicate-dossier', 'form-invalid', 'form-version-unknown', 'unknown-place', 'not-found'] as const),
      ...(['not-your-task', 'own-dossier', 'no-chain-for-ladder', 'unlawful-date', 'no-such-task'] as const),
    ],
  })
  async file(
    @TheCommand() { me, body, headers, reply }: Asked<z.infer<typeof contract.FileDossier>>,
  ): Promise<z.infer<typeof contract.Filed>> {
    const { door, types, calendars, settings } = this;
    const parts = { door, types, calendars, secret: settings.SECRET_KEY, publicUrl: settings.PUBLIC_URL };
    const answer = await fileAtCounter(parts, { account: me.id, key: headers.key, ...body });
    const filed = answer.body as Omit<z.infer<typeof contract.Filed>, 'pin'>;
    answerHeaders(reply, filed.sequence, { ...headers, wait: 0 }); // what follows is not waited for
    return { ...filed, pin: pinOf(settings.SECRET_KEY, filed.dossier) };
  }
}

/** What can be handed in of a type; nothing where none of its chains climbs the ladder of the reception. */
function serviceOf(
  { definition, checklist }: PublishedType,
  published: ReturnType<typeof chainFor>,
): z.infer<typeof contract.CounterService>[] {
  if (!published) return [];
  const { key, title, shortTitle } = definition;
  const { workingDays } = published.chain.promise;
  const papers = checklist.map(({ when, copies = 1, ...paper }) => ({
    ...{ key: paper.key, title: paper.title, kind: paper.kind, field: paper.field },
    copies,
    conditional: when !== undefined,
  }));
  return [{ key, title, shortTitle, workingDays, papers }];
}

/** A person as a page may have them: what only the form needs stays here. */
function cardOf({ card: { household, ...card } }: KnownPerson): z.infer<typeof contract.PersonFound> {
  if (!household) return { ...card, household: null };
  const { headName, relation, members, category } = household;
  return {
    ...card,
    household: {
      headName,
      relation,
      members: members.map((member) => ({ ...member })),
      category: category as NonNullable<z.infer<typeof contract.PersonFound>['household']>['category'],
    },
  };
}
