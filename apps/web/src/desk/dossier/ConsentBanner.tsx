import type { Schema } from '@trinhduyet/api-client';
import { useTexts } from '../../shared/language';
import { DOSSIER_TEXTS } from './texts';
import { HistoryWords } from './work/History';

const ABOUT_CONSENT: ReadonlySet<string> = new Set(['consentAsked', 'consented', 'consentRefused']);

/** Where the applicant is to be asked once more at the same step: why, and what the head has said by now. */
export function ConsentBanner({ dossier: { history, status } }: { readonly dossier: Schema<'DossierView'> }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const arrived = history.findLastIndex(({ type }) => type === 'entered');
  const line = history.slice(arrived + 1).findLast(({ type }) => ABOUT_CONSENT.has(type));
  const isOver = status === 'ended' || history.slice(arrived + 1).some(({ type }) => type === 'supplementAsked');
  if (!line || isOver) return null;
  return (
    <section className="note note-waiting changes" aria-label={texts.furtherSupplement}>
      <HistoryWords line={line} />
    </section>
  );
}
