import { Controller, Get, Inject, Param } from '@nestjs/common';
import { openDossiers, stuckDossiers } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import type { PlanField } from '@trinhduyet/form';
import { Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import { z } from 'zod';
import * as contract from '../contract/desk';
import { Operation } from '../http/operation';
import { Me } from '../http/requests';
import { today } from '../today';

const VersionParams = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.coerce.number().int().min(1),
});
const studio = { action: 'read', subject: 'Studio' } as const;

/** What an administrator of a programme looks after; read-only for now. */
@Controller('studio')
export class StudioController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
  ) {}

  @Get('request-types')
  @Operation({
    id: 'studioTypes',
    tag: 'studio',
    summary: 'Request types with every version',
    policy: studio,
    response: contract.StudioType.array(),
  })
  list(@Me() me: Account): Promise<z.infer<typeof contract.StudioType>[]> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const day = await today(transaction);
      const inForce = new Set((await this.types.inForceOn(transaction, day)).map(({ pin }) => pin.id));
      const open = await openDossiers(transaction);
      const lines: z.infer<typeof contract.StudioType>[] = [];
      for (const { id, ...version } of await this.types.versions(transaction)) {
        const { definition, chains } = await this.types.byId(transaction, id);
        lines.push({
          ...version,
          title: definition.title,
          chains: chains.map(({ chain }) => chain.title),
          inForce: inForce.has(id),
          open: open.get(version.key) ?? 0,
        });
      }
      return lines;
    });
  }

  @Get('request-types/:key/:version')
  @Operation({
    id: 'studioVersion',
    tag: 'studio',
    summary: 'One version: form, chains and step forms',
    policy: studio,
    params: VersionParams,
    response: contract.StudioVersion,
    problems: ['form-version-unknown'],
  })
  version(
    @Me() me: Account,
    @Param() { key, version }: z.infer<typeof VersionParams>,
  ): Promise<z.infer<typeof contract.StudioVersion>> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const type = await this.types.byId(transaction, `${key}@${version}`);
      return {
        definition: { ...type.definition },
        sha256: type.pin.sha256,
        chains: type.chains.map(({ pin, chain }) => ({ key: chain.key, sha256: pin.sha256, document: { ...chain } })),
        form: { id: type.form.pin.id, sha256: type.form.pin.sha256, plan: { ...type.form.plan } },
        stepForms: Object.entries(type.stepForms).map(([name, { plan }]) => ({
          key: name,
          title: plan.title,
          fields: plan.fields.flatMap((field) => (field.widget === 'group' ? [] : [stepField(field)])),
        })),
        tables: type.tables.map(({ pin, document }) => ({
          key: document.key,
          sha256: pin.sha256,
          document: { ...document },
        })),
      };
    });
  }

  @Get('stuck')
  @Operation({
    id: 'stuckDossiers',
    tag: 'studio',
    summary: 'Dossiers that wait for nobody',
    policy: studio,
    response: contract.StuckLine.array(),
  })
  stuck(@Me() me: Account): Promise<z.infer<typeof contract.StuckLine>[]> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => [
      ...(await stuckDossiers(transaction, me.id)),
    ]);
  }
}

function stepField({ pointer, title, widget, required, choices }: PlanField) {
  return { pointer, title, widget, required, choices: choices?.map((choice) => ({ ...choice })) };
}
