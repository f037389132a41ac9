import { formatTime } from '@trinhduyet/text';
import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api';
import { useForm } from '../../shared/form/form-context';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { PORTAL_TEXTS } from '../texts';
import type { DraftKeeper, Kept } from './draft-keeper';

interface KeptLineProps {
  readonly draft: string;
  readonly keeper: DraftKeeper;
  readonly kept: Kept;
}

/** Always in sight: whether what was typed is safe, and where. */
export function KeptLine({ draft, keeper, kept }: KeptLineProps) {
  const texts = useTexts(PORTAL_TEXTS);
  if (kept.phase === 'elsewhere') return <TwoDevices draft={draft} keeper={keeper} />;
  if (kept.phase === 'refused') return <ProblemNote error={kept.error} onRetry={() => void keeper.flush()} />;
  const words = {
    saved: () => texts.savedAt(formatTime('at' in kept ? kept.at : '')),
    here: () => texts.keptHere(formatTime('at' in kept ? kept.at : '')),
    saving: () => texts.saving,
  };
  return (
    <p className={`kept kept-${kept.phase}`} role="status">
      {words[kept.phase]()}
    </p>
  );
}

/** The same form was changed on another device: the person says which one goes on. */
function TwoDevices({ draft, keeper }: Omit<KeptLineProps, 'kept'>) {
  const texts = useTexts(PORTAL_TEXTS);
  const { store } = useForm();
  const newest = useMutation({
    mutationFn: async () => dataOf(await api.GET('/api/drafts/{dossier}', { params: { path: { dossier: draft } } })),
  });
  const keepHere = () =>
    newest.mutate(undefined, {
      onSuccess: ({ version, page }) => keeper.goOnFrom(version, { document: store.document, page }),
    });
  const takeOther = () =>
    newest.mutate(undefined, {
      onSuccess: ({ version, document }) => {
        keeper.goOnFrom(version);
        store.replace(document);
      },
    });
  return (
    <div className="note note-waiting" role="alert">
      <p>{texts.changedElsewhere}</p>
      {newest.error && <ProblemNote error={newest.error} />}
      <p className="note-acts">
        <button type="button" className="button" onClick={keepHere}>
          {texts.keepHere}
        </button>
        <button type="button" className="button" onClick={takeOther}>
          {texts.takeOther}
        </button>
      </p>
    </div>
  );
}
