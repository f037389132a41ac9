import { useTexts } from '../../../shared/language';
import { ACT_TEXTS } from '../acts/act-texts';
import { FlagItem } from './FlagItem';
import type { Flags } from './use-flags';

/** For those at work on the dossier who do not send the request: what is flagged by now, and their own reasons. */
export function FlagBoard({ flags }: { readonly flags: Flags }) {
  const texts = useTexts(ACT_TEXTS);
  if (flags.list.length === 0) return null;
  return (
    <section className="note note-waiting flag-board" aria-label={texts.flagged(flags.list.length)}>
      <h3>{texts.flagged(flags.list.length)}</h3>
      <ol className="supplement-items">
        {flags.list.map((flag) => (
          <FlagItem key={flag.key} flag={flag} flags={flags} isChecked={false} isSender={false} />
        ))}
      </ol>
    </section>
  );
}
