import type { Schema } from '@trinhduyet/api-client';
import { useEffect, useRef } from 'react';
import { useActLabel } from '../use-act-label';
import type { Begun } from '../use-acting';
import type { Handling } from '../use-handling';
import { AssignPanel } from './AssignPanel';
import { ConsentPanel } from './ConsentPanel';
import { ExtendPanel } from './ExtendPanel';
import { ForwardPanel } from './ForwardPanel';
import { ReasonPanel } from './ReasonPanel';
import { ReturnPanel } from './ReturnPanel';
import { SupplementPanel } from './SupplementPanel';

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
  return (
    <section className="act-panel" ref={box} aria-label={labelOf(begun.act)}>
      <h3>{labelOf(begun.act)}</h3>
      <Asked dossier={dossier} handling={handling} need={begun.need} />
    </section>
  );
}

/** All but what cannot be undone, which a dialog asks. */
export const isAskedInPage = ({ need }: Pick<Begun, 'need'>) => need !== 'confirmation' && need !== 'refusal';

function Asked({ dossier, handling, need }: ActPanelProps & { readonly need: string }) {
  const { begun } = handling.acting;
  if (!begun) return null;
  const props = { begun, handling, dossier };
  if (need === 'reason') return <ReasonPanel {...props} />;
  if (need === 'target') return <ReturnPanel {...props} />;
  if (need === 'why') return <ConsentPanel {...props} />;
  if (need === 'day') return <ExtendPanel {...props} />;
  if (need === 'items') return <SupplementPanel {...props} />;
  return need === 'colleague' ? <AssignPanel {...props} /> : <ForwardPanel {...props} />;
}
