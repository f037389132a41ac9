import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useState } from 'react';
import { Link } from 'wouter';
import { commandHeader, sendOnce } from '../../../shared/acts';
import { api } from '../../../shared/api';
import { useSay, useTexts } from '../../../shared/language';
import { ProblemNote } from '../../../shared/problem';
import { transcriptAddress } from '../../inbox/addresses';
import { dossierKey } from '../use-dossier';
import type { Seen } from '../use-seen';
import { PAPER_FORM_TEXTS } from './texts';

type Dossier = Schema<'DossierView'>;
const mayGive = ({ offers }: Dossier, name: string) =>
  offers.some(({ command, because }) => command === name && because === undefined);

interface PaperBannerProps {
  readonly dossier: Dossier;
  readonly seen: Pick<Seen, 'follow'>;
}

/** What a dossier that came on paper still needs: the form typed in, or papers that were asked for. */
export function PaperBanner({ dossier, seen }: PaperBannerProps) {
  const texts = useTexts(PAPER_FORM_TEXTS);
  const { counter, id, isApplicant } = dossier;
  if (!counter || isApplicant || dossier.status !== 'open') return null;
  return (
    <>
      {mayGive(dossier, 'supplement') && <BringPapers dossier={dossier} seen={seen} papers={counter.papers} />}
      {!counter.transcribed && (
        <div className="note note-waiting paper-banner">
          <p>{texts.notTyped}</p>
          {mayGive(dossier, 'transcribe') && (
            <Button
              component={Link}
              href={transcriptAddress(id)}
              leftSection={<IconKeyboard size={20} stroke={1.75} aria-hidden />}
            >
              {texts.typeIn}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface BringPapersProps extends PaperBannerProps {
  readonly papers: NonNullable<Dossier['counter']>['papers'];
}

function BringPapers({ dossier, seen, papers }: BringPapersProps) {
  const texts = useTexts(PAPER_FORM_TEXTS);
  const say = useSay();
  const queries = useQueryClient();
  const [there, setThere] = useState(() => papers.filter(({ isThere }) => isThere).map(({ key }) => key));
  const bringing = useMutation({
    mutationKey: dossierKey(dossier.id),
    mutationFn: (body: Schema<'BringPapers'>) =>
      sendOnce(`${dossier.id} bring`, body, (key) => {
        const params = { path: { dossier: dossier.id }, header: commandHeader(key) };
        return api.POST('/api/dossiers/{dossier}/brought-papers', { params, body });
      }),
    onSuccess: ({ sequence }) => seen.follow(sequence),
    onSettled: () => void queries.invalidateQueries({ queryKey: dossierKey(dossier.id) }),
  });
  return (
    <fieldset className="note note-waiting paper-banner">
      <legend className="visually-hidden">{texts.papers}</legend>
      <p>{texts.bring}</p>
      <div className="cards">
        {papers.map(({ key, title }) => (
          <label key={key} className="card-choice">
            <input
              type="checkbox"
              checked={there.includes(key)}
              onChange={() => setThere(there.includes(key) ? there.filter((each) => each !== key) : [...there, key])}
            />
            <span>{say(title)}</span>
          </label>
        ))}
      </div>
      {bringing.error && <ProblemNote error={bringing.error} />}
      <Button loading={bringing.isPending} onClick={() => bringing.mutate({ papers: there })}>
        {texts.bringSend}
      </Button>
    </fieldset>
  );
}
