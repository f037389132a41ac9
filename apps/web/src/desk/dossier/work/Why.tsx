import type { Schema } from '@trinhduyet/api-client';
import type { ReactNode } from 'react';
import { useSay, useTexts } from '../../../shared/language';
import { ACT_TEXTS } from '../acts/act-texts';
import { HISTORY_TEXTS } from './history-texts';
import { DOSSIER_TEXTS } from '../texts';
import { ownPlace } from './use-step-draft';

type Dossier = Schema<'DossierView'>;

/** Whose it is and why, where the dates come from, and what hinders. */
export function Why({ dossier }: { readonly dossier: Dossier }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  return (
    <div className="why">
      {dossier.places.map((place) => (
        <WhyPlace key={place.key} place={place} isOwn={ownPlace(dossier) === place} />
      ))}
      <Part title={texts.whyPromise}>
        <WhyPromise dossier={dossier} />
      </Part>
      <WhyNot dossier={dossier} />
      {dossier.upcoming.length > 0 && (
        <Part title={texts.whyNext}>
          <ol>
            {dossier.upcoming.map((step) => (
              <li key={step.vi}>{say(step)}</li>
            ))}
          </ol>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function WhyPlace({ place, isOwn }: { readonly place: Dossier['places'][number]; readonly isOwn: boolean }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const acts = useTexts(ACT_TEXTS);
  const { stuck: stuckWords } = useTexts(HISTORY_TEXTS);
  const say = useSay();
  const { mineBy, office, unit, enteredAt, dueAt, notBefore, stuck, title } = place;
  const where = [office, unit].filter(Boolean).join(', ') || say(title);
  return (
    <>
      {stuck && (
        <Part title={texts.whyStuck}>
          <p>{stuckWords[stuck as keyof typeof stuckWords] ?? stuck}</p>
        </Part>
      )}
      <Part title={texts.whyMine}>
        <p>{isOwn && mineBy ? texts.whyMineBy(say(mineBy)) : texts.whyNotMine(where)}</p>
      </Part>
      {dueAt && (
        <Part title={texts.whyLimit}>
          <p>{texts.whyLimitFromTo(enteredAt, dueAt)}</p>
          {notBefore && <p>{acts.from(notBefore)}</p>}
        </Part>
      )}
    </>
  );
}

function WhyPromise({ dossier: { receivedOn, workingDays, promisedOn, suspended } }: { readonly dossier: Dossier }) {
  const texts = useTexts(DOSSIER_TEXTS);
  if (receivedOn === undefined || workingDays === undefined) return <p>{texts.whyNotReceived}</p>;
  if (promisedOn === undefined) return <p>{suspended ? texts.stopped : texts.paused}</p>;
  return <p>{texts.whyPromiseSum(receivedOn, workingDays, promisedOn)}</p>;
}

/** Every refusal, those too for which no button is shown. */
function WhyNot({ dossier: { offers, places } }: { readonly dossier: Dossier }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { act: names, from: fromWhen } = useTexts(ACT_TEXTS);
  const say = useSay();
  const outcomes = places.flatMap((place) => place.outcomes ?? []);
  const nameOf = ({ command, outcome }: Dossier['offers'][number]) => {
    const found = outcomes.find(({ key }) => key === outcome);
    return found ? say(found.title) : command in names ? names[command as keyof typeof names] : command;
  };
  const refused = offers.filter(({ because }) => because !== undefined);
  if (offers.length === 0) return null;
  return (
    <Part title={texts.whyNotNow}>
      {refused.length === 0 && <p>{texts.whyAll}</p>}
      <ul>
        {refused.map((offer) => (
          <li key={`${offer.command} ${offer.task} ${offer.outcome}`}>
            <strong>{nameOf(offer)}</strong>: {offer.because && say(offer.because.title)}{' '}
            {offer.from && fromWhen(offer.from)}
          </li>
        ))}
      </ul>
    </Part>
  );
}
