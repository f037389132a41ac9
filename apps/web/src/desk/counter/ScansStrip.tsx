import { useTexts } from '../../shared/language';
import { COUNTER_TEXTS } from './texts';
import type { Scans } from './use-scans';

/** Scans that have not arrived, those of the person before too: seen, and sent again with one press. */
export function ScansStrip({ scans: { failed, retry } }: { readonly scans: Scans }) {
  const texts = useTexts(COUNTER_TEXTS);
  if (failed.length === 0) return null;
  return (
    <div className="note note-problem" role="alert">
      <p>
        {texts.scansFailed(failed.length)}{' '}
        <button type="button" className="button button-quiet" onClick={retry}>
          {texts.retry}
        </button>
      </p>
    </div>
  );
}
