import { Button } from '@mantine/core';
import { useTexts } from '../../shared/language';
import { HistoryWords } from './work/History';
import { DOSSIER_TEXTS } from './texts';
import type { Seen } from './use-seen';

/** Somebody else was at the dossier while it was open here. Nothing that was typed is touched. */
export function ChangesBanner({ seen: { news, acknowledge } }: { readonly seen: Seen }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const latest = news.at(-1);
  return (
    <div role="status">
      {latest && (
        <div className="note note-waiting changes">
          <p>
            <strong>{texts.newsTitle(latest.at)}</strong> {texts.newsMeans}
          </p>
          <ul>
            {news.map((line) => (
              <li key={line.sequence}>
                <HistoryWords line={line} />
              </li>
            ))}
          </ul>
          <Button variant="default" onClick={acknowledge}>
            {texts.newsSeen}
          </Button>
        </div>
      )}
    </div>
  );
}
