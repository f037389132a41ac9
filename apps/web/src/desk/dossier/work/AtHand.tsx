import { Button } from '@mantine/core';
import { IconCheck, IconClock, IconDots, IconX, type TablerIcon } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { useSay, useTexts } from '../../../shared/language';
import type { Act } from '../acts/acts';
import type { Handling } from '../acts/use-handling';
import { useActLabel } from '../acts/use-act-label';
import { ACT_TEXTS } from '../acts/act-texts';
import { DOSSIER_TEXTS } from '../texts';
import { HistoryWords } from './History';

type Dossier = Schema<'DossierView'>;
type Place = Dossier['places'][number];
type Signer = NonNullable<Place['signers']>[number];

interface AtHandProps {
  readonly dossier: Dossier;
  readonly handling: Handling;
  /** Beside the history, which tells them too, opinions are left out. */
  readonly withOpinions?: boolean;
}

/** Where more than one is asked: who, what they have said, and what others were asked beside it. */
export function AtHand({ dossier, handling, withOpinions = false }: AtHandProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const told = dossier.places.filter(isWorthTelling);
  const opinions = withOpinions ? opinionsOn(dossier) : [];
  if (told.length === 0 && opinions.length === 0) return null;
  return (
    <section className="at-hand" aria-label={texts.atHand}>
      {told.map((place) => (
        <PlaceAtHand key={place.key} place={place} handling={handling} />
      ))}
      {opinions.length > 0 && (
        <>
          <h3>{texts.opinions}</h3>
          <ul className="plain-list">
            {opinions.map((line) => (
              <li key={line.sequence}>
                <HistoryWords line={line} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const isWorthTelling = ({ kind, signers, branches, branch }: Place) =>
  kind === 'consultation' || [signers, branches, branch].some((each) => each !== undefined);

/** What was answered since the reader's step, or the oldest that is open, was entered. */
function opinionsOn({ places, history }: Dossier) {
  const asking = places.filter(({ kind }) => kind === 'review');
  const since = (asking.find(({ mineBy }) => mineBy) ?? asking[0])?.enteredAt;
  return history.filter(
    ({ type, at, opinion }) =>
      since !== undefined && at >= since && (type === 'opined' || (type === 'cosigned' && opinion === 'disagree')),
  );
}

function PlaceAtHand({ place, handling }: { readonly place: Place; readonly handling: Handling }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  const { kind, title, branch, branches, signers } = place;
  if (kind === 'consultation') return <Question place={place} handling={handling} />;
  return (
    <>
      <h3>{say(title)}</h3>
      {branch && <p className="quiet">{texts.branchOf(say(branch))}</p>}
      {signers && (
        <ul className="asked" aria-label={texts.signers}>
          {signers.map((signer) => (
            <SignerLine key={signer.task} signer={signer} handling={handling} />
          ))}
        </ul>
      )}
      {branches && (
        <ul className="asked" aria-label={texts.branches}>
          {branches.map(({ key, title: name, outcome = 'open' }) => (
            <li key={key}>
              <Standing icon={BRANCH_ICONS[outcome] ?? IconDots}>{say(name)}</Standing>
              <span className="quiet">{texts.branch[outcome as keyof typeof texts.branch]}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const BRANCH_ICONS: Readonly<Record<string, TablerIcon>> = { agreed: IconCheck, refused: IconX, open: IconClock };
const SIGNER_ICONS = { asked: IconClock, waiting: IconDots, signed: IconCheck } as const;

function Standing({ icon: Icon, children }: { readonly icon: TablerIcon; readonly children: string }) {
  return (
    <span className="asked-who">
      <Icon size={18} stroke={1.75} aria-hidden />
      {children}
    </span>
  );
}

function SignerLine({ signer, handling }: { readonly signer: Signer; readonly handling: Handling }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { cosigned } = useTexts(ACT_TEXTS);
  const say = useSay();
  const { task, post, office, name, standing, outcome, how, agrees } = signer;
  const answer = agrees === undefined ? undefined : cosigned[agrees ? 'agree' : 'disagree'];
  const said = outcome ? say(outcome) : answer;
  const icon = agrees === false ? IconX : SIGNER_ICONS[standing];
  return (
    <li>
      <Standing icon={icon}>{post ? say(post) : (office ?? '')}</Standing>
      <span className="quiet">
        {[name, said ?? texts.signing[standing], how && texts.addedAs(texts.added[how])].filter(Boolean).join(' · ')}
      </span>
      <TakeBack task={task} handling={handling} />
    </li>
  );
}

/** What another office is asked beside the step; to that office itself, the question that waits for its answer. */
function Question({ place, handling }: { readonly place: Place; readonly handling: Handling }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { task, office = '', unit, mineBy, question, blocking, holder } = place;
  return (
    <div>
      <h3>{mineBy ? texts.yourOpinion : texts.asksOpinion([office, unit].filter(Boolean).join(', '))}</h3>
      {question && <blockquote className="history-note">{question}</blockquote>}
      <p className="quiet">{[holder, blocking ? texts.blocking : texts.notBlocking].filter(Boolean).join(' · ')}</p>
      <TakeBack task={task} handling={handling} />
    </div>
  );
}

function TakeBack({
  task,
  handling: { acts, acting, begin },
}: Pick<AtHandProps, 'handling'> & { readonly task?: string }) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const isIt = (act: Act) => act.command === 'takeBackAsk' && act.task === task;
  const act = acts.more.find(isIt);
  if (!act) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={labelOf(act)}
      disabled={acting.isSending}
      onClick={() => begin(act, false)}
    >
      {texts.act.takeBackAsk}
    </Button>
  );
}
