import type { Schema } from '@trinhduyet/api-client';
import { type ComponentType, useEffect, useRef } from 'react';
import type { Need } from '../acts';
import { useActLabel } from '../use-act-label';
import type { Begun } from '../use-acting';
import type { Handling } from '../use-handling';
import { AssignPanel } from './AssignPanel';
import { ConsentPanel } from './ConsentPanel';
import { ConsultPanel } from './ConsultPanel';
import { ExtendPanel } from './ExtendPanel';
import { ForwardPanel } from './ForwardPanel';
import type { PanelProps } from './panel';
import { ReasonPanel } from './ReasonPanel';
import { ReturnPanel } from './ReturnPanel';
import { SignerPanel } from './SignerPanel';
import { SupplementPanel } from './SupplementPanel';
import { SuspendPanel } from './SuspendPanel';
import { TransferPanel } from './TransferPanel';
import { WordsPanel } from './WordsPanel';

interface ActPanelProps {
  readonly dossier: Schema<'DossierView'>;
  readonly handling: Handling;
}

/** What an act still asks for, in the page and not before it: the dossier stays in sight. */
export function ActPanel({ dossier, handling }: ActPanelProps) {
  const labelOf = useActLabel();
  const box = useRef<HTMLElement>(null);
  const { begun } = handling.acting;
  const key = begun?.act.key;
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  }, [key]);
  if (!begun || !isAskedInPage(begun)) return null;
  const Panel = PANELS[begun.need];
  return (
    <section className="act-panel" ref={box} aria-label={labelOf(begun.act)}>
      <h3>{labelOf(begun.act)}</h3>
      {Panel && <Panel begun={begun} handling={handling} dossier={dossier} />}
    </section>
  );
}

/** All but what cannot be undone, which a dialog asks. */
export const isAskedInPage = ({ need }: Pick<Begun, 'need'>) => need !== 'confirmation' && need !== 'refusal';

/** One panel for each thing that an act may ask for in the page. */
const PANELS: Readonly<Partial<Record<Need, ComponentType<PanelProps>>>> = {
  reason: ReasonPanel,
  target: ReturnPanel,
  why: ConsentPanel,
  day: ExtendPanel,
  items: SupplementPanel,
  colleague: AssignPanel,
  unit: ForwardPanel,
  signer: SignerPanel,
  question: ConsultPanel,
  post: TransferPanel,
  ground: SuspendPanel,
  words: WordsPanel,
};
