import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { formatDay, formatInstant } from '@trinhduyet/text';
import { Link } from 'wouter';
import { api, dataOf } from '../../shared/api';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { dossierAddress, transcriptAddress } from '../inbox/addresses';
import { useTitle } from '../shell/use-title';
import { COUNTER_TEXTS } from './texts';

/** Paper forms that wait to be typed in; nobody decides before, so the oldest comes first. */
export default function UntypedPage() {
  const texts = useTexts(COUNTER_TEXTS);
  useTitle(texts.untyped);
  const query = useQuery({
    queryKey: ['untyped'],
    queryFn: async () => dataOf(await api.GET('/api/counter/untyped-forms')),
    refetchOnMount: 'always',
  });
  return (
    <div className="counter">
      <header className="counter-head">
        <h1>{texts.untyped}</h1>
      </header>
      <p className="quiet">{texts.untypedMeans}</p>
      <Awaited query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="counter-step">{texts.untypedNone}</p>
          ) : (
            <ul className="counter-people">
              {lines.map((line) => (
                <Line key={line.dossier} line={line} />
              ))}
            </ul>
          )
        }
      </Awaited>
    </div>
  );
}

function Line({ line }: { readonly line: Schema<'UntypedLine'> }) {
  const texts = useTexts(COUNTER_TEXTS);
  const { language } = useLanguage();
  const say = useSay();
  const { dossier, code, maskedName, title, village, submittedAt, promisedOn } = line;
  return (
    <li className="counter-step counter-untyped">
      <div>
        <Link href={dossierAddress(dossier)} className="num">
          {code}
        </Link>{' '}
        <strong>{maskedName}</strong>
        <p className="quiet">
          {[say(title), village].filter(Boolean).join(' · ')} ·{' '}
          <span className="num">{formatInstant(submittedAt, language)}</span>
          {promisedOn !== null && ` · ${texts.promised.toLocaleLowerCase(language)} ${formatDay(promisedOn)}`}
        </p>
      </div>
      <Button component={Link} href={transcriptAddress(dossier)} variant="default" aria-label={texts.typeInOf(code)}>
        {texts.typeIn}
      </Button>
    </li>
  );
}
