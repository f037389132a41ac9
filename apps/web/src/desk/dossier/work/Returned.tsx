import type { Schema } from '@trinhduyet/api-client';
import { useTexts } from '../../../shared/language';
import { DOSSIER_TEXTS } from '../texts';
import { HistoryWords } from './History';

/** A step to which the dossier was sent back begins with what is to be mended. */
export function Returned({ history }: Pick<Schema<'DossierView'>, 'history'>) {
  const texts = useTexts(DOSSIER_TEXTS);
  const [latest] = history.filter(({ type }) => type === 'decided').slice(-1);
  if (latest?.act !== 'return') return null;
  return (
    <section className="note note-waiting" aria-label={texts.returned}>
      <h3>{texts.returned}</h3>
      <HistoryWords line={latest} />
    </section>
  );
}
