import { IconAlertTriangle } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { useSay, useTexts } from '../../../shared/language';
import { DOSSIER_TEXTS } from '../texts';

/** What the last automatic check found. It decides nothing; somebody has to look. */
export function Findings({ dossier }: { readonly dossier: Pick<Schema<'DossierView'>, 'history'> }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  const [latest] = dossier.history.filter(({ type }) => type === 'checked' || type === 'transcribed').slice(-1);
  const findings = latest?.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <section className="findings" aria-label={texts.findings}>
      <h3>
        <IconAlertTriangle size={18} stroke={1.75} aria-hidden /> {texts.findings}
      </h3>
      <ul>
        {findings.map(({ code, text }) => (
          <li key={code}>{say(text)}</li>
        ))}
      </ul>
    </section>
  );
}
