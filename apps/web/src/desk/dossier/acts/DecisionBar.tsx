import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { isPassing } from '../../../shared/api';
import { useSay, useTexts } from '../../../shared/language';
import { ProblemNote } from '../../../shared/problem';
import { dossierAddress } from '../../inbox/addresses';
import type { InboxFilter } from '../../inbox/filter';
import { ActButtons } from './ActButtons';
import { ACT_TEXTS } from './act-texts';
import type { Act } from './acts';
import { ActDialog } from './panels/ActDialog';
import { ActPanel, isAskedInPage } from './panels/ActPanel';
import { useActLabel } from './use-act-label';
import { useBecause } from './use-because';
import type { Handling } from './use-handling';

interface DecisionBarProps {
  readonly dossier: Schema<'DossierView'>;
  readonly filter: InboxFilter;
  readonly handling: Handling;
}

/** What can be done, the step's own act first; what an act still asks for opens above it. */
export function DecisionBar({ dossier, filter, handling }: DecisionBarProps) {
  const texts = useTexts(ACT_TEXTS);
  const { acting, acts, done } = handling;
  const { begun } = acting;
  const hasActs = [acts.main, acts.closed, ...acts.beside, ...acts.more].some((each) => each !== undefined);
  if (!done && !hasActs && !dossier.inTransit) return null;
  return (
    <section className="decision-bar" aria-label={texts.acts}>
      <ActPanel dossier={dossier} handling={handling} />
      <ActDialog handling={handling} />
      {acting.error && (
        <ProblemNote error={acting.error} onRetry={isPassing(acting.error) ? acting.retry : undefined} />
      )}
      {!(begun && isAskedInPage(begun)) && <BarLine dossier={dossier} filter={filter} handling={handling} />}
    </section>
  );
}

function BarLine({ dossier, filter, handling }: DecisionBarProps) {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  if (dossier.inTransit && !isLawful(handling.acts.main)) {
    const steps = dossier.headingFor.map(say).join(', ');
    return (
      <div className="bar-line">
        <p role="status">{steps ? texts.movingTo(steps) : texts.moving}</p>
        <Recall handling={handling} />
      </div>
    );
  }
  if (handling.done) return <DoneLine act={handling.done} filter={filter} handling={handling} />;
  return (
    <>
      <RefusedLine act={handling.refused ?? refusedAtOnce(handling.acts.main)} />
      <ActButtons handling={handling} />
    </>
  );
}

/** Where one branch is on its way, the others go on. */
const isLawful = (act: Act | undefined) => act !== undefined && act.because === undefined;

/** Right after a decision, and as long as nobody has opened what came of it. */
function Recall({ handling: { acts, begin } }: Pick<DecisionBarProps, 'handling'>) {
  const labelOf = useActLabel();
  const recall = acts.beside.find(({ command, because }) => command === 'recall' && because === undefined);
  if (!recall) return null;
  return (
    <Button variant="default" onClick={() => begin(recall, false)}>
      {labelOf(recall)}
    </Button>
  );
}

type DoneLineProps = Omit<DecisionBarProps, 'dossier'> & { readonly act: Act };

function DoneLine({ act, filter, handling }: DoneLineProps) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const next = handling.neighbours.following;
  return (
    <div className="bar-line">
      <p className="done" role="status">
        <IconCheck size={20} stroke={1.75} aria-hidden /> {texts.done(labelOf(act))}
      </p>
      <Recall handling={handling} />
      {next && (
        <Button component={Link} href={dossierAddress(next, filter)} aria-keyshortcuts="J">
          {texts.doneNext}
        </Button>
      )}
    </div>
  );
}

/** What the step waits for is said without being asked. */
const refusedAtOnce = (main: Act | undefined) => (main?.because ? main : undefined);

/** Why a dim button does nothing. */
function RefusedLine({ act }: { readonly act: Act | undefined }) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const because = useBecause();
  return (
    <p className="refused" role="status">
      {act && texts.cannot(labelOf(act), because(act))}
    </p>
  );
}
