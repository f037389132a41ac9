import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { findPlaces, placeOf, villagesOf } from '@trinhduyet/directory';
import { Door } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { RequestTypes } from '@trinhduyet/request-types';
import { z } from 'zod';
import { CODE_LISTS } from '../code-lists';
import * as contract from '../contract/request-types';
import { UnitId } from '../contract/common';
import { Operation } from '../http/operation';
import { detailOf, summaryOf } from '../views/request-type-view';
import { today } from '../today';

const ByKey = z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) });
const ByDigest = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const ByUnit = z.object({ unit: UnitId });
const ByList = z.object({ list: z.enum(['ethnic-groups']) });
const PlaceQuery = z.object({ q: z.string().min(1).max(80) });

/** What anybody may see before signing in: programmes, forms, places, code lists. */
@Controller()
export class RequestTypesController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
  ) {}

  @Get('request-types')
  @Operation({
    id: 'requestTypes',
    tag: 'programmes',
    summary: 'What one can ask for today',
    policy: 'public',
    response: contract.RequestTypeSummary.array(),
  })
  list(): Promise<z.infer<typeof contract.RequestTypeSummary>[]> {
    return this.door.asActor({ kind: 'public' }, async (transaction) => {
      const types = await this.types.inForceOn(transaction, await today(transaction));
      return types.map(summaryOf);
    });
  }

  @Get('request-types/:key')
  @Operation({
    id: 'requestType',
    tag: 'programmes',
    summary: 'One request type with its form',
    policy: 'public',
    params: ByKey,
    response: contract.RequestTypeDetail,
    problems: ['form-version-unknown'],
  })
  one(@Param() { key }: z.infer<typeof ByKey>): Promise<z.infer<typeof contract.RequestTypeDetail>> {
    return this.door.asActor({ kind: 'public' }, async (transaction) => {
      const day = await today(transaction);
      return detailOf(await this.types.keyOn(transaction, key, day), day);
    });
  }

  @Get('forms/:sha256/checks.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @Operation({
    id: 'formChecks',
    tag: 'programmes',
    summary: 'The check of a form version, as a module',
    policy: 'public',
    params: ByDigest,
    media: 'text/javascript',
    problems: ['not-found'],
  })
  async checks(@Param() { sha256 }: z.infer<typeof ByDigest>): Promise<string> {
    const code = await this.door.asActor({ kind: 'public' }, (transaction) => this.types.checks(transaction, sha256));
    if (code === undefined) throw new Problem('not-found');
    return code;
  }

  @Get('places')
  @Operation({
    id: 'places',
    tag: 'programmes',
    summary: 'Communes by old or new name, with or without accents',
    policy: 'public',
    query: PlaceQuery,
    response: contract.Place.array(),
  })
  async places(@Query() { q }: z.infer<typeof PlaceQuery>): Promise<z.infer<typeof contract.Place>[]> {
    return this.door.asActor({ kind: 'public' }, async (transaction) => [
      ...(await findPlaces(transaction, q, await today(transaction))),
    ]);
  }

  @Get('places/:unit')
  @Operation({
    id: 'place',
    tag: 'programmes',
    summary: 'One commune in words',
    policy: 'public',
    params: ByUnit,
    response: contract.Place,
    problems: ['not-found'],
  })
  async place(@Param() { unit }: z.infer<typeof ByUnit>): Promise<z.infer<typeof contract.Place>> {
    const place = await this.door.asActor({ kind: 'public' }, (transaction) => placeOf(transaction, unit));
    if (!place) throw new Problem('not-found');
    return place;
  }

  @Get('places/:unit/villages')
  @Operation({
    id: 'villages',
    tag: 'programmes',
    summary: 'Villages of a commune',
    policy: 'public',
    params: ByUnit,
    response: contract.Village.array(),
  })
  async villages(@Param() { unit }: z.infer<typeof ByUnit>): Promise<z.infer<typeof contract.Village>[]> {
    return this.door.asActor({ kind: 'public' }, async (transaction) => [
      ...(await villagesOf(transaction, unit, await today(transaction))),
    ]);
  }

  @Get('codes/:list')
  @Header('cache-control', 'public, max-age=86400')
  @Operation({
    id: 'codes',
    tag: 'programmes',
    summary: 'A code list',
    policy: 'public',
    params: ByList,
    response: contract.Code.array(),
  })
  codes(@Param() { list }: z.infer<typeof ByList>): z.infer<typeof contract.Code>[] {
    return CODE_LISTS[list];
  }
}
