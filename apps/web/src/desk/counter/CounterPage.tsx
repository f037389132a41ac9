import { useQuery } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useState } from 'react';
import { api, dataOf } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { isInTraining } from '../shell/duties';
import { useKeys } from '../shell/keys';
import { MessagePage } from '../shell/MessagePage';
import { ToInbox } from '../shell/ToInbox';
import { TrainingStrip } from '../shell/TrainingStrip';
import { useTitle } from '../shell/use-title';
import { CounterActs } from './CounterActs';
import { allTicked, isAnother, type Shown } from './draft';
import { DonePanel } from './DonePanel';
import { focusOn } from './focus';
import { PapersStep } from './PapersStep';
import { PersonStep } from './PersonStep';
import { ScanStep } from './ScanStep';
import { ScansStrip } from './ScansStrip';
import { ServiceStep } from './ServiceStep';
import { COUNTER_TEXTS } from './texts';
import { useCounter } from './use-counter';
import { useScans } from './use-scans';

/** Taking dossiers on paper, one person after the other, by keyboard alone. */
export default function CounterPage({ me }: { readonly me: Schema<'Me'> }) {
  const texts = useTexts(COUNTER_TEXTS);
  useTitle(texts.title);
  const receptions = me.posts.filter(({ duty }) => duty === 'clerk');
  const [chosen, choose] = useState(receptions[0]?.unit);
  const reception = receptions.find(({ unit }) => unit === chosen);
  if (!reception) {
    return (
      <MessagePage title={texts.notHere}>
        <ToInbox />
      </MessagePage>
    );
  }
  return (
    <div className="counter">
      {reception.training && !isInTraining(me) && <TrainingStrip />}
      <header className="counter-head">
        <h1>{texts.title}</h1>
        {receptions.length > 1 && (
          <label>
            <span className="visually-hidden">{texts.reception}</span>
            <select className="control" value={reception.unit} onChange={({ target }) => choose(target.value)}>
              {receptions.map(({ unit, unitName }) => (
                <option key={unit} value={unit}>
                  {unitName}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <Opening key={reception.unit} account={me.account} unit={reception.unit} />
    </div>
  );
}

function Opening({ account, unit }: { readonly account: string; readonly unit: string }) {
  const desk = useQuery({
    queryKey: ['counter', unit],
    queryFn: async () => dataOf(await api.GET('/api/counter/desk', { params: { query: { unit } } })),
    staleTime: 300_000,
  });
  return <Awaited query={desk}>{(data) => <AtCounter account={account} unit={unit} desk={data} />}</Awaited>;
}

interface AtCounterProps {
  readonly account: string;
  readonly unit: string;
  readonly desk: Schema<'CounterDesk'>;
}

function AtCounter({ account, unit, desk }: AtCounterProps) {
  const counter = useCounter({ account, unit, desk });
  const scans = useScans();
  const { draft, done, found, service, lookUp, asking } = counter;
  const [isWatching, watch] = useState(false);
  const next = () => {
    scans.next();
    counter.next();
  };
  const show = (shown: Shown) => {
    if (isAnother(draft, shown)) scans.next();
    counter.turnTo(shown);
  };
  const toScan = () => focusOn('counter-scan');
  const toScanOrCamera = () => (document.activeElement?.id === 'counter-scan' ? watch(!isWatching) : toScan());
  const tickAll = () => {
    if (service) counter.change(allTicked(draft, service));
  };
  // A panel that is open asks about one act: the keys of the others wait.
  const acts = asking ? {} : { F7: tickAll, F8: counter.receive, F9: () => counter.ask('askSupplement') };
  useKeys(done ? { F8: next, F4: next } : { F2: toScan, F4: toScanOrCamera, ...acts });
  if (done) return <DonePanel done={done} scans={scans} onNext={next} />;
  const isSomebody = draft.card !== undefined || draft.person !== undefined;
  return (
    <>
      <ScansStrip scans={scans} />
      <ScanStep counter={counter} unit={unit} isWatching={isWatching} onWatch={watch} onShown={show} onClear={next} />
      {isSomebody && (
        <Awaited query={lookUp}>
          {() => (
            <>
              <PersonStep counter={counter} found={found} desk={desk} />
              <ServiceStep counter={counter} services={desk.services} />
              {service && <PapersStep counter={counter} service={service} scans={scans} />}
            </>
          )}
        </Awaited>
      )}
      <CounterActs counter={counter} scans={scans} />
    </>
  );
}
