import { Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/common';
import { Follower, issuePaper, runCheck } from '@trinhduyet/dossiers';
import { Channel } from '@trinhduyet/persistence';
import type { DossierActivities, FollowInput, PlaceInput, Whereabouts } from '@trinhduyet/workflows/contract';
import { kindOf } from './loop';

/** What workflows ask for, done by the dossier's own service. Errors leave as kinds: a message may quote what somebody typed. */
@Injectable()
export class DossierActivitiesService implements DossierActivities {
  constructor(
    private readonly follower: Follower,
    private readonly channel: Channel,
  ) {}

  async followRoute({ dossierId, rung }: FollowInput): Promise<Whereabouts> {
    const at = await named(this.follower.followRoute(dossierId, rung));
    this.channel.poke('td_moved', `${dossierId}:${at.sequence}`);
    return at;
  }

  async runCheck({ dossierId, place }: PlaceInput): Promise<void> {
    await named(runCheck(this.follower, dossierId, place));
  }

  async issuePaper({ dossierId, place }: PlaceInput): Promise<void> {
    await named(issuePaper(this.follower, dossierId, place));
  }
}

async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw ApplicationFailure.create({ message: kindOf(error), type: kindOf(error) });
  }
}
