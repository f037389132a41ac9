import * as wf from '@temporalio/workflow';
import type { PlaceKind } from '@trinhduyet/approval';
import { RECORDED_SIGNAL, RENEW_SIGNAL } from './contract';
import type { CarriedPlace, DossierActivities, DossierInput, FollowInput, Whereabouts } from './contract';

const recorded = wf.defineSignal<[number]>(RECORDED_SIGNAL);
const renew = wf.defineSignal<[number]>(RENEW_SIGNAL);

const here = wf.proxyLocalActivities<DossierActivities>({ startToCloseTimeout: '3s', retry: { maximumAttempts: 3 } });
const far = wf.proxyActivities<DossierActivities>({ startToCloseTimeout: '10s', retry: { maximumInterval: '10s' } });

/** In the worker at hand; where that fails three times, by the server, for as long as the database is away. */
async function follow(from: FollowInput): Promise<Whereabouts> {
  try {
    return await here.followRoute(from);
  } catch (error) {
    if (wf.isCancellation(error)) throw error;
    return far.followRoute(from);
  }
}

/**
 * How each kind of place is carried until a decision, a bell or its own end moves it on. Who has it, by when and with
 * which papers is the chain's to say; a kind that is missing here does not compile.
 */
const CARRY: Readonly<Record<PlaceKind, (dossierId: string, place: CarriedPlace) => Promise<void>>> = {
  reception: waitForPeople,
  supplement: waitForPeople,
  review: waitForPeople,
  consultation: waitForPeople,
  branches: waitForPeople, // what runs inside are places of their own
  check: (dossierId, { key }) => far.runCheck({ dossierId, place: key }),
  paper: (dossierId, { key }) => far.issuePaper({ dossierId, place: key }),
};

function waitForPeople(): Promise<never> {
  return wf.CancellationScope.current().cancelRequested;
}

/**
 * Takes one dossier from office to office until it ends. PostgreSQL remembers and the core decides; here stands that it
 * moves, and how each place is started, waited for, cancelled and given up.
 */
export async function dossier({ dossierId }: DossierInput): Promise<void> {
  let seen = 0; // the last event that we have acted on
  let news = false; // something later was recorded, or an automatic step came to its end
  let renewing = false;
  wf.setHandler(recorded, (sequence) => void (news ||= sequence > seen));
  wf.setHandler(renew, () => void (news = renewing = true));

  const carried = new Carried(dossierId, () => void (news = true));
  for (let rung: string | undefined; ;) {
    news = false; // before we look, never after: what comes while we look is news
    const at = await follow({ dossierId, rung });
    seen = at.sequence;
    wf.setCurrentDetails(at.places.map(({ step }) => step).join(' + '));
    carried.only(at.places);
    if (at.ended && !news) return;
    if (!news && (renewing || wf.workflowInfo().continueAsNewSuggested)) await startAfresh(dossierId, carried);
    const woken = await wf.condition(() => news, Math.max(1, Date.parse(at.wakeAt) - Date.now()));
    rung = woken ? undefined : at.wakeAt;
  }
}
wf.setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, dossier);

/** The next run looks for itself where the dossier stands; an automatic step that is cut off is simply asked again. */
async function startAfresh(dossierId: string, carried: Carried): Promise<never> {
  carried.only([]);
  return wf.continueAsNew<typeof dossier>({ dossierId });
}

/** The places being carried, each in a cancellation scope of its own. */
class Carried {
  private readonly scopes = new Map<string, wf.CancellationScope>();

  constructor(
    private readonly dossierId: string,
    private readonly finished: () => void,
  ) {}

  /** Gives up what is no longer a place of the dossier and begins what is new; what goes on is left alone. */
  only(places: readonly CarriedPlace[]): void {
    for (const [key, scope] of this.scopes) {
      if (places.some((place) => place.key === key)) continue;
      this.scopes.delete(key);
      scope.cancel();
    }
    for (const place of places) if (!this.scopes.has(place.key)) this.begin(place);
  }

  private begin(place: CarriedPlace): void {
    const scope = new wf.CancellationScope();
    this.scopes.set(place.key, scope);
    scope
      .run(() => CARRY[place.kind](this.dossierId, place))
      .then(this.finished, (error: unknown) => {
        if (!wf.isCancellation(error)) this.finished();
      });
  }
}
