import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { COMMANDS } from '../desk/dossier/acts/commands';
import { HISTORY_TEXTS } from '../desk/dossier/work/history-texts';
import { dossierAddress } from '../desk/inbox/addresses';
import { announce } from '../desk/shell/announcements';
import { sendOnce } from '../shared/acts';
import { useTexts } from '../shared/language';
import { Awaited, ProblemNote } from '../shared/problem';
import { STUDIO_TEXTS } from './texts';
import { STUCK_KEY, useStuck } from './use-studio';

/** Dossiers that nobody can be given: the one thing that an administrator must do. */
export function StuckDossiers() {
  const texts = useTexts(STUDIO_TEXTS);
  const stuck = useStuck();
  return (
    <section className="card" aria-labelledby="stuck-title">
      <h2 id="stuck-title">{texts.todo}</h2>
      <Awaited query={stuck}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="quiet">{texts.nothingStuck}</p>
          ) : (
            <>
              <p className="quiet">{texts.stuckMeans}</p>
              <ul className="stuck">
                {lines.map((line) => (
                  <StuckDossier key={`${line.dossier} ${line.step}`} line={line} />
                ))}
              </ul>
            </>
          )
        }
      </Awaited>
    </section>
  );
}

function StuckDossier({ line: { dossier, code, reason, since, unit } }: { readonly line: Schema<'StuckLine'> }) {
  const texts = useTexts(STUDIO_TEXTS);
  const { stuck: reasons } = useTexts(HISTORY_TEXTS);
  const queries = useQueryClient();
  const looking = useMutation({
    mutationFn: () => {
      const { name, body, send } = COMMANDS.lookAgain();
      return sendOnce(`${dossier} ${name}`, body, (key) => send({ dossier, key }));
    },
    onSuccess: () => announce(texts.lookedAgain(code)),
    onSettled: () => queries.invalidateQueries({ queryKey: STUCK_KEY }),
  });
  return (
    <li>
      <Link href={dossierAddress(dossier)} className="num">
        {code}
      </Link>
      <p>{reasons[reason as keyof typeof reasons] ?? reason}</p>
      <p className="quiet">
        {unit} · {texts.since(since)}
      </p>
      {looking.error && <ProblemNote error={looking.error} />}
      <Button
        variant="default"
        aria-label={texts.lookAgainAt(code)}
        loading={looking.isPending}
        onClick={() => looking.mutate()}
      >
        {texts.lookAgain}
      </Button>
    </li>
  );
}
